// What one side alone sees: the shared state, and its private strand folded on top of it. Private strands are short, so
// they are folded when asked for and no state of them is kept.
import type { Kysely } from 'kysely'
import type { AnyAct, AnyIntent, Side } from '../domain/act/act.ts'
import { evolve } from '../domain/partnership/evolve.ts'
import { names, touches } from '../domain/partnership/touches.ts'
import type { Tables } from '../db/tables.ts'
import { asAct, loadReading, type LoadedReading } from './loaded-reading.ts'

/** `intent`: what is to be decided on it; what that touches is loaded too. */
export async function privateView(
  database: Kysely<Tables>,
  partnership: string,
  side: Side,
  intent?: AnyIntent,
): Promise<LoadedReading> {
  const acts = await privateActs(database, partnership, side)
  const said = [...acts, ...(intent ? [intent] : [])]
  const hashes = said.flatMap((one) => names(one))
  const targets = await actsByHash(database, partnership, hashes)
  const refs = said.flatMap((one) => touches(one, targets))
  const view = await loadReading(database, partnership, refs, hashes)
  if (view === undefined) throw new Error(`There is no state of ${partnership}.`)
  for (const act of acts) view.take(act, evolve(view, act))
  return view
}

export async function privateActs(
  database: Kysely<Tables>,
  partnership: string,
  side: Side,
): Promise<readonly AnyAct[]> {
  const rows = await database
    .selectFrom('acts')
    .select('canonical')
    .where('partnership', '=', partnership)
    .where('scope', '=', 'private')
    .where('side', '=', side)
    .orderBy('seq')
    .execute()
  return rows.map((row) => asAct(row.canonical))
}

async function actsByHash(
  database: Kysely<Tables>,
  partnership: string,
  hashes: readonly string[],
): Promise<readonly AnyAct[]> {
  if (hashes.length === 0) return []
  const rows = await database
    .selectFrom('acts')
    .select('canonical')
    .where('partnership', '=', partnership)
    .where('hash', 'in', [...hashes])
    .execute()
  return rows.map((row) => asAct(row.canonical))
}
