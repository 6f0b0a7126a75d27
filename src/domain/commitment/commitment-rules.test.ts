import { describe, expect, test } from 'vitest'
import {
  after,
  inEnglish,
  NO_ACT,
  refusalOf,
  REPORTED,
  takesSeat,
  unseated,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord, type Words } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const PROMISE: ActBody['commitment.made'] = {
  commitment: 'teacher',
  what: inEnglish('Send a teacher'),
  due: '2026-06-01',
  sector: 'education',
}
const promises =
  (side: Side, changes: Partial<typeof PROMISE> = {}, words: Words = {}): Says =>
  () => [side, 'commitment.made', { ...PROMISE, ...changes }, words]
const keeps =
  (side: Side, words: Words = {}): Says =>
  () => [side, 'commitment.kept', { commitment: 'teacher', on: '2026-01-05' }, words]
const misses =
  (side: Side): Says =>
  () => [side, 'commitment.missed', { commitment: 'teacher', on: '2026-01-05', reason: 'Nobody came.' }]
const corrects =
  (body: typeof PROMISE): Says =>
  ({ acts }) => [
    'a',
    'act.corrected',
    { act: acts.find(({ type }) => type === 'commitment.made')?.hash ?? NO_ACT, body, reason: 'A wrong day.' },
  ]

const made = after(seatedRecord, promises('a'))
const kept = after(made, keeps('a'))
const missed = after(made, misses('a'))
const unknown = { code: 'unknown-object', kind: 'commitment', id: 'teacher' }
const ofA = { code: 'wrong-side', kind: 'commitment', id: 'teacher', owner: 'a' }
const decided = (status: string) => ({ code: 'already-decided', kind: 'commitment', id: 'teacher', status })

describe('commitments are refused', () => {
  test.each<[string, string, Story, Says, object]>([
    ['a promise', 'b uses its id', made, promises('b'), { code: 'id-taken', kind: 'commitment', id: 'teacher' }],
    ['nothing', 'a kept it', seatedRecord, keeps('a'), unknown],
    ['nothing', 'a missed it', seatedRecord, misses('a'), unknown],
    ['a promise of a', 'b says that it was kept', made, keeps('b'), ofA],
    ['a promise of a', 'b says that it was missed', made, misses('b'), ofA],
    ['a kept promise', 'a kept it again', kept, keeps('a'), decided('kept')],
    ['a kept promise', 'a missed it after all', kept, misses('a'), decided('kept')],
    ['a missed promise', 'a kept it after all', missed, keeps('a'), decided('missed')],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('commitments are counted by the day on which they are due', () => {
  test.each<[string, Story, object]>([
    ['one made', made, { '2026-06-01': { made: 1, kept: 0, missed: 0 } }],
    ['one kept', kept, { '2026-06-01': { made: 1, kept: 1, missed: 0 } }],
    ['one missed', missed, { '2026-06-01': { made: 1, kept: 0, missed: 1 } }],
    [
      'one without a day',
      after(made, () => ['b', 'commitment.made', { commitment: 'room', what: inEnglish('Lend a room') }]),
      { '2026-06-01': { made: 1, kept: 0, missed: 0 }, none: { made: 1, kept: 0, missed: 0 } },
    ],
    [
      'two on one day',
      after(kept, promises('b', { commitment: 'pupils' })),
      { '2026-06-01': { made: 2, kept: 1, missed: 0 } },
    ],
    [
      'a kept one whose day is corrected',
      after(kept, corrects({ ...PROMISE, due: '2026-09-01' })),
      { '2026-09-01': { made: 1, kept: 1, missed: 0 } },
    ],
    [
      'a missed one whose day is taken away',
      after(missed, corrects({ commitment: 'teacher', what: PROMISE.what })),
      { none: { made: 1, kept: 0, missed: 1 } },
    ],
  ])('given %s', (_given, story, sums) => {
    expect(story().state.head.commitments).toEqual(sums)
  })
})

test('given a promise, when it is kept, then it is a sign of life of its side in its sector', () => {
  const { head } = kept().state
  expect(head.activity.a['2026-01']?.newest).toMatchObject([{ type: 'commitment.kept', on: '2026-01-05' }])
  expect(head.activity.b).toEqual({})
  expect(head.sectors).toEqual({ education: '2026-01' })
})

test('given a promise, when it is missed, then it is no sign of life, and the reason is kept', () => {
  const { head, object } = missed().state
  expect(head.activity.a).toEqual({})
  expect(object('commitment', 'teacher')).toMatchObject({ status: 'missed', outcome: { reason: 'Nobody came.' } })
})

test('given a kept promise, when its wording is corrected, then it stays kept and says that it was corrected', () => {
  const { object } = after(kept, corrects({ ...PROMISE, what: inEnglish('Send two teachers') }))().state
  expect(object('commitment', 'teacher')).toMatchObject({
    status: 'kept',
    body: { what: { en: 'Send two teachers' } },
    mark: { corrected: { side: 'a' } },
  })
})

test('given that a reported that b kept its promise, when b has its seat and says that it did not, then b’s word counts alone', () => {
  const reported = after(unseated, promises('a', {}, REPORTED), keeps('a', REPORTED))
  expect(refusalOf(reported(), keeps('a', REPORTED))).toMatchObject(decided('kept'))
  const { head, object } = after(reported, takesSeat, misses('b'))().state
  expect(object('commitment', 'teacher')).toMatchObject({ owner: 'b', status: 'missed' })
  expect(head.commitments).toEqual({ '2026-06-01': { made: 1, kept: 0, missed: 1 } })
  expect(head.activity.b).toEqual({})
})
