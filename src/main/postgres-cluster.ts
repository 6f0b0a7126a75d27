// Keeps the embedded cluster running while anyone uses it. PostgreSQL itself is the arbiter, there are no lock files of
// ours: its postmaster.pid decides who runs the server, and an advisory lock, shared by all who use it, decides who may
// stop it. Both survive kill -9: the kernel and PostgreSQL release them.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isConnectionLoss } from '../db/unreachable.ts'
import { Refused } from '../verbs/refusal.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { createCluster, readPassword } from './postgres-create.ts'
import type { ClusterPlace } from './postgres-place.ts'
import {
  type Postmaster,
  isRunning,
  readPostmaster,
  startPostmaster,
  stopPostmaster,
  throwIfHopeless,
  type Start,
} from './postgres-process.ts'

export interface AttachedCluster {
  readonly url: string
  close(): Promise<void>
}

export interface ClusterOptions {
  readonly settings: Readonly<Record<string, string>>
  readonly note: (sentence: string) => void
}

interface Entered {
  readonly postmaster: Postmaster
  readonly client: pg.Client
}

/** Key of the advisory lock that every user of the cluster shares and whoever stops it holds alone. */
const USE_LOCK = 0x6b656d01
const START_LIMIT_MS = 60_000
/** Replaying the log after a power loss takes as long as it takes; only then is this waited for. */
const RECOVERY_LIMIT_MS = 900_000
const PAUSE_MS = 40

/** Adopts the running server or starts one, and keeps it running until `close`. */
export async function attachCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  options: ClusterOptions,
): Promise<AttachedCluster> {
  await createCluster(place, binaries, options.settings)
  let closing = false
  let entered = await enter(place, binaries, options)
  const url = urlOf(place, entered.postmaster)

  const watch = ({ client }: Entered) => {
    client.on('error', () => {})
    client.once('end', () => {
      if (closing) return
      options.note('The database server ended unexpectedly; starting it again.')
      reentry = enter(place, binaries, options).then(
        (next) => {
          entered = next
          watch(next)
        },
        (error: unknown) => options.note(`The database server does not start again: ${String(error)}`),
      )
    })
  }
  let reentry: Promise<void> = Promise.resolve()
  watch(entered)

  let closed: Promise<void> | undefined
  const close = async () => {
    closing = true
    await reentry
    await leave(place, binaries, entered)
  }
  return { url, close: () => (closed ??= close()) }
}

async function enter(place: ClusterPlace, binaries: PostgresBinaries, options: ClusterOptions): Promise<Entered> {
  let deadline = Date.now() + START_LIMIT_MS
  const recoveryDeadline = Date.now() + RECOVERY_LIMIT_MS
  let start: Start | undefined
  let failures = 0
  let last: unknown
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(place)
    if (postmaster !== undefined && isRunning(place, postmaster)) {
      try {
        if (postmaster.host !== '') return { postmaster, client: await connect(place, postmaster) }
      } catch (error) {
        if (!isConnectionLoss(error)) throw didNotStart(place, error)
        last = error
        if ((error as { code?: string }).code === '57P03' && Date.now() < recoveryDeadline)
          deadline = Date.now() + START_LIMIT_MS
      }
    } else if (start?.state() !== 'running') {
      if (start?.state() === 'failed') throwIfHopeless(place, start.lastLines(), ++failures)
      start = await startPostmaster(place, binaries, postmaster, options.settings)
    }
    await sleep(PAUSE_MS)
  }
  throw didNotStart(place, last, start?.lastLines())
}

async function connect(place: ClusterPlace, postmaster: Postmaster): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(place, postmaster),
    application_name: 'kembar keeper',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    // Waits while someone is stopping the server, and then fails with it.
    await client.query('select pg_advisory_lock_shared($1)', [USE_LOCK])
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

async function leave(place: ClusterPlace, binaries: PostgresBinaries, { client, postmaster }: Entered): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [USE_LOCK])
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [USE_LOCK])
    if (rows[0].alone) await stopPostmaster(place, binaries, postmaster)
  } catch (error) {
    // A server that is already gone needs no stopping.
    if (!isConnectionLoss(error)) throw error
  } finally {
    await client.end().catch(() => {})
  }
}

function urlOf(place: ClusterPlace, { host, port }: Postmaster): string {
  const password = readPassword(place)
  if (!host.startsWith('/')) return `postgresql://kembar:${password}@${host}:${port}/kembar`
  return `postgresql://kembar:${password}@localhost:${port}/kembar?host=${encodeURIComponent(host)}`
}

function didNotStart(place: ClusterPlace, cause: unknown, lines = ''): Refused {
  const said = cause === undefined ? '' : (cause as Error).message
  const reason = [said, lines].filter((text) => text !== '').join('\n') || 'no answer'
  return new Refused({ code: 'database-did-not-start', folder: place.folder, reason }, { cause })
}
