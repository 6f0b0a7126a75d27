import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { done, refuse } from '../verbs/refusal.ts'
import { verifyActsFile, verifyLedger } from '../verbs/verify-ledger.ts'
import type { Command } from './command.ts'

export const ledgerVerify: Command = {
  name: 'ledger verify',
  summary: 'check that every act is as it was written',
  help: `Usage: kembar ledger verify [SLUG | FILE.jsonl]

Computes every hash again, follows each strand act by act, and checks signatures and files. Names the first act that is
not as it was written. Without an argument all partnerships are checked; a file needs no database.
`,
  options: {},
  async run(args, context, doors) {
    const [name, extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const file = name === undefined ? undefined : resolve(context.cwd, name)
    if (name !== undefined && file !== undefined && (/\.jsonl?$/.test(name) || existsSync(file))) {
      const verified = verifyActsFile(file, name)
      if (!verified.ok) return verified
      context.out(`${name}: ${verified.value.acts} acts, all as they were written\n`)
      return done(undefined)
    }
    const { database } = await doors.record()
    const verified = await verifyLedger(database, name)
    if (!verified.ok) return verified
    for (const { name: slug, acts } of verified.value) context.out(`${slug}: ${acts} acts, all as they were written\n`)
    if (verified.value.length === 0) context.out('There is no partnership yet.\n')
    return done(undefined)
  },
}
