import { resolve } from 'node:path'
import { followProcedure, type ProcedureView } from '../verbs/follow-procedure.ts'
import { done, refuse } from '../verbs/refusal.ts'
import type { Command } from './command.ts'

const USAGE = 'kembar procedure PACK --acts FILE --side a|b --on DATE'

export const procedure: Command = {
  name: 'procedure',
  summary: 'where a side stands in its procedure: done, open, blocked, due',
  help: `Usage: ${USAGE} [--json]

Follows the acts of FILE through a procedure pack and tells what is done, what may be done now, what each blocked step
misses and what is due first.

  kembar procedure id-ksdpl --acts acts.jsonl --side a --on 2026-12-01

  PACK         id of a pack that ships with Kembar (id-ksdpl), or a folder or file of your own
  --acts FILE  one act in a line: as exported, or as short as
               {"side":"a","type":"step.completed","body":{"step":"id.prakarsa","on":"2026-01-05"}}
  --side a|b   whose procedure it is
  --on DATE    the day on which you look; what happened after it is left out
  --json       the same for programs
`,
  options: {
    acts: { type: 'string' },
    side: { type: 'string' },
    on: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    const [pack, extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    if (pack === undefined) return refuse({ code: 'missing-argument', argument: 'PACK', usage: USAGE })
    const { acts, side, on, json } = args.options
    if (typeof acts !== 'string') return refuse({ code: 'missing-argument', argument: '--acts FILE', usage: USAGE })
    if (typeof side !== 'string') return refuse({ code: 'missing-argument', argument: '--side a|b', usage: USAGE })
    if (side !== 'a' && side !== 'b')
      return refuse({ code: 'unknown-choice', name: 'side', value: side, choices: ['a', 'b'] })
    if (typeof on !== 'string') return refuse({ code: 'missing-argument', argument: '--on DATE', usage: USAGE })
    const followed = followProcedure({
      pack,
      packPath: resolve(context.cwd, pack),
      acts: resolve(context.cwd, acts),
      actsShown: acts,
      side,
      on,
    })
    if (!followed.ok) return followed
    context.out(json === true ? asJson(followed.value) : asText(followed.value))
    return done(undefined)
  },
}

function asJson({ pack, side, on, progress, void: voided, changes }: ProcedureView): string {
  const { done: finished, notApplicable, open, blocked, overdue, next, waiting, limits, provisional } = progress
  const json = {
    pack: pack.pack,
    version: pack.version,
    side,
    on,
    done: finished,
    not_applicable: notApplicable,
    open,
    blocked,
    overdue,
    next,
    waiting,
    limits,
    void: voided,
    provisional: provisional === false ? false : (provisional['en'] ?? ''),
    unreliable: next.flatMap(({ step, why }) => (why.reliable === false ? [step] : [])),
    changes: changes ?? null,
    explanation: progress.explanation,
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

function asText({ pack, side, on, progress, void: voided, changes }: ProcedureView): string {
  const titles = new Map([...pack.steps, ...pack.documents].map(({ id, title }) => [id, title['en'] ?? id]))
  const titled = (id: string) => `${id} (${titles.get(id) ?? id})`
  const late = new Map(progress.overdue.map(({ step, days }) => [step, days]))
  const { provisional } = progress
  const parts: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    ['Done', progress.done.map(titled)],
    ['Does not apply', progress.notApplicable.map(titled)],
    [
      'Next, the strictest first',
      progress.next.map(({ step, due, why }) => {
        const days = late.get(step)
        const overdue = days === undefined ? '' : `, OVERDUE by ${days} day${days === 1 ? '' : 's'}`
        return `${due ?? '–'.padEnd(10)}  ${titled(step)}${overdue}\n${' '.repeat(14)}${why.text} [${why.known}]`
      }),
    ],
    [
      'Blocked',
      progress.blocked.map(({ step, missing }) => `${titled(step)}: misses ${missing.map(titled).join(', ')}`),
    ],
    [
      'Limits',
      progress.limits.map(({ title, id, most, unit, known }) => `${title['en'] ?? id}: ${most} (${unit}) [${known}]`),
    ],
    [
      'Acts that do not count',
      voided.map(
        ({ line, code, missing }) =>
          `line ${line}: ${code}${missing.length > 0 ? `, misses ${missing.join(', ')}` : ''}`,
      ),
    ],
  ]
  return (
    `${pack.title['en'] ?? pack.pack} (${pack.pack} ${pack.version}), side ${side}, on ${on}\n` +
    (provisional === false ? '' : `Provisional: ${provisional['en'] ?? ''}\n`) +
    `${progress.explanation}\n` +
    (changes === undefined ? '' : `${toldChanges(changes)}\n`) +
    parts
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines]) => `\n${heading}\n${lines.map((line) => `  ${line}\n`).join('')}`)
      .join('')
  )
}

function toldChanges({ pinned, present, added, removed, changed }: NonNullable<ProcedureView['changes']>): string {
  const told = [
    ...(added.length > 0 ? [`new: ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`gone: ${removed.join(', ')}`] : []),
    ...(changed.length > 0 ? [`changed: ${changed.map(({ step }) => step).join(', ')}`] : []),
  ]
  return `The partnership began with version ${pinned}. Version ${present} differs: ${told.join('; ') || 'in words only'}.`
}
