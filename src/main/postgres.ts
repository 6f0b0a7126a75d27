// The database of this installation: a server that DATABASE_URL names, or the embedded PostgreSQL in the data folder,
// which is started when it is not running and stopped by whoever leaves last.
import { checkServer } from './postgres-server.ts'
import type { Config } from './config.ts'
import { findBinaries, type BinariesSource } from './postgres-binaries.ts'
import { attachCluster } from './postgres-cluster.ts'
import { ensureDataFolder, placeCluster } from './postgres-place.ts'

export interface Postgres {
  /** A connection URL. It contains a password: never log it. */
  readonly url: string
  /** True where Kembar runs the server itself. */
  readonly embedded: boolean
  /** Leaves the database; an embedded server without other users is stopped. */
  close(): Promise<void>
}

export interface PostgresOptions {
  /** Which programs run an embedded server. */
  readonly source?: BinariesSource
  /** Where root may keep what another user must reach, best first. */
  readonly stateFolders?: readonly string[]
  /** Settings over ours, for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told in a sentence what a person may want to know: where the cluster lies, that the server was started again. */
  readonly note?: (sentence: string) => void
}

const STATE_FOLDERS = ['/var/lib/kembar', '/srv/kembar', '/var/tmp/kembar']

/** @throws Refused when the server cannot be reached, is too old or cannot be started */
export async function openPostgres(config: Config, options: PostgresOptions = {}): Promise<Postgres> {
  if (config.databaseUrl !== undefined) {
    await checkServer(config.databaseUrl)
    return { url: config.databaseUrl, embedded: false, close: async () => {} }
  }
  const note = options.note ?? (() => {})
  ensureDataFolder(config.dataFolder)
  const place = placeCluster(config.dataFolder, options.stateFolders ?? STATE_FOLDERS, note)
  const binaries = findBinaries(options.source ?? 'any', place)
  const attached = await attachCluster(place, binaries, { settings: options.settings ?? {}, note })
  return { url: attached.url, embedded: true, close: attached.close }
}
