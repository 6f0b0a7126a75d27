// Who fits: the best candidates of one country or of the world, each explained; places already tied are named apart.
import { seatOf, type Entry } from '../gazetteer.ts'
import { blockBounds, blocksOf } from './block-bounds.ts'
import { boundFor, settingFor } from './bound.ts'
import { scoreOf, weighted, type Matcher } from './matcher.ts'
import { partnersSeen } from './outlook.ts'
import { reachFrom } from './reach.ts'
import { takeSample } from './sample.ts'
import { explain, type PairScore } from './score-pair.ts'
import {
  groupOfWish,
  mostOfWishes,
  NO_WISHES,
  weightOf,
  WISH_BONUS,
  wishesMet,
  type WishProfile,
} from './wish-profile.ts'

export interface Question {
  /** A place or a unit; a unit stands for its seat. */
  readonly source: Entry
  /** Index into `countries`; absent: every country but the source's own. */
  readonly country?: number
  /** At least 0. */
  readonly limit: number
  readonly profile?: WishProfile
}

export interface RankedCandidate extends PairScore {
  /** From 1. */
  readonly rank: number
}

export interface Answer {
  /** The place that was asked for: the source or the seat of the unit. */
  readonly place: Entry
  /** Best first; equal scores by entry, which is by country and population. */
  readonly ranked: readonly RankedCandidate[]
  /** Partners of the place in the country (or the world), left out of the ranking; ascending. */
  readonly alreadyTied: readonly Entry[]
}

interface Found {
  readonly place: Entry
  readonly score: number
}

/** Throws RangeError when the source is a unit without a listed seat, or the country or limit is out of range. */
export function rankCandidates(matcher: Matcher, { source, country, limit, profile = NO_WISHES }: Question): Answer {
  const { outlook, reach } = matcher
  const { gazetteer } = outlook
  const place = seatOf(gazetteer, source)
  if (place < 0) throw new RangeError('The unit has no listed seat')
  if (!(limit >= 0)) throw new RangeError('The limit is below 0')
  if (country !== undefined && gazetteer.countries[country] === undefined) throw new RangeError('No such country')
  reachFrom(reach, place)
  const heavy = weighted(matcher, profile)
  const tied = new Set(partnersSeen(outlook, place))
  const best = bestOf(heavy, country, tied, limit, profile)
  return {
    place,
    ranked: best.map(({ place: candidate }, k) => ({ rank: k + 1, ...explain(matcher, candidate, profile) })),
    alreadyTied: [...tied]
      .filter((entry) => country === undefined || gazetteer.country[entry] === country)
      .sort((a, b) => a - b),
  }
}

function bestOf(
  matcher: Matcher,
  country: number | undefined,
  tied: ReadonlySet<Entry>,
  limit: number,
  profile: WishProfile,
): readonly Found[] {
  const { outlook, reach, model, forecast } = matcher
  const wishes = profile.offers.length + profile.seeks.length + profile.problems.length > 0
  const extra = mostOfWishes(profile)
  const setting = settingFor(forecast, reach, country)
  const bound = boundFor(setting)
  const countryOf = outlook.gazetteer.country
  const inScope = (place: Entry) =>
    country === undefined ? countryOf[place] !== countryOf[reach.source] : countryOf[place] === country
  const kept: Found[] = []
  if (limit === 0) return kept
  const consider = (place: Entry) => {
    if (place === reach.source || tied.has(place)) return
    if (kept.length >= limit && !bound(place, kept[kept.length - 1].score - extra)) return
    const score = scoreOf(model, takeSample(reach, place)) + (wishes ? wishScore(matcher, place, profile) : 0)
    const found = { place, score }
    if (kept.length >= limit && comesBefore(kept[kept.length - 1], found)) return
    let at = kept.length
    while (at > 0 && comesBefore(found, kept[at - 1])) at--
    kept.splice(at, 0, found)
    if (kept.length > limit) kept.pop()
  }
  // Places that ties reach are looked at first: they set the mark that the others are held against.
  for (const place of reach.places) if (inScope(place)) consider(place)
  // Then the rest of the world in blocks, the most promising first, until no block can hold a better one.
  const blocks = blocksOf(forecast)
  const { promising, bounds } = blockBounds(setting, blocks, country)
  for (const k of promising) {
    if (kept.length >= limit && bounds[k] + extra < kept[kept.length - 1].score) break
    for (let at = blocks.starts[k]; at < blocks.starts[k + 1]; at++) {
      if (reach.marked[blocks.order[at]] === 0) consider(blocks.order[at])
    }
  }
  return kept
}

function comesBefore(a: Found, b: Found): boolean {
  return a.score !== b.score ? a.score > b.score : a.place < b.place
}

function wishScore({ outlook, reach }: Matcher, place: Entry, profile: WishProfile): number {
  return wishesMet(outlook.gazetteer, reach.source, place, profile).reduce(
    (sum, wish) => sum + WISH_BONUS * weightOf(profile, groupOfWish(wish.kind)),
    0,
  )
}
