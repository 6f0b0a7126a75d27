// Goes through a record act by act and names the first that is not as it was written.
import type { Kysely } from 'kysely'
import { NO_HASH, type AnyAct, type Hash } from '../domain/act/act.ts'
import type { DomainRefusal } from '../domain/refusal.ts'
import type { Tables } from '../db/tables.ts'
import { canonical, sha256 } from './canonical.ts'
import { checkAct, firstKeys, isWordFault, signatureCheck } from './check-act.ts'
import { keysOf, type OfficeKey } from './office-keys.ts'
import { readHead } from './overview.ts'
import { storedActs, type StoredAct } from './stored-acts.ts'

export interface BadAct {
  readonly scope: string
  readonly side: 'a' | 'b'
  readonly seq: number
  readonly hash: Hash
  /** A code of the refusals, or `column-differs`, `not-canonical`, `not-json`, `act-missing` (before this one), `blob-altered`, `ends-early` (acts after this one are gone). */
  readonly problem: string
}

export interface Verified {
  readonly acts: number
  readonly bad?: BadAct
}

interface Walk {
  /** The last act of each strand so far. */
  readonly ends: Map<string, Pick<AnyAct, 'scope' | 'side' | 'seq' | 'hash' | 'clock'>>
  readonly blobs: Set<Hash>
  readonly signed: (act: AnyAct) => DomainRefusal | undefined
}

export async function verify(database: Kysely<Tables>, partnership: string): Promise<Verified> {
  const { offices, first } = await voices(database, partnership)
  const keys: readonly OfficeKey[] = await keysOf(database, offices)
  const walk: Walk = { ends: new Map(), blobs: new Set(), signed: signatureCheck(keys, first) }
  let acts = 0
  for (const scope of ['shared', 'private'] as const) {
    for await (const row of storedActs(database, partnership, scope)) {
      const problem = problemOf(row, partnership, walk)
      if (problem !== undefined) return { acts, bad: { scope, side: row.side, seq: row.seq, hash: row.hash, problem } }
      acts += 1
    }
  }
  const cut = await missingEnd(database, partnership, walk)
  if (cut !== undefined) return { acts, bad: cut }
  const blob = await badBlob(database, partnership, walk.blobs)
  return blob === undefined ? { acts } : { acts, bad: blob }
}

/** Who spoke, and the keys that were named first: asked of all acts, since a key may be named after it was used. */
async function voices(database: Kysely<Tables>, partnership: string) {
  const named: AnyAct[] = []
  const offices = new Set<string>()
  for (const scope of ['shared', 'private'] as const) {
    for await (const { canonical: text } of storedActs(database, partnership, scope)) {
      const act = readable(text) as AnyAct | undefined
      if (typeof act?.by?.office === 'string') offices.add(act.by.office)
      if (act?.type === 'partnership.opened' || act?.type === 'seat.taken') named.push(act)
    }
  }
  return { offices: [...offices], first: firstKeys(named) }
}

function problemOf(row: StoredAct, partnership: string, { ends, blobs, signed }: Walk): string | undefined {
  const value = readable(row.canonical)
  if (value === undefined) return 'not-json'
  const parsed = checkAct(value)
  if (!parsed.ok) return parsed.refusal.code
  const { act, fault } = parsed
  if (fault !== undefined && !isWordFault(fault)) return fault.code
  if (canonical(value) !== row.canonical) return 'not-canonical'
  const same =
    act.partnership === partnership &&
    act.scope === row.scope &&
    act.side === row.side &&
    act.seq === row.seq &&
    act.clock === row.clock &&
    act.type === row.type &&
    act.at === row.at &&
    act.hash === row.hash
  if (!same) return 'column-differs'
  const strand = `${row.scope}/${row.side}`
  const end = ends.get(strand) ?? { seq: 0, hash: NO_HASH, clock: 0 }
  if (act.seq > end.seq + 1) return 'act-missing'
  if (act.seq !== end.seq + 1 || act.previous !== end.hash || act.clock <= end.clock) return 'chain-broken'
  ends.set(strand, act)
  for (const { sha256: hash } of act.evidence) blobs.add(hash)
  return signed(act)?.code
}

/** What no chain shows: that its last acts are gone. The state remembers how many there were. */
async function missingEnd(database: Kysely<Tables>, partnership: string, { ends }: Walk): Promise<BadAct | undefined> {
  const shared = [...ends.values()].filter(({ scope }) => scope === 'shared').toSorted((x, y) => y.clock - x.clock)
  const [last] = shared
  const head = await readHead(database, partnership)
  if (last === undefined || head === undefined) return undefined
  const { scope, side, seq, hash } = last
  const there = shared.reduce((sum, end) => sum + end.seq, 0)
  return head.acts > there ? { scope, side, seq, hash, problem: 'ends-early' } : undefined
}

/** Evidence that is here must be what it was; evidence of acts from elsewhere may not be here. */
async function badBlob(
  database: Kysely<Tables>,
  partnership: string,
  blobs: ReadonlySet<Hash>,
): Promise<BadAct | undefined> {
  for (const hash of blobs) {
    const row = await database.selectFrom('blobs').select('content').where('sha256', '=', hash).executeTakeFirst()
    if (row !== undefined && sha256(row.content) !== hash) return naming(database, partnership, hash)
  }
  return undefined
}

async function naming(database: Kysely<Tables>, partnership: string, blob: Hash): Promise<BadAct | undefined> {
  for (const scope of ['shared', 'private'] as const) {
    for await (const { side, seq, hash, canonical: text } of storedActs(database, partnership, scope)) {
      if (text.includes(blob)) return { scope, side, seq, hash, problem: 'blob-altered' }
    }
  }
  return undefined
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
