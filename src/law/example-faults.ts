// What is wrong with the examples of a pack: their shape, what they name, which kinds are missing, and every one that
// comes out otherwise than it says.
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Example, Expectation, ExampleKind } from '../domain/procedure/example.ts'
import { outlineOf } from '../domain/procedure/outline.ts'
import type { Knot, Pack } from '../domain/procedure/pack.ts'
import { mismatches, runExample } from '../domain/procedure/run-example.ts'
import { examplesFile } from './examples-file.ts'
import type { LawFault } from './law-fault.ts'
import { readYaml, type Blame } from './read-yaml.ts'
import { shapeFaults } from './shape-faults.ts'

export type LoadExamples =
  | { readonly ok: true; readonly examples: readonly Example[]; readonly blame: Blame }
  | { readonly ok: false; readonly faults: readonly LawFault[] }

export function loadExamples(path: string, file: string): LoadExamples {
  const read = readYaml(path, file)
  if (!read.ok) return read
  const shaped = examplesFile.safeParse(read.value)
  if (!shaped.success) return { ok: false, faults: shapeFaults(shaped.error.issues, read.value, read.blame) }
  return { ok: true, examples: shaped.data, blame: read.blame }
}

export interface PackUnderTest {
  readonly pack: Pack
  readonly calendar: WorkingCalendar | undefined
  /** The milestone of each step of all packs. */
  readonly knots: ReadonlyMap<string, Knot>
}

export function exampleFaults(test: PackUnderTest, examples: readonly Example[], blame: Blame): readonly LawFault[] {
  return [
    ...kindsMissing(test.pack, examples).map((kind) => blame([], 'example-kind-missing', { kind })),
    ...examples.flatMap((example, i) => [
      ...(examples.slice(0, i).some(({ name }) => name === example.name)
        ? [blame([i, 'name'], 'example-twice', { example: example.name })]
        : []),
      ...faultsOf(test, example, (path, code, data) => blame([i, ...path], code, data)),
    ]),
  ]
}

function faultsOf({ pack, calendar, knots }: PackUnderTest, example: Example, blame: Blame): readonly LawFault[] {
  const { name, kind, expect } = example
  const unknown = [...stepsNamed(expect)].filter(([, step]) => !pack.steps.some(({ id }) => id === step))
  if (unknown.length > 0)
    return unknown.map(([path, step]) => blame(['expect', ...path], 'example-unknown-step', { example: name, step }))
  const proof = PROOF[kind]
  const proven = proof === undefined || (expect[proof] ?? []).length > 0
  return [
    ...(proven ? [] : [blame(['kind'], 'example-proves-nothing', { example: name, kind, key: proof })]),
    ...mismatches(example, runExample(pack, example, calendar, knots)).map(({ path, expected, actual }) =>
      blame(path, 'example-differs', { example: name, expected, actual }),
    ),
  ]
}

/** What an example of a kind has to expect, so that it shows what its kind says. */
const PROOF: Partial<Readonly<Record<ExampleKind, 'refused' | 'overdue' | 'waiting'>>> = {
  'out-of-order': 'refused',
  'deadline-passes': 'overdue',
  'other-side-late': 'waiting',
}

function kindsMissing(pack: Pack, examples: readonly Example[]): readonly ExampleKind[] {
  const goesBack = outlineOf(pack).steps.some(({ returns = [] }) => returns.length > 0)
  const demanded: readonly (readonly [ExampleKind, boolean])[] = [
    ['happy-path', true],
    ['out-of-order', pack.steps.some(({ requires }) => requires.length > 0)],
    ['sent-back', goesBack],
    ['deadline-passes', pack.steps.some(({ deadline }) => deadline !== null)],
    ['other-side-late', pack.steps.some(({ knot }) => knot !== undefined)],
  ]
  return demanded.flatMap(([kind, needed]) => (needed && !examples.some((one) => one.kind === kind) ? [kind] : []))
}

function* stepsNamed(expect: Expectation): Generator<readonly [path: readonly (string | number)[], step: string]> {
  for (const key of ['done', 'open', 'overdue', 'waiting'] as const) {
    for (const [i, step] of (expect[key] ?? []).entries()) yield [[key, i], step]
  }
  for (const [i, { step }] of (expect.blocked ?? []).entries()) yield [['blocked', i, 'step'], step]
  for (const step of Object.keys(expect.due ?? {})) yield [['due', step], step]
}
