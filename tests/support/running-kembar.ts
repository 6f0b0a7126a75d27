// Vitest global set-up: one Kembar for all journeys, the built program as people run it, on a database of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { realAtlas } from './real-atlas.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://localhost:PORT` */
    readonly kembar: string
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const START_LIMIT_MS = 60_000

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { databaseServer, databaseTemplate } = project.getProvidedContext()
  const name = `kembar_journeys_${process.pid}`
  const server = new pg.Client({ connectionString: databaseServer })
  await server.connect()
  await server.query(`create database ${name} template ${databaseTemplate}`)
  const folder = mkdtempSync(join(tmpdir(), 'kembar-journeys-'))
  mkdirSync(join(folder, 'cache'))
  realAtlas()
  copyFileSync(join(ROOT, 'node_modules/.cache/kembar/atlas.cache'), join(folder, 'cache/atlas.cache'))

  const url = new URL(databaseServer)
  url.pathname = `/${name}`
  const program = spawn(process.execPath, [join(ROOT, 'dist/server/cli.js'), 'serve'], {
    cwd: folder,
    env: { HOME: folder, PORT: '0', KEMBAR_DATA: folder, DATABASE_URL: url.href },
    // The channel ends with the tests, however they end, and then the program ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  project.provide('kembar', await addressOf(program))

  return async () => {
    program.kill('SIGTERM')
    await new Promise((resolve) => (program.exitCode === null ? program.once('exit', resolve) : resolve(undefined)))
    await server.query(`drop database if exists ${name} with (force)`)
    await server.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = () => reject(new Error(`Kembar did not start: ${said}`))
    const late = setTimeout(fail, START_LIMIT_MS)
    const listen = (part: Buffer) => {
      said += part.toString()
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    }
    program.stdout?.on('data', listen)
    program.stderr?.on('data', listen)
    program.once('exit', fail)
  })
}
