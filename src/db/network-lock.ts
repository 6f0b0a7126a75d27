// Advisory locks and the version of the network: every writer of ties goes through here.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

// "ties" and "fetc" in ASCII: numbers that no other part of Kembar takes.
const WRITING_TIES = 0x74696573
const FETCHING_TIES = 0x66657463

/** Waits until no other transaction writes ties; held until this one ends. */
export async function lockTies(transaction: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${WRITING_TIES}::bigint)`.execute(transaction)
}

/** Tells other processes that their graph is old, when this transaction commits. */
export async function raiseNetworkVersion(transaction: Transaction<Tables>): Promise<void> {
  await sql`update network_version set version = version + 1`.execute(transaction)
}

/** Runs `work` unless another process is fetching; then undefined. The lock ends with the process, however it ends. */
export function withFetchLock<T>(database: Kysely<Tables>, work: () => Promise<T>): Promise<T | undefined> {
  return database.connection().execute(async (connection) => {
    const { rows } = await sql<{
      locked: boolean
    }>`select pg_try_advisory_lock(${FETCHING_TIES}::bigint) as locked`.execute(connection)
    if (!rows[0].locked) return undefined
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${FETCHING_TIES}::bigint)`.execute(connection)
    }
  })
}
