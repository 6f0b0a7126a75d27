// Which places of a country, or of the world, fit a place, and why.
import { seatOf, unitsSeatedAt } from '../atlas/gazetteer.ts'
import { rankCandidates } from '../atlas/match/rank-candidates.ts'
import type { PairScore, Reason } from '../atlas/match/score-pair.ts'
import type { WishProfile } from '../atlas/match/wish-profile.ts'
import type { Network } from '../atlas/network/network.ts'
import type { Atlas } from './house.ts'
import { checkCountry, checkNumber } from './input-limits.ts'
import { matcherFor } from './matcher-for.ts'
import { placeSummary, type PlaceSummary } from './place-summary.ts'
import { done, refuse, type Result } from './refusal.ts'
import { resolvePlace } from './resolve-place.ts'

export type { Reason } from '../atlas/match/score-pair.ts'

export interface MatchInput {
  /** GeoNames id, unit code, or a name that leaves no doubt. */
  readonly place: string
  /** ISO 3166-1 alpha-2; absent: every country but the place's own. */
  readonly country?: string
  /** 1 … MOST_CANDIDATES, 10 unless given. */
  readonly limit?: number
  readonly wish?: WishProfile
}

export interface Candidate extends PlaceSummary {
  readonly rank: number
  /** Exactly the sum of the contributions of `reasons`, in their order; the mean of `own` and `reciprocal`. */
  readonly score: number
  /** The candidate as the source sees it. */
  readonly own: number
  /** The source as the candidate sees it. */
  readonly reciprocal: number
  readonly seatOf: readonly PlaceSummary[]
  readonly reasons: readonly Reason[]
}

export interface MatchView {
  readonly source: PlaceSummary
  readonly country?: string
  /** Places that were ranked. */
  readonly total: number
  readonly candidates: readonly Candidate[]
  /** Already tied to the source, left out of the ranking. */
  readonly tied: readonly PlaceSummary[]
}

export const MOST_CANDIDATES = 1000

/** What a match needs: the reference data and a network, from the database or from a file. */
export interface Matching extends Atlas {
  network(): Promise<Network>
}

export async function matchPlace(matching: Matching, input: MatchInput): Promise<Result<MatchView>> {
  const { gazetteer } = matching
  const source = resolvePlace(matching, input.place)
  if (!source.ok) return source
  const country = input.country === undefined ? undefined : checkCountry(gazetteer, input.country)
  if (country?.ok === false) return country
  const limit = checkNumber('limit', input.limit ?? 10, 1, MOST_CANDIDATES)
  if (!limit.ok) return limit
  if (seatOf(gazetteer, source.value) < 0) return refuse({ code: 'place-without-seat', query: input.place })
  const { place, ranked, alreadyTied } = rankCandidates(matcherFor(matching, await matching.network()), {
    source: source.value,
    limit: limit.value,
    ...(country === undefined ? {} : { country: country.value }),
    ...(input.wish === undefined ? {} : { profile: input.wish }),
  })
  const home = gazetteer.country[place]
  const placesOf = (index: number) => gazetteer.countryStart[index + 1] - gazetteer.countryStart[index]
  const inScope =
    country === undefined
      ? gazetteer.placeCount - placesOf(home)
      : placesOf(country.value) - (country.value === home ? 1 : 0)
  return done({
    source: placeSummary(gazetteer, source.value),
    ...(country === undefined ? {} : { country: gazetteer.countries[country.value].code }),
    total: inScope - alreadyTied.length,
    candidates: ranked.map((pair) => candidateView(matching, pair, pair.rank)),
    tied: alreadyTied.map((entry) => placeSummary(gazetteer, entry)),
  })
}

export function candidateView({ gazetteer }: Atlas, pair: PairScore, rank: number): Candidate {
  const { candidate, score, own, reciprocal, reasons } = pair
  return {
    ...placeSummary(gazetteer, candidate),
    rank,
    score,
    own,
    reciprocal,
    seatOf: unitsSeatedAt(gazetteer, candidate).map((unit) => placeSummary(gazetteer, unit)),
    reasons,
  }
}
