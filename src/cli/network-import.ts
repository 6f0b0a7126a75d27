import { resolve } from 'node:path'
import { importNetwork } from '../verbs/import-network.ts'
import { done, refuse } from '../verbs/refusal.ts'
import type { Command } from './command.ts'
import { printOutcome, printPlan } from './import-plan.ts'

export const networkImport: Command = {
  name: 'network import',
  summary: 'bring in ties from a tab-separated file',
  help: `Usage: kembar network import FILE.tsv [--dry-run] [--skip-rejected]

The file has a header with the columns place_a, place_b and sources, and may have since, until, reference and note.
Places are GeoNames ids or unit codes (ID.07.3320); dates are YYYY, YYYY-MM or YYYY-MM-DD.

Says first what will be added, changed and skipped. A row that cannot be used stops the import, and all such rows are
written to a file with their reasons. The same file again changes nothing. \`kembar network undo\` takes an import back.

  --dry-run        only say what would happen
  --skip-rejected  take the other rows when some are rejected
`,
  options: { 'dry-run': { type: 'boolean' }, 'skip-rejected': { type: 'boolean' } },
  async run(args, context, doors) {
    const [file, extra] = args.positionals
    if (file === undefined) {
      return refuse({ code: 'missing-argument', argument: 'FILE', usage: 'kembar network import FILE.tsv' })
    }
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const dryRun = args.options['dry-run'] === true
    const skipRejected = args.options['skip-rejected'] === true
    const outcome = await importNetwork(await doors.house(), {
      file: resolve(context.cwd, file),
      rejectsFolder: doors.dataFolder,
      dryRun,
      skipRejected,
      onPlan: (plan) => printPlan(plan, { dryRun, skipRejected }, context),
    })
    if (!outcome.ok) return outcome
    printOutcome(outcome.value, dryRun, context)
    return done(undefined)
  },
}
