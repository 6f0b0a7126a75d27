import { resolve } from 'node:path'
import { importLedger } from '../verbs/import-ledger.ts'
import { done, refuse } from '../verbs/refusal.ts'
import type { Command } from './command.ts'

const USAGE = 'kembar ledger import FILE'

export const ledgerImport: Command = {
  name: 'ledger import',
  summary: 'take in the record of a partnership from a file',
  help: `Usage: ${USAGE} [--slug NAME]

Takes in acts that were exported here or elsewhere, all of them or none. Acts that are known are passed over, so the
same file may be taken in twice. An altered act, a broken chain or a second act at the same place is refused.

  --slug NAME  what a partnership that is new shall be called here; its id where absent
`,
  options: { slug: { type: 'string' } },
  async run(args, context, doors) {
    const [file, extra] = args.positionals
    const { slug } = args.options
    if (file === undefined) return refuse({ code: 'missing-argument', argument: 'FILE', usage: USAGE })
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const { database } = await doors.record()
    const name = typeof slug === 'string' ? slug : undefined
    const imported = await importLedger(database, resolve(context.cwd, file), file, name)
    if (!imported.ok) return imported
    const { slug: here, added, known, void: voids } = imported.value
    context.out(`${here}: ${added} acts added, ${known} known already, ${voids} void in all\n`)
    return done(undefined)
  },
}
