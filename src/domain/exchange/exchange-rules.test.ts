// Programmes and reviews beyond the decision table.
import { expect, test } from 'vitest'
import { seatedRecord } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'

const PROGRAMME: ActBody['programme.opened'] = {
  programme: 'p',
  kind: 'students',
  sector: 'education',
  title: { en: 'Students' },
  when: { from: '2026-01-01', to: '2026-06-30' },
}

test.each([
  [5, 4, ['2026-01'], ['2026-01']],
  [5, 0, ['2026-01'], []],
  [0, 4, [], ['2026-01']],
  [0, 0, [], []],
])(
  'given a programme that sent %d and received %d, then each side that sent somebody was active',
  (sent, received, a, b) => {
    const record = seatedRecord()
    record.say('a', 'programme.opened', PROGRAMME)
    const people = { a_to_b: sent, b_to_a: received }
    record.say('a', 'programme.closed', { programme: 'p', on: '2026-01-05', people })
    const { activity, people: involved } = record.state.head
    expect([Object.keys(activity.a), Object.keys(activity.b)]).toEqual([a, b])
    expect(involved.people).toBe(sent + received)
  },
)

test('given a programme of the other side or one that is closed, when it is closed, then it is refused', () => {
  const record = seatedRecord()
  record.say('a', 'programme.opened', PROGRAMME)
  const closing = { programme: 'p', on: '2026-01-05', people: { a_to_b: 1, b_to_a: 1 } }
  expect(record.try('b', 'programme.closed', closing)).toMatchObject({ refusal: { code: 'wrong-side', owner: 'a' } })
  record.say('a', 'programme.closed', closing)
  expect(record.try('a', 'programme.closed', closing)).toMatchObject({ refusal: { code: 'already-decided' } })
})

test('given reviews of several years, then that of the latest year is the side’s last word, also when it is corrected', () => {
  const record = seatedRecord()
  const review = (year: number, people: number): ActBody['review.submitted'] => ({
    review: `r${year}`,
    when: { from: `${year}-01-01`, to: `${year}-12-31` },
    summary: { en: 'Well.' },
    people,
  })
  const late = record.say('a', 'review.submitted', review(2025, 20))
  const early = record.say('a', 'review.submitted', review(2024, 10))
  expect(record.state.head.reviews.a).toEqual({ act: late, until: '2025-12-31', people: 20 })
  record.say('a', 'act.corrected', { act: early, body: review(2024, 11), reason: 'Miscounted.' })
  expect(record.state.head.reviews.a?.people).toBe(20)
  record.say('a', 'act.corrected', { act: late, body: review(2025, 21), reason: 'Miscounted.' })
  expect(record.state.head.reviews.a).toEqual({ act: late, until: '2025-12-31', people: 21 })
  expect(record.state.object('review', 'r2024')?.body.people).toBe(11)
})
