// Where one side stands in its own procedure, folded from what it said. Plain JSON, so that the state of a partnership
// can carry it; it knows the pinned outline alone and asks neither the pack nor the day.
import type { Basis } from '../act/act.ts'
import type { Outline, OutlineStep } from './outline.ts'
import type { Knot } from './pack.ts'
import type { StepCompleted, StepReturned, StepStarted } from './step-bodies.ts'

export interface StepState {
  /** `said`: a joint milestone that this side has declared and that waits for the other. */
  readonly status: 'started' | 'done' | 'said' | 'returned' | 'not-applicable'
  readonly on: string
  /** Hash of the act, or the number of its line. */
  readonly act: string
  /** How often it was completed. */
  readonly times: number
  readonly outcome?: string
  /** Of the return. */
  readonly reason?: string
  readonly basis: Basis
  /** A reported one that the side itself confirmed after it was seated. */
  readonly confirmed?: boolean
  /** Done on the side's word alone; what it did is kept to itself. */
  readonly attested?: boolean
  readonly documents?: readonly string[]
  readonly checks?: readonly string[]
}

export interface ProcedureState {
  readonly outline: Outline
  readonly steps: Readonly<Record<string, StepState>>
  /** Days of events that deadlines count from. */
  readonly events: Readonly<Record<string, string>>
}

export type StepFact = (
  | { readonly type: 'step.started'; readonly body: StepStarted }
  | { readonly type: 'step.completed'; readonly body: StepCompleted }
  | { readonly type: 'step.returned'; readonly body: StepReturned }
) & {
  readonly act: string
  /** When it was recorded: an instant in UTC. */
  readonly at: string
  readonly basis: Basis
}

export type StepRefusal =
  | { readonly code: 'unknown-step'; readonly step: string }
  | { readonly code: 'step-blocked'; readonly step: string; readonly missing: readonly string[] }
  | { readonly code: 'step-not-optional'; readonly step: string }
  | { readonly code: 'not-a-return'; readonly step: string; readonly to: string }
  | { readonly code: 'wrong-knot'; readonly step: string; readonly knot: Knot }

/** Whether a step that stands as done may be relied on: a reported one of a seated side may not. */
export type Counts = (step: StepState) => boolean

const always: Counts = () => true

export const beginProcedure = (outline: Outline): ProcedureState => ({ outline, steps: {}, events: {} })

export const stepStateOf = (state: ProcedureState, step: string): StepState | undefined =>
  Object.hasOwn(state.steps, step) ? state.steps[step] : undefined

/** Done, attested or not applicable, and counting. */
export function isMet(state: ProcedureState, step: string, counts: Counts = always): boolean {
  const now = stepStateOf(state, step)
  return now !== undefined && (now.status === 'done' || now.status === 'not-applicable') && counts(now)
}

/** Why the fact may not follow, or undefined where it may. */
export function checkStep(state: ProcedureState, fact: StepFact, counts: Counts = always): StepRefusal | undefined {
  const { step } = fact.body
  const named = [step, ...alsoNamed(fact)]
  const unknown = named.find((id) => outlineStep(state.outline, id) === undefined)
  if (unknown !== undefined) return { code: 'unknown-step', step: unknown }
  switch (fact.type) {
    case 'step.started':
      return undefined
    case 'step.completed':
      return checkCompletion(state, fact.body, counts)
    case 'step.returned': {
      const { to } = fact.body
      return mayReturn(state.outline, step, to) ? undefined : { code: 'not-a-return', step, to }
    }
  }
}

function checkCompletion(state: ProcedureState, body: StepCompleted, counts: Counts): StepRefusal | undefined {
  const { step, attests = [] } = body
  const { knot, optional } = outlineStep(state.outline, step) ?? {}
  if (body.knot !== undefined && body.knot !== knot) return { code: 'wrong-knot', step, knot: body.knot }
  for (const attested of attests) {
    const joint = outlineStep(state.outline, attested)?.knot
    // Nobody's word alone makes both sides meet.
    if (joint !== undefined) return { code: 'wrong-knot', step: attested, knot: joint }
  }
  if (body.not_applicable === true) return optional === true ? undefined : { code: 'step-not-optional', step }
  const missing = missingFor(state, step, counts).filter((need) => !attests.includes(need))
  return missing.length > 0 ? { code: 'step-blocked', step, missing } : undefined
}

/** Total: a step that the outline does not have changes nothing. Says nothing of whether the fact was allowed. */
export function foldStep(state: ProcedureState, fact: StepFact): ProcedureState {
  if (outlineStep(state.outline, fact.body.step) === undefined) return state
  switch (fact.type) {
    case 'step.started':
      return start(withEvents(state, fact.body.events), fact.body, fact)
    case 'step.completed':
      return complete(withEvents(state, fact.body.events), fact.body, fact)
    case 'step.returned':
      return sendBack(state, fact.body, fact)
  }
}

/** Both sides have said it. */
export function tieKnot(state: ProcedureState, knot: Knot, on: string, act: string): ProcedureState {
  const step = state.outline.steps.find((one) => one.knot === knot)
  if (step === undefined) return state
  const before = stepStateOf(state, step.id)
  return withStep(state, step.id, {
    ...(before ?? { basis: 'stated' as const }),
    status: 'done',
    on,
    act,
    times: Math.max(1, before?.times ?? 0),
  })
}

/** Direct needs that are not met; for a joint milestone that has those, any earlier one that was reopened. */
export function missingFor(state: ProcedureState, step: string, counts: Counts = always): readonly string[] {
  const { needs = [], knot } = outlineStep(state.outline, step) ?? {}
  const missing = needs.filter((need) => !isMet(state, need, counts))
  return missing.length === 0 && knot !== undefined ? missingForKnot(state, knot, counts) : missing
}

/** All steps before the milestone that are not met, in the order of the outline; none if there is no such milestone. */
export function missingForKnot(state: ProcedureState, knot: Knot, counts: Counts = always): readonly string[] {
  const step = state.outline.steps.find((one) => one.knot === knot)
  if (step === undefined) return []
  const skipped = (id: string) => stepStateOf(state, id)?.status === 'not-applicable'
  const before = needsOf(state.outline, step.id, skipped)
  return state.outline.steps.map(({ id }) => id).filter((id) => before.has(id) && !isMet(state, id, counts))
}

/** Every step that must be done before it, near and far; what stands before a `skipped` one is not asked for. */
export function needsOf(
  outline: Outline,
  step: string,
  skipped: (id: string) => boolean = () => false,
): ReadonlySet<string> {
  const found = new Set<string>()
  const ahead = [...(outlineStep(outline, step)?.needs ?? [])]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (found.has(id)) continue
    found.add(id)
    if (!skipped(id)) ahead.push(...(outlineStep(outline, id)?.needs ?? []))
  }
  return found
}

const outlineStep = (outline: Outline, id: string): OutlineStep | undefined =>
  outline.steps.find((one) => one.id === id)

function alsoNamed(fact: StepFact): readonly string[] {
  switch (fact.type) {
    case 'step.started':
      return []
    case 'step.completed':
      return fact.body.attests ?? []
    case 'step.returned':
      return [fact.body.to, ...(fact.body.keeps ?? [])]
  }
}

function mayReturn(outline: Outline, step: string, to: string): boolean {
  const position = (id: string) => outline.steps.findIndex((one) => one.id === id)
  if (position(to) >= position(step)) return false
  return (outlineStep(outline, step)?.returns ?? []).includes(to) || needsOf(outline, step).has(to)
}

type Said = Pick<StepFact, 'act' | 'at' | 'basis'>

function start(state: ProcedureState, body: StepStarted, said: Said): ProcedureState {
  const before = stepStateOf(state, body.step)
  if (before !== undefined && before.status !== 'returned' && before.status !== 'started') return state
  return withStep(state, body.step, { ...stated(body.on, said), status: 'started', times: before?.times ?? 0 })
}

function complete(state: ProcedureState, body: StepCompleted, said: Said): ProcedureState {
  const { step, outcome, documents, checks, attests = [] } = body
  const { knot, recurring, outcomes = {} } = outlineStep(state.outline, step) ?? {}
  const before = stepStateOf(state, step)
  const tied = before?.status === 'done' && recurring !== true
  const now: StepState = {
    ...stated(body.on, said),
    status: body.not_applicable === true ? 'not-applicable' : knot === undefined || tied ? 'done' : 'said',
    times: (before?.times ?? 0) + 1,
    ...(outcome === undefined ? {} : { outcome }),
    ...(documents === undefined ? {} : { documents }),
    ...(checks === undefined ? {} : { checks }),
  }
  const attested = attests.reduce((sofar, id) => attest(sofar, id, stated(body.on, said)), state)
  const completed = withStep(attested, step, now)
  return outcome !== undefined && Object.hasOwn(outcomes, outcome)
    ? reopen(completed, { step, to: outcomes[outcome], keeps: [] }, stated(body.on, said))
    : completed
}

function attest(state: ProcedureState, id: string, when: When): ProcedureState {
  const step = outlineStep(state.outline, id)
  if (step === undefined || step.knot !== undefined || isMet(state, id)) return state
  const times = (stepStateOf(state, id)?.times ?? 0) + 1
  return withStep(state, id, { ...when, status: 'done', times, attested: true })
}

function sendBack(state: ProcedureState, body: StepReturned, said: Said): ProcedureState {
  const { step, to, keeps = [], reason } = body
  if (outlineStep(state.outline, to) === undefined) return state
  return reopen(state, { step, to, keeps, reason }, stated(body.on, said))
}

interface Way {
  readonly step: string
  readonly to: string
  readonly keeps: readonly string[]
  readonly reason?: string
}

/** The earlier step must be done again, and so must what was built on it, as far as the step that sends back. */
function reopen(state: ProcedureState, { step, to, keeps, reason }: Way, when: When): ProcedureState {
  const last = state.outline.steps.findIndex(({ id }) => id === step)
  const again = state.outline.steps.slice(0, last + 1).filter(({ id }) => {
    const status = stepStateOf(state, id)?.status
    const stands = status === 'done' || status === 'said'
    return stands && !keeps.includes(id) && needsOf(state.outline, id).has(to)
  })
  return [to, ...again.map(({ id }) => id)].reduce((sofar, id) => {
    const before = stepStateOf(sofar, id)
    return withStep(sofar, id, {
      ...when,
      status: 'returned',
      times: before?.times ?? 0,
      ...(before?.outcome === undefined ? {} : { outcome: before.outcome }),
      ...(reason === undefined ? {} : { reason }),
    })
  }, state)
}

type When = Pick<StepState, 'on' | 'act' | 'basis'>

const stated = (on: string | undefined, { act, at, basis }: Said): When => ({ on: on ?? at.slice(0, 10), act, basis })

const withStep = (state: ProcedureState, id: string, step: StepState): ProcedureState => ({
  ...state,
  steps: { ...state.steps, [id]: step },
})

const withEvents = (state: ProcedureState, events: StepCompleted['events']): ProcedureState =>
  events === undefined ? state : { ...state, events: { ...state.events, ...events } }
