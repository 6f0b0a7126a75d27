// `kembar serve` as people start, stop, kill and repeat it, on an embedded database of its own, in a path with spaces.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

interface Run {
  readonly process: ChildProcess
  /** All that it printed so far, both streams. */
  said(): string
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
let top = ''
let data = ''
const running: Run[] = []

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'kembar life '))
  chmodSync(top, 0o755)
  data = join(top, 'data of the town')
  mkdirSync(join(data, 'cache'), { recursive: true })
  copyFileSync(join(ROOT, 'node_modules/.cache/kembar/atlas.cache'), join(data, 'cache/atlas.cache'))
})
afterEach(async () => {
  for (const run of running.splice(0)) {
    run.process.kill('SIGTERM')
    await run.ended
  }
  await expect.poll(() => existsSync(pidFile()), { timeout: 20_000 }).toBe(false)
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

test('given a running server, when a second one starts on its data folder, then it is refused and the first goes on', async () => {
  const { address } = await serve()
  const second = kembar('serve')
  expect(await second.ended).toBe(2)
  expect(second.said().trim().split('\n')).toEqual([expect.stringContaining(data)])
  expect(await health(address)).toBe(200)
})

test('given a running server, when a command needs the database, then both use it, and the server goes on', async () => {
  const { address } = await serve()
  const stats = kembar('network', 'stats', '--json')
  expect(await stats.ended).toBe(0)
  expect(stats.said()).toContain('"nodes"')
  expect(await health(address)).toBe(200)
})

test('given SIGTERM, then the server ends well and nothing of it stays', async () => {
  const { run } = await serve()
  const socketFolder = readFileSync(pidFile(), 'utf8').split('\n')[4]
  run.process.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(existsSync(pidFile())).toBe(false)
  expect(existsSync(socketFolder)).toBe(false)
})

test('given a launcher killed with -9, then server and database end by themselves', async () => {
  const { run, address } = await serve()
  run.process.kill('SIGKILL')
  await expect.poll(() => health(address), { timeout: 20_000 }).toBe(0)
  await expect.poll(() => existsSync(pidFile()), { timeout: 20_000 }).toBe(false)
})

test('given everything but the database killed with -9, when the server starts again, then it adopts it', async () => {
  const direct = start([join(ROOT, 'dist/server/cli.js'), 'serve'])
  await addressOf(direct)
  const before = readFileSync(pidFile(), 'utf8')
  direct.process.kill('SIGKILL')
  await direct.ended
  const { address } = await serve()
  expect(await health(address)).toBe(200)
  expect(readFileSync(pidFile(), 'utf8')).toBe(before)
})

test('given a database killed with -9, then the server starts it again and answers', async () => {
  const { address } = await serve()
  process.kill(Number(readFileSync(pidFile(), 'utf8').split('\n')[0]), 'SIGKILL')
  await expect.poll(() => answer(`${address}/api/network/stats`), { timeout: 30_000, interval: 250 }).toBe(200)
})

test('given a port that is taken, then the server is refused with its number and leaves nothing behind', async () => {
  const taken = createServer()
  await once(taken.listen(0), 'listening')
  const { port } = taken.address() as { port: number }
  const run = kembar('serve', { PORT: String(port) })
  expect(await run.ended).toBe(2)
  expect(run.said()).toContain(String(port))
  expect(existsSync(pidFile())).toBe(false)
  taken.close()
})

test('given a data folder that is a file, then the server is refused in a sentence that names it', async () => {
  const file = join(top, 'a letter')
  writeFileSync(file, 'Dear mayor')
  const run = kembar('serve', { KEMBAR_DATA: file })
  expect(await run.ended).toBe(2)
  expect(run.said()).toContain(file)
})

test('given a database server that is not there, then the server is refused with its address, not its password', async () => {
  const run = kembar('serve', { DATABASE_URL: 'postgresql://kembar:secret@127.0.0.1:1/kembar' })
  expect(await run.ended).toBe(2)
  expect(run.said()).toContain('127.0.0.1:1')
  expect(run.said()).not.toContain('secret')
})

async function serve(): Promise<{ run: Run; address: string }> {
  const run = kembar('serve')
  return { run, address: await addressOf(run) }
}

function kembar(...words: (string | Record<string, string>)[]): Run {
  const env = words.find((word) => typeof word === 'object')
  return start([join(ROOT, 'bin/kembar.mjs'), ...words.filter((word) => typeof word === 'string')], env)
}

function start(command: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, command, {
    cwd: top,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', PORT: '0', KEMBAR_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const run = { process: child, said: () => said, ended }
  running.push(run)
  return run
}

async function addressOf(run: Run): Promise<string> {
  const find = () => /http:\/\/localhost:\d+/.exec(run.said())?.[0]
  await expect.poll(find, { timeout: 60_000 }).toBeDefined()
  return find() as string
}

const health = (address: string) => answer(`${address}/healthz`)

async function answer(url: string): Promise<number> {
  return fetch(url).then(
    (response) => response.status,
    () => 0,
  )
}

function pidFile(): string {
  return join(data, 'postgres/postmaster.pid')
}
