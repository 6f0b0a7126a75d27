// Acts from a file of lines, full ones or as little as a person would type, in the order in which they count.
import { z } from 'zod'
import type { ActType } from '../domain/act/act-bodies.ts'
import { speakerOf, type Basis, type Side } from '../domain/act/act.ts'
import { isActType } from '../domain/act/parse-act.ts'
import { isBesideActs } from '../ledger/acts-file.ts'
import { readText } from '../ledger/read-text.ts'
import { done, refuse, type Result } from './refusal.ts'

/** A text of many clauses in several languages is a long line. */
const LONGEST_ACT = 4_000_000

export interface TypedAct {
  readonly line: number
  /** Whose word it is. */
  readonly speaker: Side
  readonly type: ActType
  readonly body: unknown
  readonly at: string | undefined
  readonly basis: Basis
  /** Hash, or the number of the line. */
  readonly act: string
}

const typed = z.looseObject({
  side: z.enum(['a', 'b']),
  type: z.string(),
  body: z.record(z.string(), z.unknown()),
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/, 'not an instant in UTC')
    .optional(),
  basis: z.enum(['stated', 'reported']).optional(),
  clock: z.int().optional(),
  seq: z.int().optional(),
  hash: z.string().optional(),
})

type Line = z.infer<typeof typed> & { readonly line: number }

/** `file` is where it is; `shown` is how it was named. A line that stands there twice counts once. */
export function readActs(file: string, shown: string): Result<readonly TypedAct[]> {
  const text = readText(file, shown)
  if (!text.ok) return text
  const lines: Line[] = []
  const seen = new Set<string>()
  for (const [index, written] of text.value.split('\n').entries()) {
    const trimmed = written.trim()
    const at = { file: shown, line: index + 1 }
    if (trimmed === '') continue
    if (trimmed.length > LONGEST_ACT) return refuse({ code: 'line-too-long', ...at, limit: LONGEST_ACT })
    const json = parse(trimmed)
    if (json === undefined) return refuse({ code: 'line-not-json', ...at })
    if (isBesideActs(json)) continue
    const read = typed.safeParse(json)
    if (!read.success) return refuse({ code: 'line-not-act', ...at, problem: problemOf(read.error) })
    if (!isActType(read.data.type)) {
      // A newer version may know acts that this one does not; where a person typed it, it is a slip.
      if (read.data.hash !== undefined) continue
      return refuse({ code: 'line-not-act', ...at, problem: `type: ${read.data.type.slice(0, 64)}` })
    }
    const same = read.data.hash ?? trimmed
    if (seen.has(same)) continue
    seen.add(same)
    lines.push({ ...read.data, line: index + 1 })
  }
  return done(inOrder(lines).map(asAct))
}

/** As they count: by clock, side and place in the strand; where not all acts tell those, by the hour; else as they stand. */
function inOrder(lines: readonly Line[]): readonly Line[] {
  if (lines.every(({ clock, seq }) => clock !== undefined && seq !== undefined))
    return lines.toSorted(
      (a, b) => (a.clock ?? 0) - (b.clock ?? 0) || a.side.localeCompare(b.side) || (a.seq ?? 0) - (b.seq ?? 0),
    )
  let hour = ''
  // A line without an hour stays behind the one before it.
  return lines
    .map((line) => ({ line, hour: (hour = line.at ?? hour) }))
    .toSorted((a, b) => (a.hour < b.hour ? -1 : a.hour > b.hour ? 1 : 0))
    .map(({ line }) => line)
}

function asAct({ line, side, type, body, at, basis = 'stated', hash }: Line): TypedAct {
  return {
    line,
    speaker: speakerOf({ side, basis }),
    type: type as ActType,
    body,
    at,
    basis,
    act: hash ?? String(line),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const problemOf = ({ issues: [issue] }: z.ZodError): string =>
  issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`.replace(/^: /, '')
