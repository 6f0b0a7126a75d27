// Splits known pairs by a seed: some to be held out, the rest to learn from.
import { seededRandom } from '../seeded-random.ts'

export interface Split<T> {
  readonly heldOut: readonly T[]
  readonly rest: readonly T[]
}

/** Holds out `share` (0 … 1) of the pairs; the same pairs for the same seed and order of input. */
export function splitPairs<T>(pairs: readonly T[], share: number, seed: number): Split<T> {
  const random = seededRandom(seed)
  const shuffled = [...pairs]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]]
  }
  const count = Math.round(shuffled.length * share)
  return { heldOut: shuffled.slice(0, count), rest: shuffled.slice(count) }
}
