// Acts as they were kept, in the order in which they fold, a page at a time, so that a long record fills no memory.
import { sql, type Kysely } from 'kysely'
import type { AnyAct, Hash } from '../domain/act/act.ts'
import { parseAct } from '../domain/act/parse-act.ts'
import type { Delivered } from '../domain/partnership/order-acts.ts'
import type { Tables } from '../db/tables.ts'
import { upcast } from './upcast.ts'

export interface StoredAct {
  readonly scope: 'shared' | 'private'
  readonly side: 'a' | 'b'
  readonly seq: number
  readonly clock: number
  readonly type: string
  readonly at: string
  readonly hash: string
  readonly canonical: string
}

const PAGE = 1000

/** By (clock, side, seq). */
export async function* storedActs(
  database: Kysely<Tables>,
  partnership: string,
  scope: 'shared' | 'private',
): AsyncGenerator<StoredAct> {
  let last: readonly [number, string, number] = [0, '', 0]
  for (;;) {
    const { rows } = await sql<Omit<StoredAct, 'at'> & { at: Date }>`
      select scope, side, seq, clock, type, at, hash, canonical from acts
        where partnership = ${partnership} and scope = ${scope}
          and (clock, side, seq) > (${last[0]}::bigint, ${last[1]}, ${last[2]}::int)
        order by clock, side, seq limit ${PAGE}`.execute(database)
    for (const row of rows) yield { ...row, clock: Number(row.clock), at: row.at.toISOString() }
    const end = rows.at(-1)
    if (end === undefined || rows.length < PAGE) return
    last = [end.clock, end.side, end.seq]
  }
}

/** The acts of these hashes that are here. */
export async function actsByHash(
  database: Kysely<Tables>,
  partnership: string,
  hashes: readonly Hash[],
): Promise<readonly Delivered[]> {
  if (hashes.length === 0) return []
  const rows = await database
    .selectFrom('acts')
    .select('canonical')
    .where('partnership', '=', partnership)
    .where('hash', 'in', [...hashes])
    .execute()
  return rows.map((row) => storedAct(row.canonical))
}

/** Acts that rules can be asked about: a newer Kembar may have written others. */
export const wellWorded = (delivered: readonly Delivered[]): readonly AnyAct[] =>
  delivered.flatMap(({ act, fault }) => (fault === undefined ? [act] : []))

/** An act as it was kept, brought to the present shape of its body. @throws Error where the row holds none */
export function storedAct(text: string): Delivered {
  const parsed = parseAct(JSON.parse(text), upcast)
  if (!parsed.ok) throw new Error(`The ledger holds something that is no act: ${parsed.refusal.field}`)
  return parsed
}
