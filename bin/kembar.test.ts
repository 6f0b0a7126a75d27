// The launcher as an installed package has it (no sources beside it), around a server that only says what it was given.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
let home = ''

const CHILD = `
import { writeFileSync } from 'node:fs'
const [what, value] = process.argv.slice(2)
if (what === 'echo') console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), node: process.versions.node }))
if (what === 'exit') process.exit(Number(value))
if (what === 'die') process.kill(process.pid, 'SIGKILL')
if (what === 'wait') {
  setInterval(() => {}, 1000)
  const end = (why) => { writeFileSync(value, why); process.exit(7) }
  process.on('SIGTERM', () => end('SIGTERM')).on('SIGHUP', () => end('SIGHUP')).on('disconnect', () => end('disconnect'))
  console.log('ready')
}`

beforeEach(() => {
  const top = mkdtempSync(join(tmpdir(), 'kembar launcher '))
  home = join(top, 'in a folder')
  mkdirSync(join(home, 'dist/server'), { recursive: true })
  cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true })
  cpSync(join(root, 'kembar'), join(home, 'kembar'))
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(home, 'dist/server/cli.js'), CHILD)
})
afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }))

test('given arguments with spaces and a link to the command, then they arrive, under Node 24, in the folder of the caller', () => {
  const link = join(home, 'linked kembar')
  symlinkSync('kembar', link)
  const { stdout } = spawnSync(link, ['echo', 'Siem Reap', ''], { cwd: '/', encoding: 'utf8' })
  const said = JSON.parse(stdout) as { args: string[]; cwd: string; node: string }
  expect(said).toMatchObject({ args: ['echo', 'Siem Reap', ''], cwd: '/' })
  expect(said.node).toMatch(/^2[4-9]\./)
})

test.each([
  ['0', 0],
  ['2', 2],
])('given a command that ends with %s, then so does the launcher', (code, expected) => {
  expect(spawnSync(join(home, 'kembar'), ['exit', code]).status).toBe(expected)
})

test('given a command that is killed, then the launcher ends as a shell would', () => {
  expect(spawnSync(join(home, 'kembar'), ['die']).status).toBe(137)
})

test.each(['SIGTERM', 'SIGHUP'] as const)(
  'given %s to the launcher, then the command has it, and its exit code is passed on',
  async (signal) => {
    const note = join(home, 'note')
    const launcher = spawn(process.execPath, [join(home, 'bin/kembar.mjs'), 'wait', note])
    await firstLine(launcher)
    launcher.kill(signal)
    expect(await exitOf(launcher)).toBe(7)
    await expect.poll(() => readNote(note)).toBe(signal)
  },
)

test('given a launcher killed with -9, then the command is told and ends by itself', async () => {
  const note = join(home, 'note')
  const launcher = spawn(process.execPath, [join(home, 'bin/kembar.mjs'), 'wait', note])
  await firstLine(launcher)
  launcher.kill('SIGKILL')
  await expect.poll(() => readNote(note), { timeout: 5_000 }).toBe('disconnect')
})

function readNote(file: string): string {
  return existsSync(file) ? spawnSync('cat', [file], { encoding: 'utf8' }).stdout : ''
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) =>
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', resolve),
  )
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve))
}
