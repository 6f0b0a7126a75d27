// Brings the tables of a database to what this version of Kembar expects: each file of migrations/ once, in order, in its
// own transaction. Processes that start together wait for one another.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Refused } from '../verbs/refusal.ts'
import { addressOf, isConnectionLoss, unreachable } from './unreachable.ts'

interface Migration {
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** Beside this file in the sources, and beside the server bundle in the build. */
const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url))
const MIGRATE_LOCK = 0x6b656d03

/**
 * Resolves to the names of the migrations that were applied now.
 * @throws Refused `migration-changed`, `database-newer` or `database-unreachable`
 */
export async function migrate(url: string, folder: string = FOLDER): Promise<readonly string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'kembar migrate',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1)', [MIGRATE_LOCK])
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migrations order by name',
    )
    const waiting = outstanding(readMigrations(folder), rows)
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } catch (error) {
    throw isConnectionLoss(error) ? unreachable(addressOf(url), error) : error
  } finally {
    // Ends the session and with it the lock.
    await client.end().catch(() => {})
  }
}

/** Pure: which migrations are still to be applied, given those that the database had. */
export function outstanding(
  migrations: readonly Migration[],
  applied: readonly { readonly name: string; readonly sha256: string }[],
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of applied) {
    const migration = known.get(name)
    if (migration === undefined) throw new Refused({ code: 'database-newer', migration: name })
    if (migration.sha256 !== sha256) throw new Refused({ code: 'migration-changed', migration: name })
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name))
  return names.sort().map((file) => {
    // Git may write other line ends on Windows; that is no change of history.
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { name: file.slice(0, -'.sql'.length), text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

async function apply(client: pg.Client, { name, text, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
