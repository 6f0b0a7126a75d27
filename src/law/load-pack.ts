// One procedure pack from its file: a pack that may be relied on, or everything that is wrong with it.
import type { Pack } from '../domain/procedure/pack.ts'
import type { LawFault } from './law-fault.ts'
import { packContradictions } from './pack-contradictions.ts'
import { packFile } from './pack-file.ts'
import { readYaml, type Blame } from './read-yaml.ts'
import { shapeFaults } from './shape-faults.ts'

export type LoadPack =
  | { readonly ok: true; readonly pack: Pack; readonly blame: Blame }
  | { readonly ok: false; readonly faults: readonly LawFault[] }

/** `path` is where the file is; `file` is what the faults are to name. */
export function loadPack(path: string, file: string): LoadPack {
  const read = readYaml(path, file)
  if (!read.ok) return read
  const shaped = packFile.safeParse(read.value)
  if (!shaped.success) return { ok: false, faults: shapeFaults(shaped.error.issues, read.value, read.blame) }
  const pack: Pack = shaped.data
  const faults = packContradictions(pack, read.blame)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, pack, blame: read.blame }
}
