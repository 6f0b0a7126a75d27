import { describe, expect, test } from 'vitest'
import type { Outline } from './outline.ts'
import {
  beginProcedure,
  checkStep,
  foldStep,
  isMet,
  missingFor,
  missingForKnot,
  stepStateOf,
  tieKnot,
  type ProcedureState,
  type StepFact,
} from './procedure-state.ts'

const outline: Outline = {
  pack: 'zz',
  version: '1',
  steps: [
    { id: 'plan', needs: [] },
    { id: 'council', needs: ['plan'] },
    { id: 'powers', needs: ['plan'], optional: true },
    { id: 'verify', needs: ['council'], returns: ['plan'], outcomes: { repair: 'plan' } },
    { id: 'sign', needs: ['verify', 'powers'], knot: 'mou' },
    { id: 'report', needs: ['sign'], recurring: true },
  ],
}

const empty = beginProcedure(outline)
const said = (act: string) => ({ act, at: '2026-01-31T20:00:00.000Z', basis: 'stated' as const })
const completed = (step: string, more: object = {}): StepFact => ({
  ...said(`done ${step}`),
  type: 'step.completed',
  body: { step, ...more },
})
const returned = (step: string, to: string, keeps?: string[]): StepFact => ({
  ...said('back'),
  type: 'step.returned',
  body: { step, to, reason: 'the budget is missing', ...(keeps === undefined ? {} : { keeps }) },
})
const after = (...facts: readonly StepFact[]): ProcedureState => facts.reduce(foldStep, empty)
const upToVerify = ['plan', 'council', 'verify'].map((step) => completed(step))
const doneIn = (state: ProcedureState) => outline.steps.map(({ id }) => id).filter((id) => isMet(state, id))

describe('given a step whose needs are not met', () => {
  test('when it is completed, then it is refused with what is missing', () => {
    expect(checkStep(empty, completed('council'))).toEqual({ code: 'step-blocked', step: 'council', missing: ['plan'] })
    expect(checkStep(after(completed('plan')), completed('council'))).toBeUndefined()
  })

  test('when its needs are attested in the same breath, then it is allowed and they count', () => {
    const fact = completed('council', { attests: ['plan'] })
    expect(checkStep(empty, fact)).toBeUndefined()
    expect(stepStateOf(after(fact), 'plan')).toMatchObject({ status: 'done', attested: true })
  })

  test('when the need is done but its word no longer counts, then it is missing again', () => {
    const reported = foldStep(empty, { ...completed('plan'), basis: 'reported' })
    expect(missingFor(reported, 'council')).toEqual([])
    expect(missingFor(reported, 'council', ({ basis }) => basis === 'stated')).toEqual(['plan'])
  })
})

test.each([
  ['a step that the outline does not have', completed('toString'), { code: 'unknown-step', step: 'toString' }],
  [
    'an attested step that it does not have',
    completed('plan', { attests: ['x'] }),
    { code: 'unknown-step', step: 'x' },
  ],
  ['a return to a step that it does not have', returned('verify', 'x'), { code: 'unknown-step', step: 'x' }],
  [
    'a milestone of another kind',
    completed('plan', { knot: 'loi' }),
    { code: 'wrong-knot', step: 'plan', knot: 'loi' },
  ],
  [
    'an attested milestone',
    completed('plan', { attests: ['sign'] }),
    { code: 'wrong-knot', step: 'sign', knot: 'mou' },
  ],
  ['a needed step as not applicable', completed('plan', { not_applicable: true }), { code: 'step-not-optional' }],
  ['a return forwards', returned('plan', 'verify'), { code: 'not-a-return', step: 'plan', to: 'verify' }],
  ['a return to itself', returned('plan', 'plan'), { code: 'not-a-return' }],
  ['a return to a step it does not build on', returned('verify', 'powers'), { code: 'not-a-return' }],
])('given %s, then it is refused, and folding it throws nothing', (_, fact, refusal) => {
  expect(checkStep(empty, fact)).toMatchObject(refusal)
  expect(foldStep(empty, fact).outline).toBe(outline)
})

describe('given a joint milestone', () => {
  const powers = completed('powers', { not_applicable: true })

  test('when an optional step before it is neither done nor set aside, then it is blocked', () => {
    expect(checkStep(after(...upToVerify), completed('sign'))).toMatchObject({ missing: ['powers'] })
    expect(checkStep(after(...upToVerify, powers), completed('sign'))).toBeUndefined()
  })

  test('when one side says it, then it is said and not done; when tied, then it is done', () => {
    const one = after(...upToVerify, powers, completed('sign', { on: '2026-02-01', documents: ['mou'] }))
    expect(stepStateOf(one, 'sign')).toMatchObject({ status: 'said', on: '2026-02-01' })
    expect(missingFor(one, 'report')).toEqual(['sign'])
    const both = tieKnot(one, 'mou', '2026-02-05', 'h')
    expect(stepStateOf(both, 'sign')).toMatchObject({ status: 'done', on: '2026-02-05', act: 'h', documents: ['mou'] })
    expect(checkStep(both, completed('report'))).toBeUndefined()
    expect(stepStateOf(foldStep(both, completed('sign')), 'sign')?.status).toBe('done')
  })

  test('when asked what it misses, then all steps before it are told in their order, or none where there is none', () => {
    expect(missingForKnot(after(completed('plan')), 'mou')).toEqual(['council', 'powers', 'verify'])
    expect(missingForKnot(empty, 'loi')).toEqual([])
    expect(tieKnot(empty, 'loi', '2026-01-01', 'h')).toBe(empty)
  })
})

describe('given a plan that is sent back', () => {
  test('when nothing is kept, then all that was built on it is open again and keeps its count', () => {
    const back = after(...upToVerify, returned('verify', 'plan'))
    expect(doneIn(back)).toEqual([])
    expect(stepStateOf(back, 'plan')).toMatchObject({ status: 'returned', times: 1, reason: 'the budget is missing' })
    expect(stepStateOf(back, 'council')).toMatchObject({ status: 'returned', times: 1 })
    expect(stepStateOf(foldStep(back, completed('plan')), 'plan')).toMatchObject({ status: 'done', times: 2 })
  })

  test('when the council is kept, then only the rest is open again', () => {
    const back = after(...upToVerify, returned('verify', 'plan', ['council']))
    expect(doneIn(back)).toEqual(['council'])
  })

  test('when a kept step stands on a reopened one, then the milestone still misses the reopened one', () => {
    const ready = after(...upToVerify, completed('powers'), returned('verify', 'plan', ['council', 'verify', 'powers']))
    expect(checkStep(ready, completed('sign'))).toEqual({ code: 'step-blocked', step: 'sign', missing: ['plan'] })
  })

  test('when an outcome says so, then it is the same, and the outcome is remembered', () => {
    const back = after(...upToVerify.slice(0, 2), completed('verify', { outcome: 'repair' }))
    expect(doneIn(back)).toEqual([])
    expect(stepStateOf(back, 'verify')).toMatchObject({ status: 'returned', outcome: 'repair', times: 1 })
  })
})

test('given a report that recurs, when completed twice, then both are counted and the day is the last', () => {
  const twice = after(completed('report', { on: '2026-06-30' }), completed('report', { on: '2027-06-30' }))
  expect(stepStateOf(twice, 'report')).toMatchObject({ status: 'done', times: 2, on: '2027-06-30' })
})

test('given no day, then the day of recording stands; given events, then they are kept', () => {
  const state = after(completed('plan', { events: { 'received:plan': '2026-01-20' } }))
  expect(stepStateOf(state, 'plan')?.on).toBe('2026-01-31')
  expect(state.events).toEqual({ 'received:plan': '2026-01-20' })
})

test('given a step that is done, when started again, then it stays done', () => {
  const started: StepFact = { ...said('s'), type: 'step.started', body: { step: 'plan' } }
  expect(stepStateOf(after(started), 'plan')).toMatchObject({ status: 'started', times: 0 })
  expect(stepStateOf(after(completed('plan'), started), 'plan')?.status).toBe('done')
})

test('given a state, then it is plain JSON', () => {
  const state = after(...upToVerify, returned('verify', 'plan'))
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
})
