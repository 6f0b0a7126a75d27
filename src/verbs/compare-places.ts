// Up to four candidates side by side, best first.
import { seatOf } from '../atlas/gazetteer.ts'
import { scorePair } from '../atlas/match/score-pair.ts'
import type { WishProfile } from '../atlas/match/wish-profile.ts'
import { checkNumber } from './input-limits.ts'
import { candidateView, type Candidate, type Matching } from './match-place.ts'
import { matcherFor } from './matcher-for.ts'
import { done, refuse, type Result } from './refusal.ts'
import { resolvePlace } from './resolve-place.ts'

export interface CompareInput {
  readonly place: string
  /** 1 … MOST_COMPARED candidates; the same one twice is shown once. */
  readonly with: readonly string[]
  readonly wish?: WishProfile
}

export const MOST_COMPARED = 4

export async function comparePlaces(matching: Matching, input: CompareInput): Promise<Result<readonly Candidate[]>> {
  const { gazetteer } = matching
  const count = checkNumber('with', input.with.length, 1, MOST_COMPARED)
  if (!count.ok) return count
  const source = resolvePlace(matching, input.place)
  if (!source.ok) return source
  const place = seatOf(gazetteer, source.value)
  if (place < 0) return refuse({ code: 'place-without-seat', query: input.place })
  const matcher = matcherFor(matching, await matching.network())
  const pairs = new Map<number, ReturnType<typeof scorePair>>()
  for (const text of input.with) {
    const other = resolvePlace(matching, text)
    if (!other.ok) return other
    const candidate = seatOf(gazetteer, other.value)
    if (candidate < 0) return refuse({ code: 'place-without-seat', query: text })
    if (candidate === place) return refuse({ code: 'same-place', query: text })
    pairs.set(candidate, scorePair(matcher, place, candidate, input.wish))
  }
  return done(
    [...pairs.values()].sort((a, b) => b.score - a.score).map((pair, i) => candidateView(matching, pair, i + 1)),
  )
}
