// Takes a record in from a file: all of it or nothing. What is known already is passed over; what was altered, or says
// something else where this record already has an act, is refused.
import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { orderActs } from '../domain/partnership/order-acts.ts'
import { readActsFile } from '../ledger/acts-file.ts'
import { isWordFault } from '../ledger/check-act.ts'
import { takeIn } from '../ledger/take-in.ts'
import { done, refuse, type Result } from './refusal.ts'

export interface ImportedRecord {
  readonly slug: string
  readonly added: number
  readonly known: number
  /** Of all acts that are here now, those that do not count where they stand. */
  readonly void: number
}

/** `slug`: the name here of a partnership that is new; its id where absent. */
export async function importLedger(
  database: Kysely<Tables>,
  file: string,
  shown: string,
  slug?: string,
): Promise<Result<ImportedRecord>> {
  const read = readActsFile(file, shown)
  if (!read.ok) return read
  const { acts, keys, blobs, partnership } = read.value
  const ordered = orderActs(acts)
  const bad = [...acts, ...ordered.acts].find(({ fault }) => fault !== undefined && !isWordFault(fault))
  if (bad?.fault !== undefined)
    return refuse({ code: 'bad-act', place: shown, side: bad.act.side, seq: bad.act.seq, problem: bad.fault.code })
  const imported = await takeIn(database, { partnership, slug, acts, keys, blobs })
  return imported.ok ? done(imported.value) : imported
}
