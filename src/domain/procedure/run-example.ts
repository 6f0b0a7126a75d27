// Follows an example of a pack and tells where it came out otherwise than expected.
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Example, Expectation, ExpectedRefusal, GivenAct } from './example.ts'
import { beginFollowing, followOther, followOwn, forgetOther, type Following } from './follow-side.ts'
import { outlineOf } from './outline.ts'
import type { Knot, Pack } from './pack.ts'
import type { StepFact } from './procedure-state.ts'
import { progress, type Progress } from './progress.ts'

export interface Mismatch {
  /** Where it stands in the example. */
  readonly path: readonly (string | number)[]
  readonly expected: string
  readonly actual: string
}

export interface ExampleRun {
  readonly progress: Progress
  readonly refused: readonly ExpectedRefusal[]
}

/** `knots`: the milestone of each step of other packs, for what the other side says without naming one. */
export function runExample(
  pack: Pack,
  example: Example,
  calendar: WorkingCalendar | undefined,
  knots: ReadonlyMap<string, Knot>,
): ExampleRun {
  let following = beginFollowing(outlineOf(pack))
  const refused: ExpectedRefusal[] = []
  for (const [index, given] of example.given.entries()) {
    const fact = factOf(given, example, index)
    if ((given.side ?? example.side) !== example.side) {
      following = hear(following, fact, knots)
      continue
    }
    const { following: after, refusal } = followOwn(following, fact)
    following = after
    if (refusal === undefined) continue
    const missing = 'missing' in refusal ? { missing: refusal.missing } : {}
    refused.push({ at: index + 1, code: refusal.code, ...missing })
  }
  return { progress: progress(pack, following.state, example.on, calendar), refused }
}

/** Of the other side only its milestones matter here. */
export function hear(following: Following, fact: StepFact, knots: ReadonlyMap<string, Knot>): Following {
  if (fact.type === 'step.returned') {
    const knot = knots.get(fact.body.to)
    return knot === undefined ? following : forgetOther(following, knot)
  }
  if (fact.type !== 'step.completed' || fact.body.not_applicable === true) return following
  const knot = fact.body.knot ?? knots.get(fact.body.step)
  if (knot === undefined) return following
  return followOther(following, knot, { on: fact.body.on ?? fact.at.slice(0, 10), act: fact.act })
}

function factOf(given: GivenAct, { on }: Example, index: number): StepFact {
  const { 'step.started': started, 'step.completed': completed, 'step.returned': returned } = given
  const said = { act: String(index + 1), at: `${on}T00:00:00.000Z`, basis: 'stated' as const }
  if (completed !== undefined) return { ...said, type: 'step.completed', body: completed }
  if (returned !== undefined) return { ...said, type: 'step.returned', body: returned }
  return { ...said, type: 'step.started', body: started ?? { step: '' } }
}

export function mismatches({ expect }: Example, { progress: now, refused }: ExampleRun): readonly Mismatch[] {
  const lists: readonly (readonly [keyof Expectation, readonly string[] | undefined, readonly string[]])[] = [
    ['done', expect.done, now.done],
    ['open', expect.open, now.open],
    ['overdue', expect.overdue, now.overdue.map(({ step }) => step)],
    ['waiting', expect.waiting, now.waiting.map(({ step }) => step)],
  ]
  return [
    ...lists.flatMap(([key, expected, actual]) =>
      expected === undefined ? [] : differ(['expect', key], set(expected), set(actual)),
    ),
    ...(expect.blocked ?? []).flatMap(({ step, missing }, i) => {
      const blocked = now.blocked.find((one) => one.step === step)
      const actual = blocked === undefined ? `${step} is not blocked` : `${step} misses ${set(blocked.missing)}`
      return differ(['expect', 'blocked', i], `${step} misses ${set(missing)}`, actual)
    }),
    ...Object.entries(expect.due ?? {}).flatMap(([step, due]) => {
      const next = now.next.find((one) => one.step === step)
      const actual = next === undefined ? 'not a step that comes next' : (next.due ?? `null (${next.why.code})`)
      return next?.due === due ? [] : differ(['expect', 'due', step], due ?? 'null', actual)
    }),
    ...refusalMismatches(expect.refused ?? [], refused),
  ]
}

function refusalMismatches(
  expected: readonly ExpectedRefusal[],
  actual: readonly ExpectedRefusal[],
): readonly Mismatch[] {
  const unexpected = actual.filter(({ at }) => !expected.some((one) => one.at === at))
  return [
    ...unexpected.flatMap((one) => differ(['given', one.at - 1], 'no refusal', refusal(one, true))),
    ...expected.flatMap((one, i) => {
      const found = actual.find(({ at }) => at === one.at)
      const asked = one.missing !== undefined
      const actually = found === undefined ? `act ${one.at} is not refused` : refusal(found, asked)
      return differ(['expect', 'refused', i], refusal(one, asked), actually)
    }),
  ]
}

const refusal = ({ at, code, missing = [] }: ExpectedRefusal, full: boolean) =>
  `act ${at}: ${code}${full && missing.length > 0 ? `, missing ${set(missing)}` : ''}`

const set = (ids: readonly string[]) => `[${[...new Set(ids)].toSorted().join(', ')}]`

const differ = (path: Mismatch['path'], expected: string, actual: string): readonly Mismatch[] =>
  expected === actual ? [] : [{ path, expected, actual }]
