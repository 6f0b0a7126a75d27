// The state of a partnership made again from its acts, and put in the place of the one that was kept.
import { sql, type Kysely, type Transaction } from 'kysely'
import { evolve } from '../domain/partnership/evolve.ts'
import { growingState, type GrowingState } from '../domain/partnership/memory-state.ts'
import type { Delivered } from '../domain/partnership/order-acts.ts'
import { orderActs } from '../domain/partnership/order-acts.ts'
import type { Tables } from '../db/tables.ts'
import { canonical } from './canonical.ts'
import { storedAct, storedActs } from './stored-acts.ts'

export interface Rebuilt {
  readonly acts: number
  /** `head` and `kind/id` of what differed before; empty where the kept state was right to the byte. */
  readonly differed: readonly string[]
}

/** Nobody writes to the partnership meanwhile. */
export function rebuild(database: Kysely<Tables>, partnership: string): Promise<Rebuilt> {
  return database.transaction().execute((held) => rebuildWithin(held, partnership))
}

export async function rebuildWithin(held: Transaction<Tables>, partnership: string): Promise<Rebuilt> {
  await sql`select 1 from states where partnership = ${partnership} for update`.execute(held)
  const state = await refold(held, partnership)
  const differed = await differences(held, partnership, state)
  if (differed.length > 0) await replace(held, partnership, state)
  return { acts: state.head.acts, differed }
}

export async function refold(database: Kysely<Tables>, partnership: string): Promise<GrowingState> {
  const delivered: Delivered[] = []
  for await (const row of storedActs(database, partnership, 'shared')) {
    delivered.push(storedAct(row.canonical))
  }
  const state = growingState(partnership)
  for (const { act, fault } of orderActs(delivered).acts) state.take(act, evolve(state, act, fault))
  return state
}

async function differences(
  database: Kysely<Tables>,
  partnership: string,
  state: GrowingState,
): Promise<readonly string[]> {
  const made = new Map(state.everything().map(({ kind, id, value }) => [`${kind}/${id}`, canonical(value)]))
  made.set('head', canonical(state.head))
  const [head, objects] = await Promise.all([
    database.selectFrom('states').select('head').where('partnership', '=', partnership).execute(),
    database.selectFrom('objects').select(['kind', 'id', 'value']).where('partnership', '=', partnership).execute(),
  ])
  const kept = new Map(objects.map(({ kind, id, value }) => [`${kind}/${id}`, value]))
  for (const row of head) kept.set('head', row.head)
  return [...new Set([...made.keys(), ...kept.keys()])].filter((key) => made.get(key) !== kept.get(key)).toSorted()
}

async function replace(database: Kysely<Tables>, partnership: string, state: GrowingState): Promise<void> {
  await database.deleteFrom('objects').where('partnership', '=', partnership).execute()
  const all = state.everything()
  await sql`insert into objects (partnership, kind, id, value)
    select ${partnership}, changed.* from unnest(${all.map(({ kind }) => kind as string)}::text[],
      ${all.map(({ id }) => id)}::text[], ${all.map(({ value }) => canonical(value))}::text[]) as changed`.execute(
    database,
  )
  await sql`update states set head = ${canonical(state.head)}, version = version + 1
    where partnership = ${partnership}`.execute(database)
}
