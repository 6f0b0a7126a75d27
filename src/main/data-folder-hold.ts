// Two servers on one data folder would write the same caches and answer on behalf of the same office. The second is told
// so: the first holds a session lock in the embedded database, which PostgreSQL releases however the first one ends.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isConnectionLoss } from '../db/unreachable.ts'
import { Refused } from '../verbs/refusal.ts'

export interface DataFolderHold {
  release(): Promise<void>
}

const SERVE_LOCK = 0x6b656d02
/** PostgreSQL notices within moments that a killed process is gone; a living one keeps the lock. */
const PATIENCE_MS = 2_000
const RETRY_MS = 100

/**
 * @param onLost called once when the lock was lost with the connection and someone else has taken it
 * @throws Refused `data-folder-in-use`
 */
export async function holdDataFolder(
  url: string,
  folder: string,
  onLost: (reason: Refused) => void,
): Promise<DataFolderHold> {
  let released = false
  let client = await take(url, folder)
  const watch = () => {
    client.once('end', () => {
      if (!released) void retake()
    })
  }
  // The server may have been killed and started again under us.
  const retake = async () => {
    for (let tries = 0; !released; tries++) {
      try {
        client = await take(url, folder)
        return watch()
      } catch (error) {
        if (error instanceof Refused || !isConnectionLoss(error) || tries > 600) return onLost(inUse(folder))
        await sleep(RETRY_MS)
      }
    }
  }
  watch()
  return {
    release: async () => {
      released = true
      await client.end().catch(() => {})
    },
  }
}

const inUse = (folder: string) => new Refused({ code: 'data-folder-in-use', folder })

async function take(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'kembar serve',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [SERVE_LOCK])
      if (rows[0].mine) return client
      if (Date.now() > deadline) throw inUse(folder)
      await sleep(RETRY_MS)
    }
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}
