// The few rows of a partnership that one decision needs, as a reading. Asking for anything that was not loaded is a fault
// of ours and is told, never answered with "not there".
import { sql, type Kysely } from 'kysely'
import { NO_HASH, type AnyAct, type Hash, type Scope, type Side } from '../domain/act/act.ts'
import type { Head } from '../domain/partnership/head.ts'
import type { ObjectChange, ObjectRef } from '../domain/partnership/objects.ts'
import type { Changes, Reading } from '../domain/partnership/reading.ts'
import type { Tables } from '../db/tables.ts'
import type { Place } from './seal.ts'
import { storedAct } from './stored-acts.ts'

export interface LoadedReading extends Reading {
  /** Of the row that holds the head; writing asks for the same one again. */
  readonly version: number
  /** Where a strand ends; zeros where it has no act. */
  end(strand: Strand): Place
  take(act: AnyAct, changes: Changes): void
  /** What was changed since it was loaded, each object once. */
  changed(): readonly ObjectChange[]
  /** What is known once the changes are written. */
  afterwards(): Known
}

interface Row {
  readonly version: number
  readonly head: string
  readonly objects: readonly (readonly [string, string, string])[] | null
  readonly named: readonly string[] | null
  /** Scope, side, place, clock and hash of the last act of each strand. */
  readonly ends: readonly (readonly [Scope, Side, number, number, Hash])[] | null
}

/** undefined where there is no such partnership. `lock` keeps others from writing until the transaction is over. */
export async function loadReading(
  database: Kysely<Tables>,
  partnership: string,
  refs: readonly ObjectRef[],
  hashes: readonly Hash[],
  lock = false,
): Promise<LoadedReading | undefined> {
  if (lock) await sql`select 1 from states where partnership = ${partnership} for update`.execute(database)
  const kinds = refs.map(({ kind }) => kind as string)
  const ids = refs.map(({ id }) => id)
  const { rows } = await sql<Row>`select * from ledger_read(${partnership}, ${kinds}::text[], ${ids}::text[],
    ${[...hashes]}::text[])`.execute(database)
  const [row] = rows
  if (row === undefined) return undefined
  const objects = (row.objects ?? []).map(([kind, id, value]) => [keyOf({ kind, id }), JSON.parse(value)] as const)
  const acts = (row.named ?? []).map((text) => storedAct(text).act)
  const ends = (row.ends ?? []).map(
    ([scope, side, seq, clock, hash]) => [strandOf({ scope, side }), { seq, clock, hash }] as const,
  )
  const head = JSON.parse(row.head) as Head
  const known = { version: row.version, head, objects: new Map(objects), ends: new Map(ends) }
  return readingOver(known, refs, { acts, hashes })
}

type Strand = Pick<AnyAct, 'scope' | 'side'>

const strandOf = ({ scope, side }: Strand) => `${scope}/${side}`

export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind}/${id}`

export interface Known {
  /** Of the row that holds the head. */
  readonly version: number
  readonly head: Head
  /** By `keyOf`. */
  readonly objects: ReadonlyMap<string, unknown>
  /** The last act of each strand, by `strandOf`. */
  readonly ends: ReadonlyMap<string, Place>
}

/** `refs` and `hashes` may be asked for, and nothing else; those that are not among what is known are not there. */
export function readingOver(
  known: Known,
  refs: readonly ObjectRef[],
  named: { readonly acts: readonly AnyAct[]; readonly hashes: readonly Hash[] } = { acts: [], hashes: [] },
): LoadedReading {
  const mayAsk = new Set(refs.map(keyOf))
  const mayName = new Set(named.hashes)
  const objects = new Map(known.objects)
  const acts = new Map(named.acts.map((act) => [act.hash, act]))
  const changes = new Map<string, ObjectChange>()
  const ends = new Map(known.ends)
  let { head } = known
  return {
    version: known.version,
    get head() {
      return head
    },
    end: (strand) => ends.get(strandOf(strand)) ?? { seq: 0, clock: 0, hash: NO_HASH },
    object(kind, id) {
      const key = keyOf({ kind, id })
      if (!mayAsk.has(key)) throw new Error(`A rule asked for ${key}, which it had not named.`)
      return objects.get(key) as never
    },
    act(hash) {
      if (!mayName.has(hash)) throw new Error(`A rule asked for the act ${hash}, which it had not named.`)
      return acts.get(hash)
    },
    take(act, { head: next, objects: touched = [] }) {
      head = next ?? head
      ends.set(strandOf(act), { seq: act.seq, clock: act.clock, hash: act.hash })
      mayName.add(act.hash)
      acts.set(act.hash, act)
      for (const change of touched) {
        const key = keyOf(change)
        mayAsk.add(key)
        // Moved to the end: what was touched last is remembered the longest.
        objects.delete(key)
        objects.set(key, change.value)
        changes.set(key, change)
      }
    },
    changed: () => [...changes.values()],
    afterwards: () => ({ version: known.version + 1, head, objects, ends }),
  }
}
