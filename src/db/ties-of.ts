// Read model: every statement about the ties of some places and units, with the import that brought it.
import type { Kysely } from 'kysely'
import type { ImportKind } from './network-tables.ts'
import type { Tables } from './tables.ts'

export interface TieStatementRow {
  readonly place_a: string
  readonly place_b: string
  readonly source: string
  readonly since: string | null
  readonly until: string | null
  readonly reference: string | null
  readonly note: string | null
  readonly statement: string | null
  readonly import_id: number
  readonly import_kind: ImportKind
  readonly import_name: string
  readonly imported_at: Date
}

/** Statements in which one of the references (GeoNames ids in digits, unit codes) is a party. */
export function tiesOf(database: Kysely<Tables>, references: readonly string[]): Promise<TieStatementRow[]> {
  return database
    .selectFrom('tie_statements as t')
    .innerJoin('imports as i', 'i.id', 't.import')
    .select(['t.place_a', 't.place_b', 't.source', 't.since', 't.until', 't.reference', 't.note', 't.statement'])
    .select(['i.id as import_id', 'i.kind as import_kind', 'i.name as import_name', 'i.at as imported_at'])
    .where((where) => where.or([where('t.place_a', 'in', references), where('t.place_b', 'in', references)]))
    .orderBy('t.place_a')
    .orderBy('t.place_b')
    .orderBy('t.source')
    .execute()
}
