// Finds the Node 24 that the lock file pins as a platform package.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const LEAST_MAJOR = 24

/** Paths of Node binaries to try, best first: the pinned one, then the running one where it is new enough. */
export function candidateNodes(root) {
  const own = Number(process.versions.node.split('.')[0]) >= LEAST_MAJOR ? [process.execPath] : []
  return [...new Set([...pinnedNode(root), ...own])]
}

function pinnedNode(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? [binary] : []
  } catch {
    return []
  }
}
