// Words about visits, minutes and events that side a reported for side b, before and after b took its seat.
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
import type { Words } from '../../../tests/support/record.ts'
import type { ActType } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const WHEN = { from: '2026-01-02', to: '2026-01-04' }
const hashOf = (record: ReturnType<Story>, type: ActType) =>
  record.acts.find((act) => act.type === type)?.hash ?? NO_ACT
const confirms =
  (type: ActType): Says =>
  (record) => ['b', 'act.confirmed', { act: hashOf(record, type) }]
const months = (story: Story) => {
  const { a, b } = story().state.head.activity
  return { a: Object.keys(a), b: Object.keys(b) }
}

const proposed = after(unseated, () => [
  'a',
  'delegation.proposed',
  { delegation: 'visit', title: inEnglish('Visit'), from: 'a', mission: [inEnglish('Meet')], when: WHEN },
])
const welcomes =
  (side: Side, words: Words = {}): Says =>
  (record) => [
    side,
    'delegation.welcomed',
    { delegation: 'visit', version: hashOf(record, 'delegation.proposed') },
    words,
  ]
const declines: Says = (record) => [
  'b',
  'delegation.declined',
  { delegation: 'visit', version: hashOf(record, 'delegation.proposed'), reason: 'Elections.' },
]
const reports =
  (side: Side, people: number, words: Words = {}): Says =>
  () => [side, 'delegation.reported', { delegation: 'visit', when: WHEN, people, summary: inEnglish('Well.') }, words]

describe('a welcome reported for b', () => {
  const welcomed = after(proposed, welcomes('a', REPORTED))
  const seated = after(welcomed, takesSeat)

  test('given no seat of b, then it stands, and a report is activity of both', () => {
    expect(refusalOf(welcomed(), welcomes('a', REPORTED))).toMatchObject({ code: 'already-decided' })
    expect(months(after(welcomed, reports('a', 3)))).toEqual({ a: ['2026-01'], b: ['2026-01'] })
  })

  test('given a seat of b, then b still has its own answer', () => {
    expect(refusalOf(seated(), welcomes('b'))).toBeUndefined()
    expect(after(seated, declines)().state.object('delegation', 'visit')?.status).toBe('declined')
  })

  test('given a seat of b, when a reports, then b was not active; once b had confirmed, it was', () => {
    expect(months(after(seated, reports('a', 3)))).toEqual({ a: ['2026-01'], b: [] })
    const confirmed = after(seated, confirms('delegation.welcomed'))
    expect(refusalOf(confirmed(), declines)).toMatchObject({ code: 'already-decided', status: 'welcomed' })
    expect(months(after(confirmed, reports('a', 3)))).toEqual({ a: ['2026-01'], b: ['2026-01'] })
  })

  const corrects: Says = (record) => [
    'a',
    'act.corrected',
    {
      act: hashOf(record, 'delegation.reported'),
      body: {
        delegation: 'visit',
        when: { from: '2025-12-02', to: '2025-12-04' },
        people: 2,
        summary: inEnglish('Well.'),
      },
      reason: 'The wrong month.',
    },
  ]

  test('given a report from before the seat, when a corrects its month after it, then the month of both moves', () => {
    const corrected = after(welcomed, reports('a', 3), takesSeat, corrects)
    expect(months(corrected)).toEqual({ a: ['2025-12'], b: ['2025-12'] })
    expect(corrected().state.head.people.people).toBe(2)
  })

  test('given a report from after the seat, when b confirms the welcome and a corrects, then only what was shown moves', () => {
    const corrected = after(seated, reports('a', 3), confirms('delegation.welcomed'), corrects)
    expect(months(corrected)).toEqual({ a: ['2025-12'], b: [] })
  })
})

describe('a report reported for b', () => {
  const reported = after(proposed, reports('a', 30, REPORTED))

  test('given no seat of b, then nobody reports again', () => {
    expect(refusalOf(reported(), reports('a', 3))).toMatchObject({ code: 'already-decided', status: 'reported' })
  })

  test.each<Side>(['a', 'b'])('given a seat of b, when %s reports, then that report alone is counted', (side) => {
    const { head, object } = after(reported, takesSeat, reports(side, 3))().state
    expect(object('delegation', 'visit')?.report?.mark).toMatchObject({ side, basis: 'stated' })
    expect(head.people.people).toBe(3)
    expect(head.activity.a['2026-01']).toMatchObject({ newest: [{ type: 'delegation.reported' }], more: 0 })
    expect(Object.keys(head.activity.b)).toEqual(side === 'b' ? ['2026-01'] : [])
  })

  test('given that b confirms it, then nobody reports again', () => {
    const confirmed = after(reported, takesSeat, confirms('delegation.reported'))
    expect(refusalOf(confirmed(), reports('b', 3))).toMatchObject({ code: 'already-decided', status: 'reported' })
  })
})

test('given a confirmation of minutes that was reported for b, when b has its seat, then b can confirm them itself', () => {
  const confirmsMinutes =
    (side: Side, words: Words = {}): Says =>
    (record) => [side, 'minutes.confirmed', { minutes: 'talk', version: hashOf(record, 'minutes.drafted') }, words]
  const confirmed = after(
    unseated,
    () => [
      'a',
      'minutes.drafted',
      { minutes: 'talk', on: '2026-01-04', title: inEnglish('Talk'), summary: inEnglish('We talked.') },
    ],
    confirmsMinutes('a', REPORTED),
  )
  expect(refusalOf(confirmed(), confirmsMinutes('a', REPORTED))).toMatchObject({ code: 'already-decided' })
  const { object } = after(confirmed, takesSeat, confirmsMinutes('b'))().state
  expect(object('minutes', 'talk')?.confirmed?.mark).toMatchObject({ side: 'b', basis: 'stated' })
})

test('given an event of b that a reported, when b has its seat and reports it itself, then its numbers alone are counted', () => {
  const tells =
    (side: Side, organisations: number, words: Words = {}): Says =>
    () => [side, 'event.reported', { event: 'fair', when: WHEN, organisations, summary: inEnglish('Full.') }, words]
  const told = after(
    unseated,
    () => [
      'a',
      'event.announced',
      { event: 'fair', kind: 'forum', title: inEnglish('Forum'), host: 'Town hall', when: WHEN },
      REPORTED,
    ],
    tells('a', 40, REPORTED),
  )
  expect(refusalOf(told(), tells('a', 40, REPORTED))).toMatchObject({ code: 'already-decided', status: 'reported' })
  const { head } = after(told, takesSeat, tells('b', 4))().state
  expect(head.people.organisations).toBe(4)
  expect(head.activity.b['2026-01']).toMatchObject({ newest: [{ type: 'event.reported' }], more: 0 })
})
