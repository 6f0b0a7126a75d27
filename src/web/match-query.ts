// The whole question of a match as it stands in the address: everything that is needed to share it.
import type { CompareInput } from '../verbs/compare-places.ts'
import type { MatchInput } from '../verbs/match-place.ts'
import { wishOf, wishQuery } from './wish-query.ts'
import { withQuery, type PageContext } from './reader.ts'

export interface MatchQuery {
  /** A place's id or a unit's code; empty until one is chosen. */
  readonly place: string
  /** What was typed into the place field. */
  readonly text: string
  /** Empty: the whole world. */
  readonly country: string
  readonly limit: number
  readonly wish: ReturnType<typeof wishOf>
  /** Candidates chosen to be compared. */
  readonly with: readonly string[]
}

export const SHOWN = 10
export const MOST_SHOWN = 100
const MOST_COMPARED = 4

export function readMatchQuery(c: PageContext): MatchQuery {
  const query = new URL(c.req.url).searchParams
  const limit = query.get('limit')
  return {
    place: query.get('place') ?? '',
    text: query.get('q') ?? '',
    country: query.get('country') ?? '',
    limit: limit === null || limit === '' ? SHOWN : Number(limit),
    wish: wishOf(query),
    with: query.getAll('with').slice(0, MOST_COMPARED),
  }
}

/** The same question as an address; `path` is `/match`, `/match.csv` or `/match/compare`. */
export function matchPath(path: string, query: MatchQuery): string {
  return withQuery(path, {
    place: query.place,
    q: query.place === '' ? query.text : undefined,
    country: query.country,
    limit: query.limit === SHOWN ? undefined : query.limit,
    ...wishQuery(query.wish),
    with: query.with,
  })
}

export function matchInput(query: MatchQuery): MatchInput {
  return {
    place: query.place,
    limit: query.limit,
    ...(query.country === '' ? {} : { country: query.country }),
    ...(query.wish === undefined ? {} : { wish: query.wish }),
  }
}

export function compareInput(query: MatchQuery): CompareInput {
  return { place: query.place, with: query.with, ...(query.wish === undefined ? {} : { wish: query.wish }) }
}
