// One pack by its id, its folder or its file. Only its own file is read in full.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack, type LoadPack } from './load-pack.ts'
import { packFolders, PROCEDURE } from './pack-folders.ts'

export type FindPack = LoadPack | { readonly ok: false; readonly choices: readonly string[] }

const ID = /^pack:[ \t]*["']?([^\s"'#]+)/m

/** `path` is what was named, as a path; `choices` are the ids that there are. */
export function findPack(named: string, path: string, packs: string): FindPack {
  const kind = statSync(path, { throwIfNoEntry: false })
  if (kind?.isFile() === true) return loadPack(path, named)
  const listed = packFolders(packs, 'packs').map((folder) => ({ folder, id: idOf(join(folder.path, PROCEDURE)) }))
  const found = listed.find(({ id }) => id === named)?.folder
  if (found !== undefined) return loadPack(join(found.path, PROCEDURE), join(found.shown, PROCEDURE))
  if (kind?.isDirectory() === true) return loadPack(join(path, PROCEDURE), join(named, PROCEDURE))
  return { ok: false, choices: listed.flatMap(({ id }) => id ?? []).toSorted() }
}

function idOf(file: string): string | undefined {
  try {
    return ID.exec(readFileSync(file, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
