// Checks procedure packs and runs all their examples.
import { statSync } from 'node:fs'
import { checkPacks as checkFolder, type CheckedPacks } from '../law/check-packs.ts'
import { PACKS } from './count-deadline.ts'
import { done, refuse, type Result } from './refusal.ts'

export type { CheckedPack, CheckedPacks } from '../law/check-packs.ts'
export type PackFault = CheckedPacks['faults'][number]

export interface PacksQuestion {
  /** Absolute path; the packs that ship with Kembar where absent. */
  readonly folder?: string
  /** How the folder was named. */
  readonly shown?: string
}

/** Faults are an answer, not a refusal. */
export function checkPacks({ folder = PACKS, shown = 'packs' }: PacksQuestion): Result<CheckedPacks> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return refuse({ code: 'folder-not-found', folder: shown })
  const checked = checkFolder(folder, shown, PACKS)
  return checked.packs.length === 0 ? refuse({ code: 'no-packs', folder: shown }) : done(checked)
}
