// Taking an import back: what it touched becomes again what it was.
import { sql, type Transaction } from 'kysely'
import { raiseNetworkVersion } from './network-lock.ts'
import type { Tables } from './tables.ts'

/** The newest import after `id`, not undone, that touched a statement which `id` touched too. */
export async function laterImportOfSameTies(transaction: Transaction<Tables>, id: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`
    select max(later.import) as id
    from tie_changes mine join tie_changes later using (place_a, place_b, source)
    where mine.import = ${id} and later.import > ${id}`.execute(transaction)
  return rows[0].id ?? undefined
}

/** Restores what stood before the import, byte for byte, and marks it undone. Call under lockTies. */
export async function restoreBefore(transaction: Transaction<Tables>, id: number): Promise<void> {
  await sql`
    delete from tie_statements t using tie_changes c
    where c.import = ${id} and t.place_a = c.place_a and t.place_b = c.place_b and t.source = c.source`.execute(
    transaction,
  )
  await sql`
    insert into tie_statements
    select restored.* from tie_changes c, jsonb_populate_record(null::tie_statements, c.before) restored
    where c.import = ${id} and c.before is not null`.execute(transaction)
  await transaction.deleteFrom('tie_changes').where('import', '=', id).execute()
  await transaction
    .updateTable('imports')
    .set({ undone_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
  await raiseNetworkVersion(transaction)
}
