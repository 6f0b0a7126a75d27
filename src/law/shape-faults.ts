// What a schema has found wrong, as faults with lines: a lawyer is told the field and the line, not the library's words.
import type { z } from 'zod'
import type { LawFault } from './law-fault.ts'
import type { Blame, Path } from './read-yaml.ts'

/** Codes that the schemas give as the messages of their checks. */
const SAID_BY_SCHEMAS: ReadonlySet<string> = new Set([
  'not-an-id',
  'not-a-version',
  'not-a-date',
  'not-a-country',
  'not-a-language',
  'not-a-link',
  'not-an-event',
  'text-empty',
  'not-one-act',
  'expects-nothing',
])

/** `value` is what was read; it tells a field that is missing from one of another type. */
export function shapeFaults(issues: readonly z.core.$ZodIssue[], value: unknown, blame: Blame): readonly LawFault[] {
  return issues.flatMap((issue) => faultsOf(issue, value, blame))
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown, blame: Blame): readonly LawFault[] {
  const { path } = issue
  const where = path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => blame([...path, key], 'unknown-field', { where: [...path, key].join('.') }))
    case 'invalid_type':
      return at(value, path) === undefined
        ? [blame(path, 'missing-field', { where })]
        : [blame(path, 'wrong-type', { where, expected: issue.expected })]
    case 'invalid_value':
      return at(value, path) === undefined
        ? [blame(path, 'missing-field', { where })]
        : [blame(path, 'wrong-value', { where, expected: issue.values.map(String).join(', ') })]
    case 'invalid_key':
      return [blame(path, keyCode(issue.issues[0]?.message), { where, value: String(path.at(-1)) })]
    case 'invalid_format':
    case 'custom':
      return SAID_BY_SCHEMAS.has(issue.message)
        ? [blame(path, issue.message, { where, value: shown(at(value, path)) })]
        : [blame(path, 'wrong-value', { where, expected: issue.message })]
    default:
      return [blame(path, 'wrong-value', { where, expected: issue.message })]
  }
}

function at(value: unknown, path: Path): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return here
}

/** The only keys that a file chooses are languages, steps and events. */
const keyCode = (message = '') => (SAID_BY_SCHEMAS.has(message) ? message : 'not-an-id')

const shown = (value: unknown) => (JSON.stringify(value) ?? '').slice(0, 100)
