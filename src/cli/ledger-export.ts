import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RecordRoom } from '../verbs/house.ts'
import { exportLedger, type ExportChoice } from '../verbs/export-ledger.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import type { Command } from './command.ts'

const USAGE = 'kembar ledger export SLUG'

export const ledgerExport: Command = {
  name: 'ledger export',
  summary: 'write the record of a partnership as lines of JSON',
  help: `Usage: ${USAGE} [--out FILE] [--private a|b] [--blobs]

Writes the public keys of the offices and then every shared act, one on a line, byte for byte as it was hashed.

  --out FILE      write to a file instead of the screen
  --private SIDE  with the private strand of that side
  --blobs         with the files that the acts name as evidence
`,
  options: { out: { type: 'string' }, private: { type: 'string' }, blobs: { type: 'boolean' } },
  async run(args, context, doors) {
    const [slug, extra] = args.positionals
    const { out, private: side, blobs } = args.options
    if (slug === undefined) return refuse({ code: 'missing-argument', argument: 'SLUG', usage: USAGE })
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    if (side !== undefined && side !== 'a' && side !== 'b')
      return refuse({ code: 'unknown-choice', name: '--private', value: String(side), choices: ['a', 'b'] })
    const choice: ExportChoice = { ...(side === undefined ? {} : { private: side }), blobs: blobs === true }
    const room = await doors.record()
    if (typeof out === 'string') return toFile(room, slug, choice, resolve(context.cwd, out))
    const exported = await exportLedger(room.database, slug, choice, (line) => context.out(`${line}\n`))
    return exported.ok ? done(undefined) : exported
  },
}

/** Under another name first: a file that is there is whole. */
async function toFile(
  { database }: RecordRoom,
  slug: string,
  choice: ExportChoice,
  file: string,
): Promise<Result<void>> {
  // A device or a folder is not replaced by a file.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false)
    return refuse({ code: 'file-not-writable', file, reason: 'not a regular file' })
  const draft = `${file}.part`
  try {
    const descriptor = openSync(draft, 'w', 0o600)
    try {
      const exported = await exportLedger(database, slug, choice, (line) => writeSync(descriptor, `${line}\n`))
      if (!exported.ok) return exported
    } finally {
      closeSync(descriptor)
    }
    renameSync(draft, file)
    return done(undefined)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error
    return refuse({ code: 'file-not-writable', file, reason: code })
  } finally {
    rmSync(draft, { force: true })
  }
}
