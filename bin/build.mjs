// Builds browser code, styles and the server into dist/: into a new folder first, exchanged by renaming, so that nothing
// ever runs half a build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { candidateNodes } from './pinned-node.mjs'
import { runQuietly } from './run-quietly.mjs'

const STAMP = 'dist/.sources'
const SOURCES = ['src', 'locales', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

export function isBuilt(root) {
  try {
    return readFileSync(join(root, STAMP), 'utf8') === fingerprint(root)
  } catch {
    return false
  }
}

export async function build(root) {
  process.stderr.write('Building Kembar …\n')
  // Taken before the build: a file saved meanwhile leads to another build, not to a stale one.
  const stamp = fingerprint(root)
  const fresh = join(root, `dist.${process.pid}.new`)
  const old = join(root, `dist.${process.pid}.old`)
  try {
    sweep(root)
    mkdirSync(fresh)
    const [node] = candidateNodes(root)
    const vite = [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--configLoader',
      'native',
      '--logLevel',
      'warn',
    ]
    const halves = [
      ['--outDir', join(fresh, 'public')],
      ['--ssr', '--outDir', join(fresh, 'server')],
    ]
    const results = await Promise.all(
      halves.map((half) =>
        runQuietly(node ?? process.execPath, [...vite, ...half], root, { ...process.env, NODE_ENV: 'production' }),
      ),
    )
    const failed = results.find((result) => result.code !== 0)
    if (failed)
      throw Object.assign(new Error('vite build failed'), { sentence: `The build failed.\n${failed.output.trim()}` })
    writeFileSync(join(fresh, '.sources'), stamp)
    if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old)
    renameSync(fresh, join(root, 'dist'))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/** Names, sizes and times of all sources that end up in the build. */
function fingerprint(root) {
  const hash = createHash('sha256').update(process.platform)
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (stat === undefined) return
    if (stat.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`)
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
    }
  }
  SOURCES.forEach(visit)
  return hash.digest('hex')
}

/** Takes away what builds that were killed left behind; the set-up lock sees to it that none is running. */
function sweep(root) {
  for (const name of readdirSync(root)) {
    if (/^dist\.\d+\.(new|old)$/.test(name)) rmSync(join(root, name), { recursive: true, force: true })
  }
}
