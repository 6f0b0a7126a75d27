import { done, refuse } from '../verbs/refusal.ts'
import { undoImport } from '../verbs/undo-import.ts'
import type { Command } from './command.ts'

export const networkUndo: Command = {
  name: 'network undo',
  summary: 'take an import back: everything is as it was before it',
  help: `Usage: kembar network undo [IMPORT]

IMPORT is the number that the import was given (\`kembar network imports\` lists them); the newest unless given.
`,
  options: {},
  async run(args, context, doors) {
    const [id, extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const undone = await undoImport(await doors.house(), id === undefined ? {} : { import: id })
    if (!undone.ok) return undone
    context.out(`Import ${undone.value.id} (${undone.value.name}) is undone.\n`)
    return done(undefined)
  },
}
