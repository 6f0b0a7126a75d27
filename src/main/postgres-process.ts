// The server process of the embedded cluster: who runs it, starting it, stopping it.
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refused } from '../verbs/refusal.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { type Listening, chooseListening } from './postgres-listening.ts'
import { type ClusterPlace, folderRefusal } from './postgres-place.ts'

/** What postmaster.pid says. */
export interface Postmaster {
  readonly pid: number
  /** Folder of the socket, or an address where there are no sockets; empty while the server starts. */
  readonly host: string
  readonly port: number
  /** The file as it was read. */
  readonly text: string
}

export interface Start {
  /** A server that ran and was stopped by another user of the cluster has ended without a failure. */
  state(): 'running' | 'ended' | 'failed'
  /** What the server wrote to its log since. */
  lastLines(): string
}

const LOG_LIMIT = 8 * 1024 * 1024
const STOP_LIMIT_MS = 20_000
const MOST_FAILURES = 3

export function readPostmaster(place: ClusterPlace): Postmaster | undefined {
  try {
    const text = readFileSync(join(place.folder, 'postmaster.pid'), 'utf8')
    const [pid, , , port, socketFolder = '', address = ''] = text.split('\n')
    // A single-user server writes its pid with a minus sign.
    return { pid: Math.abs(Number(pid)), host: socketFolder || address, port: Number(port), text }
  } catch {
    return undefined
  }
}

/** True when the process in postmaster.pid lives and is this cluster's server: after a power loss the number may be another's. */
export function isRunning(place: ClusterPlace, { pid }: Postmaster): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(place.folder)
  } catch (error) {
    // Root without the right to trace, as in a container, may still see the command.
    if ((error as { code?: string }).code !== 'EACCES') return false
    return basename(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]) === 'postgres'
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** The environment of the programs: none of ours, so that no PG* variable or locale of the caller changes anything. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/** Starts the server so that it outlives this process; whether it is up is seen by connecting. */
export async function startPostmaster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  stale: Postmaster | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<Start> {
  if (stale !== undefined && isAlive(stale.pid)) forget(place, stale)
  const listening = await chooseListening(place)
  const all = { ...ORDINARY_SETTINGS, ...listening.settings, ...settings }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { log, from } = openLog(place)
  let state: ReturnType<Start['state']> = 'running'
  const child = spawn(binaries.postgres, ['-D', place.folder, ...args], {
    cwd: '/',
    env: toolEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
    ...place.owner,
  })
  closeSync(log)
  child.unref()
  const end = (code: unknown) => {
    state = code === 0 ? 'ended' : 'failed'
    removeIfEmpty(listening)
  }
  child.once('exit', end).once('error', end)
  const lastLines = () => readFileSync(place.logFile).subarray(from).toString().trim().split('\n').slice(-8).join('\n')
  return { state: () => state, lastLines }
}

const ORDINARY_SETTINGS = {
  max_connections: '80',
  shared_buffers: '64MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  password_encryption: 'scram-sha-256',
}

/** @throws Refused when another start would end the same way */
export function throwIfHopeless(place: ClusterPlace, lines: string, failures: number): void {
  if (/No space left on device|Disk quota exceeded/.test(lines))
    throw new Refused({ code: 'disk-full', folder: place.dataFolder })
  // Another server holds the cluster, or what a killed one left is still going away.
  if (/lock file|shared memory block|Address already in use/.test(lines) || failures < MOST_FAILURES) return
  const reason = lines || 'PostgreSQL said nothing'
  throw new Refused({ code: 'database-did-not-start', folder: place.folder, reason })
}

/** Ends the server in an orderly way: open statements of others are cut, nothing acknowledged is lost. */
export async function stopPostmaster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  postmaster: Postmaster,
): Promise<void> {
  for (const [signal, mode, limit] of [
    ['SIGINT', 'fast', STOP_LIMIT_MS],
    ['SIGQUIT', 'immediate', 5_000],
  ] as const) {
    if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', place.folder, '-m', mode, '-W'])
    else if (isRunning(place, postmaster)) process.kill(postmaster.pid, signal)
    if (await isGone(place, postmaster, limit)) break
  }
  if (postmaster.host.startsWith('/')) removeIfEmpty({ folder: postmaster.host })
}

async function isGone(place: ClusterPlace, postmaster: Postmaster, limit: number): Promise<boolean> {
  const deadline = Date.now() + limit
  while (Date.now() < deadline) {
    if (readPostmaster(place)?.text !== postmaster.text && !isRunning(place, postmaster)) return true
    await sleep(20)
  }
  return false
}

/** Takes away a postmaster.pid whose number now belongs to a process that is no PostgreSQL. */
function forget(place: ClusterPlace, stale: Postmaster): void {
  if (readPostmaster(place)?.text !== stale.text) return
  try {
    unlinkSync(join(place.folder, 'postmaster.pid'))
  } catch {
    // Another process was faster.
  }
}

function openLog(place: ClusterPlace): { log: number; from: number } {
  try {
    const size = statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0
    if (size > LOG_LIMIT) renameSync(place.logFile, `${place.logFile}.1`)
    const log = openSync(place.logFile, 'a', 0o600)
    return { log, from: size > LOG_LIMIT ? 0 : size }
  } catch (error) {
    throw folderRefusal(place.dataFolder, error)
  }
}

function removeIfEmpty({ folder }: Pick<Listening, 'folder'>): void {
  if (folder === undefined) return
  try {
    rmdirSync(folder)
  } catch {
    // In use by a server that was faster, or gone already.
  }
}
