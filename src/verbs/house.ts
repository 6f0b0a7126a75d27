// What main hands to every verb: the reference data in memory and the doors to the database.
import type { Kysely } from 'kysely'
import type { Gazetteer } from '../atlas/gazetteer.ts'
import type { MatchModel } from '../atlas/match/model.ts'
import type { Network } from '../atlas/network/network.ts'
import type { PlaceSearch } from '../atlas/search/place-search.ts'
import type { Tables } from '../db/tables.ts'
import type { KeyRing } from '../ledger/office-keys.ts'

/** The reference data and the model: all that a match over a network file needs. */
export interface Atlas {
  readonly gazetteer: Gazetteer
  readonly search: PlaceSearch
  readonly model: MatchModel
}

/** The record of partnerships: the acts, and the keys with which offices sign them. */
export interface RecordRoom {
  readonly database: Kysely<Tables>
  readonly keys: KeyRing
}

export interface House extends Atlas {
  readonly database: Kysely<Tables>
  /** The ties of the database as a graph over the gazetteer; loaded again when another import changed them. */
  network(): Promise<Network>
}
