// Runs the web server: database, migrations, hold on the data folder, then the port; and everything back in reverse order.
import { serve as listen, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import type { Tables } from '../db/tables.ts'
import { Refused } from '../verbs/refusal.ts'
import type { Config } from './config.ts'
import { holdDataFolder } from './data-folder-hold.ts'
import { openPostgres } from './postgres.ts'

export interface Ground {
  readonly database: Kysely<Tables>
  close(): Promise<void>
}

export interface Server {
  /** The port that was taken, also where the setting was 0. */
  readonly port: number
  stop(): Promise<void>
}

/** Requests that are under way get this long to end before their connections are cut. */
const DRAIN_LIMIT_MS = 3_000

/** The database, ready for use: what every command that needs it opens first. */
export async function openGround(
  config: Config,
  note: (sentence: string) => void = () => {},
): Promise<Ground & { url: string; embedded: boolean }> {
  const postgres = await openPostgres(config, { note })
  try {
    await migrate(postgres.url)
  } catch (error) {
    await postgres.close()
    throw error
  }
  const database = openDatabase(postgres.url)
  const close = async () => {
    await database.destroy()
    await postgres.close()
  }
  return { url: postgres.url, embedded: postgres.embedded, database, close }
}

/**
 * @param makeApp called once the database is ready
 * @param onLost called when the server must stop because another one has taken the data folder
 * @throws Refused, among them `port-in-use` and `data-folder-in-use`; then nothing is left running
 */
export async function startServer(
  config: Config,
  makeApp: (ground: Ground) => Hono | Promise<Hono>,
  hooks: { readonly note?: (sentence: string) => void; readonly onLost?: (reason: Refused) => void } = {},
): Promise<Server> {
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const ground = await openGround(config, hooks.note)
    closers.push(() => ground.close())
    if (ground.embedded) {
      const hold = await holdDataFolder(ground.url, config.dataFolder, (reason) => hooks.onLost?.(reason))
      closers.push(() => hold.release())
    }
    const app = await makeApp(ground)
    const { server, port } = await openPort(app, config.port)
    closers.push(() => closePort(server))
    return { port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A whole request must have come within this, its headers sooner: a slow sender must not hold a connection. */
const REQUEST_LIMIT_MS = 30_000
const HEADERS_LIMIT_MS = 15_000

function openPort(app: Hono, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = listen(
      { fetch: app.fetch, port, serverOptions: { requestTimeout: REQUEST_LIMIT_MS, headersTimeout: HEADERS_LIMIT_MS } },
      (info) => resolve({ server, port: info.port }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new Refused({ code: 'port-in-use', port }, { cause: error })
          : error,
      )
    })
  })
}

function closePort(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_LIMIT_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
