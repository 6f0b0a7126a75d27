import { listImports } from '../verbs/list-imports.ts'
import { done, refuse } from '../verbs/refusal.ts'
import type { Command } from './command.ts'

export const networkImports: Command = {
  name: 'network imports',
  summary: 'list the imports that the network was made of, newest first',
  help: `Usage: kembar network imports [--json]
`,
  options: { json: { type: 'boolean' } },
  async run(args, context, doors) {
    const [extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const imports = await listImports(await doors.house())
    if (args.options['json'] === true) context.out(`${JSON.stringify(imports, null, 2)}\n`)
    else {
      for (const { id, at, kind, name, added, changed, removed, undone_at } of imports) {
        const state = undone_at === null ? '' : '  undone'
        context.out(
          `${String(id).padStart(4)}  ${at.toISOString().slice(0, 16)}Z  ${kind.padEnd(5)} ${name}: ${added} added, ${changed} changed, ${removed} removed${state}\n`,
        )
      }
    }
    return done(undefined)
  },
}
