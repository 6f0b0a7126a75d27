// Read model: every statement about every tie, for open data; in portions, so that memory stays the same however many there are.
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export interface PublishedTieRow {
  readonly place_a: string
  readonly place_b: string
  readonly source: string
  readonly since: string | null
  readonly until: string | null
  readonly reference: string | null
}

const PORTION = 2000

/** Ordered by place_a, place_b and source. */
export async function* everyTie(database: Kysely<Tables>): AsyncGenerator<readonly PublishedTieRow[]> {
  let last: PublishedTieRow | undefined
  for (;;) {
    let query = database
      .selectFrom('tie_statements')
      .select(['place_a', 'place_b', 'source', 'since', 'until', 'reference'])
      .orderBy('place_a')
      .orderBy('place_b')
      .orderBy('source')
      .limit(PORTION)
    if (last !== undefined) {
      const { place_a, place_b, source } = last
      query = query.where((where) =>
        where(where.refTuple('place_a', 'place_b', 'source'), '>', where.tuple(place_a, place_b, source)),
      )
    }
    const rows = await query.execute()
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)
  }
}
