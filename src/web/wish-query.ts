// The wish profile as it stands in the address: `offer`, `seek`, `problem` (repeated), and `weight.<group>`.
import { GROUPS } from '../atlas/match/features.ts'
import { PROBLEMS, SECTORS, type WishProfile } from '../atlas/match/wish-profile.ts'

/** What a reader can make of a group, as a factor of its reasons. */
export const WEIGHTS = [0, 0.5, 1, 1.5, 2] as const

/** Absent where nothing is wished. Unknown words are left out: an old link still answers. */
export function wishOf(query: URLSearchParams): WishProfile | undefined {
  const chosen = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((one) => query.getAll(name).includes(one))
  const weights = Object.fromEntries(
    GROUPS.flatMap((group) => {
      const weight = WEIGHTS.find((one) => String(one) === query.get(`weight.${group}`))
      return weight === undefined || weight === 1 ? [] : [[group, weight]]
    }),
  )
  const wish = {
    offers: chosen('offer', SECTORS),
    seeks: chosen('seek', SECTORS),
    problems: chosen('problem', PROBLEMS),
    weights,
  }
  const empty = wish.offers.length + wish.seeks.length + wish.problems.length + Object.keys(weights).length === 0
  return empty ? undefined : wish
}

export function wishQuery(
  wish: WishProfile | undefined,
): Readonly<Record<string, string | number | readonly string[]>> {
  if (wish === undefined) return {}
  const weights = Object.entries(wish.weights).map(([group, weight]) => [`weight.${group}`, String(weight)])
  return { offer: wish.offers, seek: wish.seeks, problem: wish.problems, ...Object.fromEntries(weights) }
}
