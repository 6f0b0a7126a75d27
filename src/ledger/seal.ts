// Gives an intent its place in its strand, its hash and its office's signature.
import type { Kysely } from 'kysely'
import { BODY_VERSION } from '../domain/act/act-bodies.ts'
import { NO_HASH, type AnyAct, type AnyIntent, type Hash } from '../domain/act/act.ts'
import type { Tables } from '../db/tables.ts'
import { hashOfAct } from './canonical.ts'
import type { KeyRing } from './office-keys.ts'

/** The last act of a strand; zeros where it has none. */
export interface Place {
  readonly seq: number
  readonly clock: number
  readonly hash: Hash
}

export interface Sealing {
  readonly intent: AnyIntent
  readonly partnership: string
  readonly at: string
  readonly end: Place
  readonly clock: number
}

export async function seal({ intent, partnership, at, end, clock }: Sealing, keys: KeyRing): Promise<AnyAct> {
  const { side, scope, type, body, by, basis, evidence } = intent
  const content = {
    partnership,
    side,
    scope,
    seq: end.seq + 1,
    clock,
    type,
    version: BODY_VERSION,
    body,
    at,
    by,
    basis,
    evidence,
    previous: end.hash,
  }
  const hash = hashOfAct(content)
  // Through JSON once, so that what is folded now is what will be read again.
  const act: unknown = JSON.parse(JSON.stringify({ ...content, hash, signature: await keys.sign(by.office, hash) }))
  return act as AnyAct
}

export async function strandEnd(
  database: Kysely<Tables>,
  partnership: string,
  { scope, side }: Pick<AnyIntent, 'scope' | 'side'>,
): Promise<Place> {
  const row = await database
    .selectFrom('acts')
    .select(['seq', 'clock', 'hash'])
    .where('partnership', '=', partnership)
    .where('scope', '=', scope)
    .where('side', '=', side)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? { seq: 0, clock: 0, hash: NO_HASH }
    : { seq: row.seq, clock: Number(row.clock), hash: row.hash }
}
