// From typing the command to the first answer, with a prepared data folder: a match on the command line, and a page.
//   node bench/start.ts      (from the project's root, under the pinned Node, after `npm start` has built once)
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { ms, percentiles } from './percentiles.ts'

const launcher = fileURLToPath(new URL('../bin/kembar.mjs', import.meta.url))
const ties = fileURLToPath(new URL('../ties/indonesia-cambodia.tsv', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kembar-start-'))
// PostgreSQL does not run as root; its own user must be able to enter.
chmodSync(folder, 0o755)
const RUNS = 5

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function commandLine(...args: string[]): number {
  const start = performance.now()
  const run = spawnSync(process.execPath, [launcher, ...args], {
    env: { ...process.env, KEMBAR_DATA: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (run.status !== 0) throw new Error(`exit code ${run.status}`)
  return performance.now() - start
}

async function firstPage(): Promise<number> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(process.execPath, [launcher, 'serve'], {
    env: { ...process.env, KEMBAR_DATA: folder, PORT: String(port) },
    stdio: 'ignore',
  })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/en/match?place=ID.07.3320&country=KH`).catch(() => undefined)
    if (answer?.ok === true) break
    if (child.exitCode !== null) throw new Error('the server ended')
    await sleep(20)
  }
  const time = performance.now() - start
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  return time
}

try {
  const match = ['match', 'Kabupaten Jepara', '--country', 'KH', '--json']
  console.log(`very first match, empty data folder    ${ms(commandLine(...match))} ms`)
  const rows: [string, number[]][] = [
    ['match, embedded database', Array.from({ length: RUNS }, () => commandLine(...match))],
    [
      'match, --network FILE, no database',
      Array.from({ length: RUNS }, () => commandLine(...match, '--network', ties)),
    ],
    ['serve to first match page', []],
  ]
  for (let i = 0; i < RUNS; i++) rows[2][1].push(await firstPage())
  for (const [name, times] of rows)
    console.log(`${name.padEnd(38)} ${ms(percentiles(times).p50)} ms (median of ${RUNS})`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
