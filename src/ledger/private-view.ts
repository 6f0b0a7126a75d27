// What one side alone sees: the shared state, and its private strand folded on top of it. Private strands are short, so
// they are folded when asked for and no state of them is kept.
import type { Kysely } from 'kysely'
import type { AnyAct, AnyIntent, Side } from '../domain/act/act.ts'
import { evolve } from '../domain/partnership/evolve.ts'
import type { Delivered } from '../domain/partnership/order-acts.ts'
import { names, touches } from '../domain/partnership/touches.ts'
import type { Tables } from '../db/tables.ts'
import { loadReading, type LoadedReading } from './loaded-reading.ts'
import { actsByHash, storedAct, wellWorded } from './stored-acts.ts'

export interface Asked {
  /** What is to be decided on it; what that touches is loaded too. */
  readonly intent?: AnyIntent
  /** Private acts that follow those that are kept. */
  readonly unwritten?: readonly AnyAct[]
}

export async function privateView(
  database: Kysely<Tables>,
  partnership: string,
  side: Side,
  { intent, unwritten = [] }: Asked = {},
): Promise<LoadedReading> {
  const kept = await privateActs(database, partnership, side)
  const acts: readonly Delivered[] = [...kept, ...unwritten.map((act) => ({ act }))]
  const said = [...wellWorded(acts), ...(intent ? [intent] : [])]
  const hashes = said.flatMap((one) => names(one))
  const targets = [...wellWorded(await actsByHash(database, partnership, hashes)), ...unwritten]
  const refs = said.flatMap((one) => touches(one, targets))
  const view = await loadReading(database, partnership, refs, hashes)
  if (view === undefined) throw new Error(`There is no state of ${partnership}.`)
  for (const { act, fault } of acts) view.take(act, evolve(view, act, fault))
  return view
}

export async function privateActs(
  database: Kysely<Tables>,
  partnership: string,
  side: Side,
): Promise<readonly Delivered[]> {
  const rows = await database
    .selectFrom('acts')
    .select('canonical')
    .where('partnership', '=', partnership)
    .where('scope', '=', 'private')
    .where('side', '=', side)
    .orderBy('seq')
    .execute()
  return rows.map((row) => storedAct(row.canonical))
}
