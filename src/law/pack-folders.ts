// Where packs lie below a folder: packs/<country>/<procedure>/. A folder whose name begins with `_` is passed over unless
// it is asked for itself.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const PROCEDURE = 'procedure.yaml'
export const EXAMPLES = 'examples.yaml'

export interface PackFolder {
  readonly path: string
  /** As people are told of it. */
  readonly shown: string
}

/** The folder itself where it is a pack's, or else those in it and in the folders in it, by name. */
export function packFolders(path: string, shown: string, depth = 2): readonly PackFolder[] {
  if (existsSync(join(path, PROCEDURE)) || existsSync(join(path, EXAMPLES))) return [{ path, shown }]
  if (depth === 0) return []
  return foldersIn(path)
    .filter((name) => !/^[_.]/.test(name))
    .flatMap((name) => packFolders(join(path, name), join(shown, name), depth - 1))
}

/** By name; none in a folder that may not be read. */
export function foldersIn(path: string): readonly string[] {
  try {
    const inside = readdirSync(path, { withFileTypes: true })
    return inside.flatMap((one) => (one.isDirectory() ? [one.name] : [])).toSorted()
  } catch {
    return []
  }
}
