// The known ties as open data: every statement with both places, in portions.
import { everyTie } from '../db/every-tie.ts'
import type { House } from './house.ts'
import { entryOfRef } from './place-ref.ts'
import { placeSummary, type PlaceSummary } from './place-summary.ts'

export interface PublishedTie {
  readonly a: PlaceSummary
  readonly b: PlaceSummary
  readonly source: string
  readonly since: string | null
  readonly until: string | null
  readonly reference: string | null
}

/** Statements whose places are no longer in the gazetteer are left out. */
export async function* publishTies(
  house: Pick<House, 'gazetteer' | 'database'>,
): AsyncGenerator<readonly PublishedTie[]> {
  const { gazetteer } = house
  for await (const rows of everyTie(house.database)) {
    yield rows.flatMap(({ place_a, place_b, source, since, until, reference }) => {
      const [a, b] = [entryOfRef(gazetteer, place_a), entryOfRef(gazetteer, place_b)]
      if (a < 0 || b < 0) return []
      return [{ a: placeSummary(gazetteer, a), b: placeSummary(gazetteer, b), source, since, until, reference }]
    })
  }
}
