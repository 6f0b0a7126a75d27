// What the place search answers; find-places and the pages know only this.
import type { Entry } from '../gazetteer.ts'

/** How the query met the name, best first. */
export type MatchKind = 'exact' | 'prefix' | 'near'

export interface FoundPlace {
  readonly entry: Entry
  /** The name that was met, in its own script, normalised (`jepara`, `សៀមរាប`). */
  readonly matched: string
  readonly kind: MatchKind
}

export interface SearchQuery {
  readonly text: string
  /** Index into `gazetteer.countries`; only places of this country. */
  readonly country?: number
  /** At most this many, from 1. */
  readonly limit: number
}

export interface PlaceSearch {
  /** Best first: an exact name before a prefix, a prefix before a near name; within each, the larger place first. */
  find(query: SearchQuery): readonly FoundPlace[]
}
