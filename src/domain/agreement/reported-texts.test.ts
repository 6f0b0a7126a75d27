// Words about a text that side a reported for side b, before and after b took its seat.
import { expect, test } from 'vitest'
import {
  after,
  agrees,
  CLAUSES,
  drafts,
  NO_ACT,
  refusalOf,
  REPORTED,
  signs,
  takesSeat,
  unseated,
  wording,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'

const rewords: Says = (record) => [
  'a',
  'text.revised',
  { text: 'loi', replaces: wording(record, 'text', 'loi'), ...CLAUSES },
]
const reportedYes = after(unseated, drafts('a', 'loi'), agrees('a', 'loi'), agrees('a', 'loi', REPORTED))
const reportedSignature = after(reportedYes, signs('a', 'loi', undefined, REPORTED))
const seat = (story: Story) =>
  after(story, takesSeat, (record) => ['b', 'act.confirmed', { act: hashOf(record, 'step.completed', 1) }])
const hashOf = (record: ReturnType<Story>, type: string, nth: number) =>
  record.acts.filter((act) => act.type === type)[nth]?.hash ?? NO_ACT

test('given a yes reported for b, when nobody sits for b, then a can sign', () => {
  expect(refusalOf(reportedYes(), signs('a', 'loi'))).toBeUndefined()
})

test('given a yes reported for b, when b has taken its seat, then it counts only once b confirms it', () => {
  const seated = seat(reportedYes)
  expect(refusalOf(seated(), signs('a', 'loi'))).toMatchObject({ code: 'hash-not-agreed' })
  const confirmed = after(seated, (record) => ['b', 'act.confirmed', { act: hashOf(record, 'text.agreed', 1) }])
  expect(refusalOf(confirmed(), signs('a', 'loi'))).toBeUndefined()
})

const seatedAfterSignature = after(seat(reportedSignature), agrees('b', 'loi'))

test('given a signature reported for b and a seat, when a signs, then the text is not signed by both', () => {
  const record = after(seatedAfterSignature, signs('a', 'loi'))()
  expect(record.state.object('text', 'loi')?.status).toBe('agreed')
  expect(record.state.head.knots.loi?.tied).toBeUndefined()
})

test('given the same, when b signs for itself, then it is', () => {
  const { state } = after(seatedAfterSignature, signs('a', 'loi'), signs('b', 'loi'))()
  expect(state.object('text', 'loi')?.status).toBe('signed')
  expect(state.head.knots.loi?.tied).toBeDefined()
})

test('given the same, when b confirms it, then one more word completes the text, and after that none is taken', () => {
  const confirmed = after(seatedAfterSignature, signs('a', 'loi'), (record) => [
    'b',
    'act.confirmed',
    { act: hashOf(record, 'text.signed', 0) },
  ])
  const completed = after(confirmed, signs('b', 'loi'))()
  expect(completed.state.object('text', 'loi')?.status).toBe('signed')
  expect(refusalOf(completed, signs('b', 'loi'))).toMatchObject({ code: 'already-decided' })
})

test('given a signature reported for b and a seat, when a rewords the text, then no signature is left', () => {
  const { state } = after(seatedAfterSignature, rewords)()
  expect(state.object('text', 'loi')?.status).toBe('drafted')
  expect(state.object('text', 'loi')?.agreed).toEqual({})
  expect(state.object('text', 'loi')?.signed).toEqual({})
})

test('given a text signed by both, one of them by report, when b takes its seat, then a cannot reword it any more', () => {
  const signed = seat(after(reportedSignature, signs('a', 'loi')))()
  expect(signed.state.object('text', 'loi')?.status).toBe('signed')
  expect(refusalOf(signed, rewords)).toMatchObject({ code: 'already-decided', status: 'signed' })
})
