import { describe, expect, test } from 'vitest'
import {
  after,
  NO_ACT,
  refusalOf,
  REPORTED,
  takesSeat,
  unseated,
  type Says,
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord, type Words } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const FLOW: ActBody['flow.recorded'] = {
  flow: 'visitors',
  sector: 'tourism-culture',
  measure: 'visitors',
  unit: 'person',
  from: 'a',
  to: 'b',
  quantity: 120,
  when: { from: '2024-12-01', to: '2025-01-31' },
  source: 'Statistics office',
}
const KEY = 'tourism-culture|visitors|person|2025'
const records =
  (side: Side, changes: Partial<typeof FLOW> = {}, words: Words = {}): Says =>
  () => [side, 'flow.recorded', { ...FLOW, ...changes }, words]
const withdraws =
  (side: Side, words: Words = {}): Says =>
  () => [side, 'flow.withdrawn', { flow: 'visitors', reason: 'Counted twice.' }, words]
const corrects =
  (changes: Partial<typeof FLOW>): Says =>
  ({ acts }) => [
    'a',
    'act.corrected',
    {
      act: acts.find(({ type }) => type === 'flow.recorded')?.hash ?? NO_ACT,
      body: { ...FLOW, ...changes },
      reason: 'A slip.',
    },
  ]

const flowed = after(seatedRecord, records('a'))
const withdrawn = after(flowed, withdraws('a'))

describe('flows are refused', () => {
  test.each([
    ['a flow', 'b uses its id', flowed, records('b'), { code: 'id-taken', kind: 'flow', id: 'visitors' }],
    ['nothing', 'a withdraws', seatedRecord, withdraws('a'), { code: 'unknown-object', kind: 'flow', id: 'visitors' }],
    [
      'a flow that a recorded',
      'b withdraws it',
      flowed,
      withdraws('b'),
      { code: 'wrong-side', kind: 'flow', id: 'visitors', owner: 'a' },
    ],
    [
      'a withdrawn flow',
      'a withdraws it again',
      withdrawn,
      withdraws('a'),
      { code: 'already-decided', kind: 'flow', id: 'visitors', status: 'withdrawn' },
    ],
    ['nothing', 'it goes from a to a', seatedRecord, records('a', { to: 'a' }), { problem: 'flow-to-itself' }],
    ['nothing', 'it has four decimals', seatedRecord, records('a', { quantity: 0.0005 }), { field: 'quantity' }],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('flows are summed in thousandths by sector, measure, unit and the year in which they end', () => {
  test.each([
    ['one from a', flowed, { [KEY]: { a_to_b: 120_000, b_to_a: 0 } }],
    [
      'one each way',
      after(flowed, records('b', { flow: 'back', from: 'b', to: 'a', quantity: 0.001 })),
      { [KEY]: { a_to_b: 120_000, b_to_a: 1 } },
    ],
    [
      'one whose figure, direction and year are corrected',
      after(flowed, corrects({ quantity: 12, from: 'b', to: 'a', when: { from: '2023-01-01', to: '2023-12-31' } })),
      { 'tourism-culture|visitors|person|2023': { a_to_b: 0, b_to_a: 12_000 } },
    ],
    ['one that is corrected after it was withdrawn', after(withdrawn, corrects({ quantity: 12 })), {}],
    ['one of nothing', after(seatedRecord, records('a', { quantity: 0 })), {}],
  ])('given %s, then these are the sums', (_given, story, flows) => {
    expect(story().state.head.flows).toEqual(flows)
  })
})

describe('a flow is activity of the side from which it goes', () => {
  test.each([
    ['one that a recorded', flowed, { a: ['2025-01'], b: [] }],
    [
      'one that a recorded from b',
      after(seatedRecord, records('a', { from: 'b', to: 'a' })),
      { a: [], b: ['2025-01'] },
    ],
    ['one of nothing', after(seatedRecord, records('a', { quantity: 0 })), { a: [], b: [] }],
    ['one that is withdrawn', withdrawn, { a: [], b: [] }],
    ['one that is corrected to nothing', after(flowed, corrects({ quantity: 0 })), { a: [], b: [] }],
    ['one whose direction is corrected', after(flowed, corrects({ from: 'b', to: 'a' })), { a: [], b: ['2025-01'] }],
  ])('given %s, then these months are active', (_given, story, months) => {
    const { a, b } = story().state.head.activity
    expect({ a: Object.keys(a), b: Object.keys(b) }).toEqual(months)
  })
})

test('given that a reported b’s withdrawal of a flow of b, when b has its seat and withdraws it itself, then it is taken back once', () => {
  const of = { from: 'b' as const, to: 'a' as const }
  const others = after(unseated, records('a', { flow: 'other', ...of, quantity: 30 }))
  const reported = after(others, records('a', of, REPORTED), withdraws('a', REPORTED))
  expect(refusalOf(reported(), withdraws('a', REPORTED))).toMatchObject({ code: 'already-decided' })
  const { head, object } = after(reported, takesSeat, withdraws('b'))().state
  expect(head.flows).toEqual({ [KEY]: { a_to_b: 0, b_to_a: 30_000 } })
  expect(object('flow', 'visitors')?.withdrawn?.mark).toMatchObject({ side: 'b', basis: 'stated' })
})
