import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withDatabase, withEmptyDatabase } from '../../tests/support/test-database.ts'
import { migrate } from './migrate.ts'

const migrated = withDatabase()
const empty = withEmptyDatabase()
let folder = ''

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'kembar-migrations-')), 'migrations')
  mkdirSync(folder)
})
afterEach(async () => {
  rmSync(join(folder, '..'), { recursive: true, force: true })
  await query(empty.url, 'drop schema public cascade; create schema public')
})

test('given a database that is up to date, when Kembar starts, then nothing is applied', async () => {
  expect(await migrate(migrated.url)).toEqual([])
})

test('given an empty database, when eight processes start together, then each migration is applied once', async () => {
  write('001-towns.sql', "create table towns (name text); insert into towns values ('Jepara'); select pg_sleep(0.3)")
  write('002-more-towns.sql', "insert into towns values ('Siem Reap')")

  const outputs = await Promise.all(Array.from({ length: 8 }, () => migrateInAProcess(empty.url)))

  expect(outputs.filter((output) => output === '["001-towns","002-more-towns"]')).toHaveLength(1)
  expect(outputs.filter((output) => output === '[]')).toHaveLength(7)
  expect(await query(empty.url, 'select name from towns order by 1')).toEqual([
    { name: 'Jepara' },
    { name: 'Siem Reap' },
  ])
})

test('given a migration that fails half-way, then nothing of it stays and the next start tries again', async () => {
  write('001-towns.sql', 'create table towns (name text)')
  write('002-broken.sql', 'create table villages (name text); select 1 / 0')
  await expect(migrate(empty.url, folder)).rejects.toThrow('division by zero')
  expect(await query(empty.url, "select to_regclass('towns') as towns, to_regclass('villages') as villages")).toEqual([
    { towns: 'towns', villages: null },
  ])

  write('002-broken.sql', 'create table villages (name text)')
  expect(await migrate(empty.url, folder)).toEqual(['002-broken'])
})

test('given a file that was changed after it was applied, then the start is refused and nothing is done', async () => {
  write('001-towns.sql', 'create table towns (name text)')
  await migrate(empty.url, folder)
  write('001-towns.sql', 'create table towns (name text, people int)')
  write('002-villages.sql', 'create table villages (name text)')
  await expect(migrate(empty.url, folder)).rejects.toMatchObject({
    refusal: { code: 'migration-changed', migration: '001-towns' },
  })
  expect(await query(empty.url, "select to_regclass('villages') as villages")).toEqual([{ villages: null }])
})

test('given the same file with the line ends of Windows, then it is no change', async () => {
  write('001-towns.sql', 'create table towns (\n  name text\n)')
  await migrate(empty.url, folder)
  write('001-towns.sql', 'create table towns (\r\n  name text\r\n)')
  expect(await migrate(empty.url, folder)).toEqual([])
})

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

function migrateInAProcess(url: string): Promise<string> {
  const source = JSON.stringify(new URL('./migrate.ts', import.meta.url).href)
  const code = `import { migrate } from ${source}
    process.stdout.write(JSON.stringify(await migrate(process.argv[1], process.argv[2])))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, url, folder])
  return new Promise((resolve) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', () => resolve(output))
  })
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
