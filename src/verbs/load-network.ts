// The ties of the database as a graph over the gazetteer, kept in memory until an import, here or elsewhere, changes them.
import type { Kysely } from 'kysely'
import { seatOf, type Entry, type Gazetteer } from '../atlas/gazetteer.ts'
import { buildNetwork, type Network } from '../atlas/network/network.ts'
import { networkVersion, tiedPairs } from '../db/tied-pairs.ts'
import type { Tables } from '../db/tables.ts'
import { entryOfRef } from './place-ref.ts'

/** Gives a function for `House.network`. Each call asks the database for one number; only a new number loads the ties. */
export function networkOf(database: Kysely<Tables>, gazetteer: Gazetteer): () => Promise<Network> {
  let loaded: { readonly version: number; readonly network: Promise<Network> } | undefined
  return async () => {
    // The version is read before the ties: a change in between is noticed at the next call, never missed.
    const version = await networkVersion(database)
    if (loaded?.version !== version) {
      const network = loadNetwork(database, gazetteer)
      const mine = { version, network }
      loaded = mine
      network.catch(() => {
        if (loaded === mine) loaded = undefined
      })
    }
    return loaded.network
  }
}

/** A unit stands for its seat; ties whose places left the gazetteer, or whose unit has no listed seat, are no edges. */
export async function loadNetwork(database: Kysely<Tables>, gazetteer: Gazetteer): Promise<Network> {
  const place = (reference: string): Entry => {
    const entry = entryOfRef(gazetteer, reference)
    return entry < 0 ? -1 : seatOf(gazetteer, entry)
  }
  const edges: Entry[] = []
  for (const { place_a, place_b } of await tiedPairs(database)) {
    const [a, b] = [place(place_a), place(place_b)]
    if (a >= 0 && b >= 0) edges.push(a, b)
  }
  return buildNetwork(gazetteer.size, edges)
}
