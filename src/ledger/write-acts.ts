// Writes acts and what they changed in one statement: it is there as a whole or not at all, whatever happens to us or to
// the server, and does nothing where what it was decided on no longer holds.
import { sql, type Kysely } from 'kysely'
import type { AnyAct } from '../domain/act/act.ts'
import type { ObjectRef } from '../domain/partnership/objects.ts'
import type { Tables } from '../db/tables.ts'
import { done, type Result } from '../verbs/refusal.ts'
import { canonical } from './canonical.ts'
import type { LoadedReading } from './loaded-reading.ts'
import { storedAct } from './stored-acts.ts'

export interface Writing {
  readonly partnership: string
  readonly request: string | undefined
  /** The state that was decided on, with the changes. */
  readonly reading: LoadedReading
  readonly acts: readonly AnyAct[]
  /** Objects that were taken not to be there without looking. */
  readonly unseen: readonly ObjectRef[]
}

/** A result where the same request was recorded meanwhile. */
export async function writeActs(
  database: Kysely<Tables>,
  writing: Writing,
): Promise<'written' | 'overtaken' | Result<readonly AnyAct[]>> {
  try {
    return (await insert(database, writing)) === writing.acts.length ? 'written' : 'overtaken'
  } catch (error) {
    // Such a request is there already. Nothing else can be: whoever writes an act raises the version.
    if ((error as { code?: string }).code !== '23505') throw error
    const before = await recordedBefore(database, writing)
    return before === undefined ? 'overtaken' : done(before)
  }
}

async function insert(
  database: Kysely<Tables>,
  { partnership, request, reading, acts, unseen }: Writing,
): Promise<number> {
  const objects = reading.changed()
  const { rows } = await sql<{ written: number }>`select ledger_write(
    ${partnership}, ${reading.version}, ${canonical(reading.head)},
    ${unseen.map(({ kind }) => kind as string)}::text[], ${unseen.map(({ id }) => id)}::text[],
    ${objects.map(({ kind }) => kind as string)}::text[], ${objects.map(({ id }) => id)}::text[],
    ${objects.map(({ value }) => canonical(value))}::text[],
    ${request ?? null}, ${acts.map(({ scope }) => scope as string)}::text[],
    ${acts.map(({ side }) => side as string)}::text[], ${acts.map(({ seq }) => seq)}::integer[],
    ${acts.map(({ clock }) => clock)}::bigint[], ${acts.map(({ type }) => type as string)}::text[],
    ${acts.map(({ at }) => at)}::timestamptz[], ${acts.map(({ hash }) => hash)}::text[],
    ${acts.map((act) => canonical(act))}::text[]) as written`.execute(database)
  return rows[0]?.written ?? 0
}

/** What the request of this name recorded, if it did. */
export async function recordedBefore(
  database: Kysely<Tables>,
  { partnership, request }: { readonly partnership: string; readonly request?: string | undefined },
): Promise<readonly AnyAct[] | undefined> {
  if (request === undefined) return undefined
  const rows = await database
    .selectFrom('acts')
    .select('canonical')
    .where('partnership', '=', partnership)
    .where('request', '=', request)
    .orderBy('part')
    .execute()
  return rows.length === 0 ? undefined : rows.map((row) => storedAct(row.canonical).act)
}
