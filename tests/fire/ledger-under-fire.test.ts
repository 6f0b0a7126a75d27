// The record under fire: eight writers in two processes of their own, whose database server and processes are killed with
// -9 again and again. What was acknowledged must be there, once, in an unbroken chain.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { Tables } from '../../src/db/tables.ts'
import type { AnyIntent } from '../../src/domain/act/act.ts'
import { append } from '../../src/ledger/append.ts'
import { keyRing } from '../../src/ledger/office-keys.ts'
import { createPartnership } from '../../src/ledger/partnerships.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { verify } from '../../src/ledger/verify.ts'
import { openPostgres, type Postgres } from '../../src/main/postgres.ts'
import { OFFICES, OPENING, SEAT } from '../support/record.ts'

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url))
const PARTNERSHIP = '0192f0c1-0000-7000-8000-00000000f12e'
const FIRE_MS = 20_000
const SECRET = randomBytes(32)

const top = mkdtempSync(join(tmpdir(), 'kembar-fire-'))
// Where root runs the tests, PostgreSQL runs as another user.
chmodSync(top, 0o755)
const data = join(top, 'data')
const logs = join(top, 'logs')

interface Writer {
  readonly name: string
  process: ChildProcess
  said: string
}

let postgres: Postgres
let database: Kysely<Tables>
const writers: Writer[] = []

beforeAll(async () => {
  mkdirSync(logs)
  postgres = await openPostgres({ port: 0, dataFolder: data, origin: '' })
  await migrate(postgres.url)
  database = openDatabase(postgres.url)
  await createPartnership(database, { id: PARTNERSHIP, slug: 'under-fire' })
  const keys = keyRing(database, SECRET)
  const at = new Date().toISOString()
  const intents = [said('a', 'partnership.opened', OPENING), said('b', 'seat.taken', SEAT)]
  for (const intent of intents) {
    const written = await append(database, keys, {
      partnership: PARTNERSHIP,
      intents: [intent],
      at,
      today: at.slice(0, 10),
    })
    if (!written.ok) throw new Error(JSON.stringify(written.refusal))
  }
})

afterAll(async () => {
  for (const { process: child } of writers) child.kill('SIGKILL')
  await database.destroy()
  await postgres.close()
  rmSync(top, { recursive: true, force: true })
})

test('given eight writers, when server and processes are killed with -9, then nothing acknowledged is lost or doubled', async () => {
  for (const name of ['first', 'second']) writers.push(start(name))
  const killed = { servers: 0, processes: 0 }
  const end = Date.now() + FIRE_MS
  while (Date.now() < end) {
    await sleep(1_600)
    if (killServer()) killed.servers += 1
    await sleep(1_600)
    const [one] = writers.splice(0, 1)
    await kill(one)
    killed.processes += 1
    writers.push(start(one.name))
  }
  await expect.poll(() => writers.every((one) => one.said !== ''), { timeout: 10_000 }).toBe(true)
  const ends = await Promise.all(writers.map(leave))
  expect(ends.map(({ code, said: words }) => [code, words])).toEqual(ends.map(() => [0, 'writing\n']))
  expect(killed.servers).toBeGreaterThanOrEqual(3)
  expect(killed.processes).toBeGreaterThanOrEqual(3)

  const acts = await recorded()
  const byRequest = new Map(acts.map(({ request, hash }) => [request, hash]))
  const acknowledged = readAcknowledged()
  expect(acknowledged.length).toBeGreaterThan(200)
  expect(acknowledged.filter(({ request, hash }) => byRequest.get(request) !== hash)).toEqual([])
  expect(byRequest.size).toBe(acts.length)
  expect(new Set(acts.map(({ promise }) => promise)).size).toBe(acts.length)

  expect(await verify(database, PARTNERSHIP)).toEqual({ acts: acts.length + 2 })
  expect(await rebuild(database, PARTNERSHIP)).toEqual({ acts: acts.length + 2, differed: [] })
})

function said(side: 'a' | 'b', type: 'partnership.opened' | 'seat.taken', body: object): AnyIntent {
  return {
    side,
    scope: 'shared',
    type,
    body,
    by: { office: OFFICES[side], role: 'officer' },
    basis: 'stated',
    evidence: [],
  } as unknown as AnyIntent
}

function start(name: string): Writer {
  const words = [WRITER, data, logs, name, SECRET.toString('hex'), PARTNERSHIP]
  const child = spawn(process.execPath, words, { cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] })
  const writer: Writer = { name, process: child, said: '' }
  const listen = (part: Buffer) => (writer.said += part.toString())
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return writer
}

/** False where none is running at the moment. */
function killServer(): boolean {
  try {
    const pid = Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

async function kill({ process: child }: Writer): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // One that had ended by itself is a fault, which the exit codes at the end would not show.
  expect(child.exitCode).toBe(null)
  child.kill('SIGKILL')
  await ended
}

async function leave(writer: Writer): Promise<{ readonly code: number | null; readonly said: string }> {
  const { process: child } = writer
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdin?.end()
  return { code: await ended, said: writer.said }
}

function readAcknowledged(): readonly { readonly request: string; readonly hash: string }[] {
  return readdirSync(logs).flatMap((file) =>
    [...readFileSync(join(logs, file), 'utf8').matchAll(/^acknowledged (\S+) ([0-9a-f]{64})$/gm)].map(
      ([, request, hash]) => ({ request, hash }),
    ),
  )
}

async function recorded(): Promise<readonly { request: string | null; hash: string; promise: string }[]> {
  const rows = await database
    .selectFrom('acts')
    .select(['request', 'hash', 'canonical'])
    .where('partnership', '=', PARTNERSHIP)
    .where('type', '=', 'commitment.made')
    .execute()
  return rows.map(({ request, hash, canonical }) => ({
    request,
    hash,
    promise: (JSON.parse(canonical) as { body: { commitment: string } }).body.commitment,
  }))
}
