// The door to the database: a pool of connections behind Kysely. A lost connection is reported as the refusal that it is,
// whichever query found out.
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'
import { addressOf, isConnectionLoss, unreachable } from './unreachable.ts'

export interface DatabaseOptions {
  /** Connections at most; a command needs few, a server more. */
  readonly connections?: number
  /** Milliseconds that one statement may take. */
  readonly statementTimeout?: number
}

const CONNECT_LIMIT_MS = 10_000
const STATEMENT_LIMIT_MS = 60_000
const IDLE_TRANSACTION_LIMIT_MS = 120_000

/** @param url as `openPostgres` gives it */
export function openDatabase(url: string, options: DatabaseOptions = {}): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'kembar',
    max: options.connections ?? 10,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: options.statementTimeout ?? STATEMENT_LIMIT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_LIMIT_MS,
    types: { getTypeParser },
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: watched(pool, addressOf(url)) }) })
}

/** bigint (our counts are far below 2^53) as a number, a date as `YYYY-MM-DD`: a Date would put it into a time zone. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: never) => unknown {
  if (oid === pg.types.builtins.INT8) return Number
  if (oid === pg.types.builtins.DATE) return String
  return pg.types.getTypeParser(oid, format as 'text') as (text: never) => unknown
}

function watched(pool: pg.Pool, address: string): PostgresPool {
  const named = (error: unknown) => (isConnectionLoss(error) ? unreachable(address, error) : error)
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw named(error)
      })
      return watchedClient(client, named)
    },
  }
}

function watchedClient(client: pg.PoolClient, named: (error: unknown) => unknown): PostgresPoolClient {
  let broken = false
  // A connection that breaks between two statements of a transaction tells the next statement, not the process.
  const ignore = () => {}
  client.on('error', ignore)
  const query = async (...args: Parameters<PostgresPoolClient['query']>): Promise<unknown> => {
    try {
      return await (client.query as (...args: unknown[]) => Promise<unknown>).apply(client, args)
    } catch (error) {
      broken ||= isConnectionLoss(error)
      throw named(error)
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => {
      client.off('error', ignore)
      client.release(destroy === true || broken)
    },
  }
}
