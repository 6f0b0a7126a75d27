// Search as you type: names of places and units in any script.
import type { MatchKind } from '../atlas/search/place-search.ts'
import { unitsSeatedAt, isUnit } from '../atlas/gazetteer.ts'
import type { Atlas } from './house.ts'
import { checkCountry, checkNumber, checkQuery } from './input-limits.ts'
import { placeSummary, type PlaceSummary } from './place-summary.ts'
import { done, type Result } from './refusal.ts'

export interface FindPlacesInput {
  readonly query: string
  /** ISO 3166-1 alpha-2 */
  readonly country?: string
  /** 1 … MOST_FOUND, 10 unless given */
  readonly limit?: number
}

export interface FoundPlaceView extends PlaceSummary {
  readonly matched: string
  readonly match: MatchKind
  /** The deepest unit that the place is the seat of. */
  readonly unit?: PlaceSummary
}

export const MOST_FOUND = 100

export function findPlaces(atlas: Atlas, input: FindPlacesInput): Result<readonly FoundPlaceView[]> {
  const query = checkQuery(input.query)
  if (!query.ok) return query
  const limit = checkNumber('limit', input.limit ?? 10, 1, MOST_FOUND)
  if (!limit.ok) return limit
  const country = input.country === undefined ? undefined : checkCountry(atlas.gazetteer, input.country)
  if (country?.ok === false) return country
  const found = atlas.search.find({
    text: query.value,
    limit: limit.value,
    ...(country === undefined ? {} : { country: country.value }),
  })
  return done(
    found.map(({ entry, matched, kind }) => {
      const unit = isUnit(atlas.gazetteer, entry) ? undefined : unitsSeatedAt(atlas.gazetteer, entry).at(-1)
      return {
        ...placeSummary(atlas.gazetteer, entry),
        matched,
        match: kind,
        ...(unit === undefined ? {} : { unit: placeSummary(atlas.gazetteer, unit) }),
      }
    }),
  )
}
