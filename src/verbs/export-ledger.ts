// A record as lines of a file: the keys of its offices, then its acts in the order of the fold, byte for byte as they were
// hashed; a private strand and the files only where asked for.
import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { AnyAct, Side } from '../domain/act/act.ts'
import { getBlob } from '../ledger/blobs.ts'
import { keysOf } from '../ledger/office-keys.ts'
import { partnershipBySlug } from '../ledger/partnerships.ts'
import { storedActs } from '../ledger/stored-acts.ts'
import { done, refuse, type Result } from './refusal.ts'

export interface ExportChoice {
  /** The side whose private strand goes with it. */
  readonly private?: Side
  readonly blobs?: boolean
}

/** `write` is handed one line after the other, without its line end. Resolves to the number of acts. */
export function exportLedger(
  database: Kysely<Tables>,
  slug: string,
  choice: ExportChoice,
  write: (line: string) => void,
): Promise<Result<number>> {
  // One moment of the record, whatever is recorded meanwhile.
  const moment = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return moment.execute((held) => exportWithin(held, slug, choice, write))
}

async function exportWithin(
  database: Kysely<Tables>,
  slug: string,
  choice: ExportChoice,
  write: (line: string) => void,
): Promise<Result<number>> {
  const row = await partnershipBySlug(database, slug)
  if (row === undefined) return refuse({ code: 'unknown-partnership', slug })
  const offices = new Set<string>()
  const blobs = new Map<string, string>()
  for await (const line of wanted(database, row.id, choice)) {
    const { by, evidence } = JSON.parse(line) as AnyAct
    offices.add(by.office)
    for (const { sha256, title } of evidence) blobs.set(sha256, title)
  }
  for (const { office, number, public_key, endorsement } of await keysOf(database, [...offices]))
    write(JSON.stringify({ key: { office, number, public_key, endorsement } }))
  if (choice.blobs === true) {
    for (const [sha256, title] of blobs) {
      const blob = await getBlob(database, sha256)
      if (blob) write(JSON.stringify({ blob: { sha256, title, content: blob.content.toString('base64') } }))
    }
  }
  let acts = 0
  for await (const line of wanted(database, row.id, choice)) {
    write(line)
    acts += 1
  }
  return done(acts)
}

async function* wanted(database: Kysely<Tables>, partnership: string, choice: ExportChoice): AsyncGenerator<string> {
  for await (const { canonical } of storedActs(database, partnership, 'shared')) yield canonical
  if (choice.private === undefined) return
  for await (const { side, canonical } of storedActs(database, partnership, 'private'))
    if (side === choice.private) yield canonical
}
