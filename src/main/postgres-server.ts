// A PostgreSQL server that someone else runs: can it be reached, is it new enough?
import pg from 'pg'
import { addressOf, unreachable } from '../db/unreachable.ts'
import { Refused } from '../verbs/refusal.ts'

const LEAST_VERSION = 150000
const CONNECT_LIMIT_MS = 8_000

/** @throws Refused `database-unreachable` (with the address, never the password) or `database-too-old` */
export async function checkServer(url: string): Promise<void> {
  let client: pg.Client | undefined
  try {
    client = new pg.Client({
      connectionString: url,
      application_name: 'kembar start',
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: CONNECT_LIMIT_MS,
    })
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    )
    if (Number(rows[0].number) < LEAST_VERSION) {
      throw new Refused({ code: 'database-too-old', version: rows[0].version })
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw unreachable(addressOf(url), error)
  } finally {
    await client?.end().catch(() => {})
  }
}
