import { done, refuse } from '../verbs/refusal.ts'
import { rebuildLedger } from '../verbs/rebuild-ledger.ts'
import type { Command } from './command.ts'

export const ledgerRebuild: Command = {
  name: 'ledger rebuild',
  summary: 'make the state of the partnerships again from their acts',
  help: `Usage: kembar ledger rebuild [SLUG]

Folds every act again and compares the result, byte for byte, with the state that was kept. Where they differ, the new
one takes its place, and what had differed is told.
`,
  options: {},
  async run(args, context, doors) {
    const [slug, extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const { database } = await doors.record()
    const rebuilt = await rebuildLedger(database, slug)
    if (!rebuilt.ok) return rebuilt
    for (const { slug: name, acts, differed } of rebuilt.value) {
      const told = differed.length === 0 ? 'the same to the byte' : `replaced, had differed: ${differed.join(', ')}`
      context.out(`${name}: ${acts} shared acts, ${told}\n`)
    }
    if (rebuilt.value.length === 0) context.out('There is no partnership yet.\n')
    return done(undefined)
  },
}
