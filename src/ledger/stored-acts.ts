// Acts as they were kept, in the order in which they fold, a page at a time, so that a long record fills no memory.
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'

export interface StoredAct {
  readonly scope: 'shared' | 'private'
  readonly side: 'a' | 'b'
  readonly seq: number
  readonly clock: number
  readonly type: string
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
  let last: readonly [string, string, number] = ['0', '', 0]
  for (;;) {
    const { rows } = await sql<Omit<StoredAct, 'clock'> & { clock: string }>`
      select scope, side, seq, clock, type, hash, canonical from acts
        where partnership = ${partnership} and scope = ${scope}
          and (clock, side, seq) > (${last[0]}::bigint, ${last[1]}, ${last[2]}::int)
        order by clock, side, seq limit ${PAGE}`.execute(database)
    for (const row of rows) yield { ...row, clock: Number(row.clock) }
    const end = rows.at(-1)
    if (end === undefined || rows.length < PAGE) return
    last = [end.clock, end.side, end.seq]
  }
}
