// Vitest global set-up: one PostgreSQL for all test files, with a migrated template that each file copies. DATABASE_URL
// names a server to use instead; its user must be allowed to create databases.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/db/migrate.ts'
import { readConfig } from '../../src/main/config.ts'
import { openPostgres } from '../../src/main/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly databaseServer: string
    readonly databaseTemplate: string
  }
}

/** Nothing that a test writes must survive a power loss. */
const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { databaseUrl } = readConfig()
  const folder = mkdtempSync(join(tmpdir(), 'kembar-test-'))
  // Where root runs the tests, PostgreSQL runs as another user.
  chmodSync(folder, 0o755)
  const config = { port: 0, dataFolder: join(folder, 'data'), origin: 'http://localhost' }
  const options = { settings: FAST, stateFolders: [join(folder, 'state')] }
  const postgres = await openPostgres(databaseUrl === undefined ? config : { ...config, databaseUrl }, options)
  const guard = postgres.embedded ? guardServer(folder) : undefined

  const template = `kembar_template_${process.pid}_${Math.floor(Math.random() * 1e9)}`
  await onServer(postgres.url, `create database ${template}`)
  await migrate(urlOf(postgres.url, template))
  provide('databaseServer', postgres.url)
  provide('databaseTemplate', template)

  return async () => {
    await onServer(postgres.url, `drop database if exists ${template} with (force)`)
    await postgres.close()
    guard?.stdin?.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Waits beside the tests and, should they be killed, stops the server and clears up: its input ends when they do. */
function guardServer(folder: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const pid = readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]
  const script = 'cat >/dev/null; kill -INT "$1" 2>/dev/null && sleep 1; rm -rf "$2"'
  const guard = spawn('/bin/sh', ['-c', script, 'sh', pid, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  })
  guard.unref()
  return guard
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
