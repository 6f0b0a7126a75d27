// Read model: the imports, newest first.
import type { Kysely, Selectable } from 'kysely'
import type { ImportsTable } from './network-tables.ts'
import type { Tables } from './tables.ts'

export type ImportRow = Selectable<ImportsTable>

export function listImportRows(database: Kysely<Tables>): Promise<ImportRow[]> {
  return database.selectFrom('imports').selectAll().orderBy('id', 'desc').execute()
}

/** The import of this id, or the newest that is not undone. */
export function findImport(database: Kysely<Tables>, id?: number): Promise<ImportRow | undefined> {
  const all = database.selectFrom('imports').selectAll()
  const one =
    id === undefined ? all.where('undone_at', 'is', null).orderBy('id', 'desc').limit(1) : all.where('id', '=', id)
  return one.executeTakeFirst()
}

export async function hasAnyImport(database: Kysely<Tables>): Promise<boolean> {
  return (await database.selectFrom('imports').select('id').limit(1).executeTakeFirst()) !== undefined
}
