// Closings and reviews: what is refused, and what side a reported for side b before b took its seat.
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
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord, type Words } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const opens =
  (side: Side, words: Words = {}): Says =>
  () => [
    side,
    'programme.opened',
    {
      programme: 'students',
      kind: 'students',
      sector: 'education',
      title: inEnglish('Students'),
      when: { from: '2025-01-01', to: '2025-12-31' },
    },
    words,
  ]
const closes =
  (side: Side, people: { a_to_b: number; b_to_a: number }, words: Words = {}): Says =>
  () => [side, 'programme.closed', { programme: 'students', on: '2025-12-31', people, organisations: 2 }, words]
const reviews =
  (side: Side, changes: Partial<ActBody['review.submitted']> = {}): Says =>
  () => [
    side,
    'review.submitted',
    {
      review: 'last-year',
      when: { from: '2025-01-01', to: '2025-12-31' },
      summary: inEnglish('A good year.'),
      ...changes,
    },
  ]
const months = (head: ReturnType<typeof seatedRecord>['state']['head']) => ({
  a: Object.keys(head.activity.a),
  b: Object.keys(head.activity.b),
})

describe('programmes and reviews are refused', () => {
  test.each([
    ['a programme', 'b uses its id', after(seatedRecord, opens('a')), opens('b'), { code: 'id-taken' }],
    ['nothing', 'a closes one', seatedRecord, closes('a', { a_to_b: 1, b_to_a: 1 }), { code: 'unknown-object' }],
    [
      'a review',
      'b uses its id',
      after(seatedRecord, reviews('a')),
      reviews('b'),
      { code: 'id-taken', kind: 'review', id: 'last-year' },
    ],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('a programme of b whose closing a reported', () => {
  const reported = after(unseated, opens('a', REPORTED), closes('a', { a_to_b: 3, b_to_a: 4 }, REPORTED))

  test('given no seat of b, then it stands', () => {
    expect(refusalOf(reported(), closes('a', { a_to_b: 3, b_to_a: 4 }, REPORTED))).toMatchObject({
      code: 'already-decided',
      status: 'closed',
    })
    expect(months(reported().state.head)).toEqual({ a: ['2025-12'], b: ['2025-12'] })
  })

  test('given a seat of b, when b closes it itself, then its numbers alone are counted', () => {
    const { head } = after(reported, takesSeat, closes('b', { a_to_b: 5, b_to_a: 0 }))().state
    expect(months(head)).toEqual({ a: ['2025-12'], b: [] })
    expect(head.activity.a['2025-12']).toMatchObject({ newest: [{ type: 'programme.closed' }], more: 0 })
    expect(head.people).toEqual({ people: 5, organisations: 2 })
  })

  test('given that b confirms it, then it is decided', () => {
    const confirmed = after(reported, takesSeat, ({ acts }) => [
      'b',
      'act.confirmed',
      { act: acts.find(({ type }) => type === 'programme.closed')?.hash ?? NO_ACT },
    ])
    expect(refusalOf(confirmed(), closes('b', { a_to_b: 5, b_to_a: 0 }))).toMatchObject({ code: 'already-decided' })
  })
})

test('given two reviews, when the older one is corrected to a later year, then it is the side’s last word', () => {
  const year = (n: number) => ({ from: `${n}-01-01`, to: `${n}-12-31` })
  const older: ActBody['review.submitted'] = {
    review: 'older',
    when: year(2023),
    summary: inEnglish('Well.'),
    people: 9,
  }
  const story = after(seatedRecord, reviews('a', older), reviews('a', { when: year(2024), people: 20 }), ({ acts }) => [
    'a',
    'act.corrected',
    {
      act: acts.find(({ type }) => type === 'review.submitted')?.hash ?? NO_ACT,
      body: { ...older, when: year(2025), funding: { secured: true, until: '2026-12-31' }, organisations: 3 },
      reason: 'The wrong year.',
    },
  ])
  expect(story().state.head.reviews.a).toMatchObject({
    until: '2025-12-31',
    people: 9,
    organisations: 3,
    funding: { secured: true, until: '2026-12-31' },
  })
})
