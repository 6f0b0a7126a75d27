import { resolve } from 'node:path'
import { foldFile, type FoldedFile } from '../verbs/fold-file.ts'
import { refuse, done } from '../verbs/refusal.ts'
import type { Command } from './command.ts'

const USAGE = 'kembar fold FILE.jsonl --on DATE'

export const fold: Command = {
  name: 'fold',
  summary: 'the state of a partnership from a file of its acts',
  help: `Usage: ${USAGE} [--json]

Computes where a partnership stands from exported acts, without a database. The acts may come in any order and more than
once. An act that could not be said where it stands, whose hash or signature does not fit, or that breaks the chain is
shown as void with the reason. Two copies that hold the same acts show the same state_hash.

  --on DATE   the day for which liveness, clock and stage are told, such as 2026-12-01
  --json      everything, as JSON
`,
  options: { on: { type: 'string' }, json: { type: 'boolean' } },
  run(args, context) {
    const [file, extra] = args.positionals
    const { on, json } = args.options
    if (file === undefined)
      return Promise.resolve(refuse({ code: 'missing-argument', argument: 'FILE.jsonl', usage: USAGE }))
    if (extra !== undefined) return Promise.resolve(refuse({ code: 'unknown-argument', argument: extra }))
    if (typeof on !== 'string') return Promise.resolve(refuse({ code: 'missing-option', option: '--on' }))
    const folded = foldFile(resolve(context.cwd, file), file, on)
    if (!folded.ok) return Promise.resolve(folded)
    context.out(json === true ? `${JSON.stringify(folded.value, null, 2)}\n` : told(folded.value))
    return Promise.resolve(done(undefined))
  },
}

function told(folded: FoldedFile): string {
  const { partnership, on, stage, liveness, knots, concepts, agreements, waiting, state_hash } = folded
  const tied = Object.entries(knots).flatMap(([knot, { tied: is, on: day }]) => (is ? [`${knot} (${day})`] : []))
  const lines = [
    `Partnership   ${partnership}, ${folded.acts} acts`,
    `On ${on}: stage ${stage}, ${liveness.state}`,
    `Knots tied    ${tied.join(', ') || 'none'}`,
    `Concepts      ${concepts.map(({ id, status }) => `${id} (${status})`).join(', ') || 'none'}`,
    `Agreements    ${agreements.map(({ id, status }) => `${id} (${status})`).join(', ') || 'none'}`,
    ...folded.void.map(({ side, seq, type, code }) => `Void          ${side}${seq} ${type}: ${code}`),
    ...waiting.map(
      ({ side, missing, acts }) => `Waiting       ${acts} acts of side ${side}: act ${missing} is missing`,
    ),
    `State hash    ${state_hash}`,
  ]
  return `${lines.join('\n')}\n`
}
