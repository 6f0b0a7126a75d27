// Where the embedded server listens: a Unix socket in a private folder with a short path (a socket's path has at most
// 107 bytes), and never on the network. Windows has no such sockets: there a free port of the loopback address.
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClusterPlace, canWalk, giveTo } from './postgres-place.ts'

export interface Listening {
  readonly settings: Readonly<Record<string, string>>
  /** The socket's folder, which goes when the server goes. */
  readonly folder?: string
}

const LONGEST_FOLDER = 103 - '/.s.PGSQL.5432'.length

export async function chooseListening(place: ClusterPlace): Promise<Listening> {
  if (process.platform === 'win32') {
    const port = String(await freePort())
    return { settings: { listen_addresses: '127.0.0.1', unix_socket_directories: '', port } }
  }
  const folder = socketFolder(place)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${folder}"`,
    unix_socket_permissions: '0700',
    port: '5432',
  }
  return { settings, folder }
}

function socketFolder(place: ClusterPlace): string {
  const uid = place.owner?.uid ?? process.getuid?.() ?? 0
  const digest = createHash('sha256').update(realpathSync(place.folder)).digest('hex').slice(0, 16)
  const name = `kembar-${digest}`
  const fits = (base: string) => Buffer.byteLength(join(base, name)) <= LONGEST_FOLDER && !base.includes('"')
  const base = fits(tmpdir()) && (place.owner === undefined || canWalk(tmpdir(), place.owner)) ? tmpdir() : '/tmp'
  const folder = join(base, name)
  try {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(place.owner, folder)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return folder
  // Someone else made a folder of that name: leave it to them. postmaster.pid tells everyone where the socket is.
  const own = mkdtempSync(join(base, 'kembar-'))
  giveTo(place.owner, own)
  return own
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
