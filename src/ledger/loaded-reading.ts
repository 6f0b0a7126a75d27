// The few rows of a partnership that one decision needs, as a reading. Asking for anything that was not loaded is a fault
// of ours and is told, never answered with "not there".
import { sql, type Kysely } from 'kysely'
import { NO_HASH, type AnyAct, type Hash, type Scope, type Side } from '../domain/act/act.ts'
import { parseAct } from '../domain/act/parse-act.ts'
import type { Head } from '../domain/partnership/head.ts'
import type { ObjectChange, ObjectRef } from '../domain/partnership/objects.ts'
import type { Changes, Reading } from '../domain/partnership/reading.ts'
import type { Tables } from '../db/tables.ts'
import type { Place } from './seal.ts'
import { upcast } from './upcast.ts'

export interface LoadedReading extends Reading {
  /** Of the row that holds the head; writing asks for the same one again. */
  readonly version: string
  /** Where a strand ends; zeros where it has no act. */
  end(scope: Scope, side: Side): Place
  take(act: AnyAct, changes: Changes): void
  /** What was changed since it was loaded, each object once. */
  changed(): readonly ObjectChange[]
}

interface Row {
  readonly version: string
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
  return row && overRow(row, refs, hashes)
}

function overRow(row: Row, refs: readonly ObjectRef[], hashes: readonly Hash[]): LoadedReading {
  const loaded = new Set(refs.map(({ kind, id }) => `${kind}/${id}`))
  const named = new Set(hashes)
  const objects = new Map(
    (row.objects ?? []).map(([kind, id, value]) => [`${kind}/${id}`, JSON.parse(value) as unknown]),
  )
  const acts = new Map((row.named ?? []).map((text) => asAct(text)).map((act) => [act.hash, act]))
  const changes = new Map<string, ObjectChange>()
  const ends = new Map((row.ends ?? []).map(([scope, side, ...end]) => [`${scope}/${side}`, end]))
  let head = JSON.parse(row.head) as Head
  return {
    version: row.version,
    end(scope, side) {
      const [seq, clock, hash] = ends.get(`${scope}/${side}`) ?? [0, 0, NO_HASH]
      return { seq, clock, hash }
    },
    get head() {
      return head
    },
    object(kind, id) {
      const key = `${kind}/${id}`
      if (!loaded.has(key)) throw new Error(`A rule asked for ${key}, which it had not named.`)
      return objects.get(key) as never
    },
    act(hash) {
      if (!named.has(hash)) throw new Error(`A rule asked for the act ${hash}, which it had not named.`)
      return acts.get(hash)
    },
    take(act, { head: next, objects: touched = [] }) {
      head = next ?? head
      ends.set(`${act.scope}/${act.side}`, [act.seq, act.clock, act.hash])
      named.add(act.hash)
      acts.set(act.hash, act)
      for (const change of touched) {
        const key = `${change.kind}/${change.id}`
        loaded.add(key)
        objects.set(key, change.value)
        changes.set(key, change)
      }
    },
    changed: () => [...changes.values()],
  }
}

/** An act as it was kept, brought to the present shape of its body. @throws Error where the row holds none */
export function asAct(text: string): AnyAct {
  const parsed = parseAct(JSON.parse(text), upcast)
  if (!parsed.ok) throw new Error(`The ledger holds something that is no act: ${parsed.refusal.field}`)
  return parsed.act
}
