// Makes a new cluster: complete in a folder beside its place, then moved there in one step, so that a cluster either is
// there with its login and database or is not. Of several processes that do this at once, the first to finish wins.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refused } from '../verbs/refusal.ts'
import { POSTGRES_MAJOR, type PostgresBinaries } from './postgres-binaries.ts'
import { type ClusterPlace, folderRefusal, giveTo } from './postgres-place.ts'
import { isAlive, toolEnvironment } from './postgres-process.ts'

const PASSWORD_FILE = 'kembar-password'

/** Nobody enters without the password, not even through the socket. */
const HBA = `# type  database  user  address        method
local   all       all                  scram-sha-256
host    all       all   127.0.0.1/32   scram-sha-256
host    all       all   ::1/128        scram-sha-256
`

/** Does nothing where a cluster of our major version is. */
export async function createCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  if (isCluster(place)) return
  sweep(place)
  const fresh = `${place.folder}.${process.pid}-${randomBytes(3).toString('hex')}.new`
  try {
    mkdirSync(fresh, { mode: 0o700 })
    giveTo(place.owner, fresh)
    const options = [
      '--username=postgres',
      '--encoding=UTF8',
      '--locale=C',
      '--auth=reject',
      '--data-checksums',
      '--no-instructions',
    ]
    const durable = settings['fsync'] !== 'off'
    await runTool(place, binaries.initdb, ['-D', fresh, ...options, ...(durable ? [] : ['--no-sync'])], '')
    const password = randomBytes(24).toString('base64url')
    // Without a server running: one command a line.
    const login = [
      `alter role postgres password '${password}'`,
      `create role kembar login createdb password '${password}'`,
      'create database kembar owner kembar',
    ]
    const single = [
      '--single',
      '-D',
      fresh,
      '-c',
      'exit_on_error=true',
      '-c',
      `fsync=${durable ? 'on' : 'off'}`,
      'postgres',
    ]
    await runTool(place, binaries.postgres, single, `${login.join(';\n')};\n`)
    writePrivate(place, join(fresh, PASSWORD_FILE), password)
    writePrivate(place, join(fresh, 'pg_hba.conf'), HBA)
    renameSync(fresh, place.folder)
  } catch (error) {
    if (!existsSync(join(place.folder, 'PG_VERSION'))) throw folderRefusal(place.dataFolder, occupied(place, error))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function isCluster(place: ClusterPlace): boolean {
  const file = join(place.folder, 'PG_VERSION')
  if (!existsSync(file)) return false
  const found = readFileSync(file, 'utf8').trim()
  if (found === String(POSTGRES_MAJOR)) return true
  const reason = `it belongs to PostgreSQL ${found}, and Kembar runs PostgreSQL ${POSTGRES_MAJOR}`
  throw new Refused({ code: 'database-did-not-start', folder: place.folder, reason })
}

export function readPassword(place: ClusterPlace): string {
  return readFileSync(join(place.folder, PASSWORD_FILE), 'utf8').trim()
}

function writePrivate(place: ClusterPlace, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600, flush: true })
  giveTo(place.owner, file)
}

function occupied(place: ClusterPlace, error: unknown): unknown {
  if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes((error as { code?: string }).code ?? '')) return error
  const reason = 'something that is not a PostgreSQL cluster lies there; move it away'
  return new Refused({ code: 'database-did-not-start', folder: place.folder, reason }, { cause: error })
}

/** Takes away drafts of processes that were killed. */
function sweep(place: ClusterPlace): void {
  const draft = new RegExp(`^${basename(place.folder)}\\.(\\d+)-[0-9a-f]+\\.new$`)
  for (const name of readdirSync(dirname(place.folder))) {
    const pid = draft.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(dirname(place.folder), name), { recursive: true, force: true })
  }
}

function runTool(place: ClusterPlace, program: string, args: readonly string[], input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: toolEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
      ...place.owner,
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      if (/No space left on device|could not extend|Disk quota exceeded/.test(said)) {
        return reject(new Refused({ code: 'disk-full', folder: place.dataFolder }))
      }
      const lines = said.trim().split('\n').slice(-6).join('\n')
      const reason = `${basename(program)} failed (${signal ?? code}):\n${lines}`
      reject(new Refused({ code: 'database-did-not-start', folder: place.folder, reason }))
    })
  })
}
