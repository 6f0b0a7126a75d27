// Where the embedded cluster lies and which user runs it. PostgreSQL refuses to run as root: then it runs as the owner of
// the cluster folder, and a new cluster belongs to NOBODY. Where that user cannot reach the data folder (root's home has
// mode 0700), the cluster lies in a state folder of the system and the data folder says where.
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { Refused } from '../verbs/refusal.ts'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

export interface ClusterPlace {
  readonly dataFolder: string
  /** PostgreSQL's data directory; it may not exist yet. */
  readonly folder: string
  /** The user to run PostgreSQL as; absent: the user of this process. */
  readonly owner?: Owner
  /** Where copies of the programs go when the owner cannot run those in node_modules. */
  readonly programsFolder: string
  readonly logFile: string
}

const NOBODY: Owner = { uid: 65534, gid: 65534 }
const POINTER = 'postgres-location'

/** @throws Refused `data-folder-not-writable` or `disk-full` */
export function ensureDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
    const probe = join(folder, `.writable-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    throw folderRefusal(folder, error)
  }
}

/** As `mkdir -p`. Node's own recursive mkdir tries for ever where a file system answers that nothing can be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

export function folderRefusal(folder: string, error: unknown): unknown {
  const { code } = error as { code?: string }
  const refuse = (reason: string) => new Refused({ code: 'data-folder-not-writable', folder, reason }, { cause: error })
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refused({ code: 'disk-full', folder }, { cause: error })
    case 'EACCES':
    case 'EPERM':
      return refuse('this user may not write there')
    case 'EROFS':
      return refuse('the file system is read-only')
    case 'EEXIST':
    case 'ENOTDIR':
      return refuse('a part of the path is a file, not a folder')
    case 'ENOENT':
      return refuse('the path does not exist and cannot be made')
    default:
      return error
  }
}

export function placeCluster(
  dataFolder: string,
  stateFolders: readonly string[],
  note: (text: string) => void,
): ClusterPlace {
  const here = join(dataFolder, 'postgres')
  const logFile = join(dataFolder, 'postgres.log')
  const pointed = readPointer(dataFolder)
  if (process.getuid?.() !== 0) {
    return { dataFolder, folder: reachable(pointed ?? here), programsFolder: dataFolder, logFile }
  }
  if (pointed === undefined) {
    const owner = existsSync(here) ? ownerOf(here) : NOBODY
    if (canWalk(dataFolder, owner)) return { dataFolder, folder: here, owner, programsFolder: dataFolder, logFile }
    if (existsSync(here))
      throw new Refused({ code: 'database-did-not-start', folder: here, reason: cannotEnter(owner) })
  }
  const folder = pointed ?? pointElsewhere(dataFolder, stateFolder(stateFolders))
  note(
    `The database lies in ${folder}, because PostgreSQL does not run as root and no other user can enter ${dataFolder}.`,
  )
  return {
    dataFolder,
    folder,
    owner: existsSync(folder) ? ownerOf(folder) : NOBODY,
    programsFolder: dirname(dirname(folder)),
    logFile,
  }
}

const cannotEnter = (owner: Owner) =>
  `the user with number ${owner.uid}, who owns it, cannot enter the folders above it`

function ownerOf(folder: string): Owner {
  const { uid, gid } = statSync(folder)
  if (uid !== 0) return { uid, gid }
  // Someone copied the data folder as root: PostgreSQL needs the cluster as its own.
  const { status } = spawnSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, folder])
  if (status !== 0)
    throw new Refused({ code: 'data-folder-not-writable', folder, reason: 'its owner cannot be changed' })
  return NOBODY
}

/** True when that user can enter the folder and all above it. */
export function canWalk(folder: string, owner: Owner): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0
}

function readPointer(dataFolder: string): string | undefined {
  const pointer = join(dataFolder, POINTER)
  if (!existsSync(pointer)) return undefined
  const folder = readFileSync(pointer, 'utf8').trim()
  // An empty database in its place would look like lost work.
  if (existsSync(dirname(folder))) return folder
  throw new Refused({ code: 'database-did-not-start', folder, reason: `${pointer} names a folder that is not there` })
}

/** Chooses a place and writes it down; of two processes that do so at once, both use that of the first. */
function pointElsewhere(dataFolder: string, state: string): string {
  const home = join(state, randomBytes(6).toString('hex'))
  const draft = join(dataFolder, `${POINTER}.${process.pid}`)
  try {
    openFolder(home)
    writeFileSync(join(home, 'belongs-to'), `${dataFolder}\n`)
    writeFileSync(draft, `${join(home, 'postgres')}\n`)
    linkSync(draft, join(dataFolder, POINTER))
    return join(home, 'postgres')
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    const pointed = (error as { code?: string }).code === 'EEXIST' ? readPointer(dataFolder) : undefined
    if (pointed === undefined) throw folderRefusal(dataFolder, error)
    return pointed
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The first folder that root can write and NOBODY can enter, and that nobody else could have put there. */
function stateFolder(candidates: readonly string[]): string {
  for (const folder of candidates) {
    try {
      openFolder(folder)
      const { uid, mode } = statSync(folder)
      if (uid === 0 && (mode & 0o022) === 0 && canWalk(folder, NOBODY)) return folder
    } catch {
      // Read-only or absent: the next one.
    }
  }
  throw new Refused({
    code: 'data-folder-not-writable',
    folder: candidates.join(', '),
    reason:
      'PostgreSQL does not run as root and no other user can enter the data folder; set KEMBAR_DATA to a folder that others can enter',
  })
}

/** Makes a folder that everybody may enter, whatever the umask; one that is there stays as it is. */
function openFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755)
}

function reachable(folder: string): string {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.R_OK | constants.X_OK)
    return folder
  } catch (error) {
    throw folderRefusal(folder, error)
  }
}

/** Gives a folder to the user that PostgreSQL runs as. */
export function giveTo(owner: Owner | undefined, path: string): void {
  if (owner !== undefined) chownSync(path, owner.uid, owner.gid)
}
