// Read model: the pairs of the network, for the graph, and the version that tells whether they changed.
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export interface TiedPair {
  readonly place_a: string
  readonly place_b: string
}

export function tiedPairs(database: Kysely<Tables>): Promise<TiedPair[]> {
  return database.selectFrom('tie_statements').select(['place_a', 'place_b']).distinct().execute()
}

export async function networkVersion(database: Kysely<Tables>): Promise<number> {
  const { version } = await database.selectFrom('network_version').select('version').executeTakeFirstOrThrow()
  return version
}
