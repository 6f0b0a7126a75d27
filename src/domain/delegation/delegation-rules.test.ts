// Visits, minutes and events beyond the decision table: what a second word does, and who may say it.
import { describe, expect, test } from 'vitest'
import { seatedRecord, type Recorder } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'

const VISIT: Omit<ActBody['delegation.proposed'], 'delegation'> = {
  title: { en: 'Visit' },
  from: 'a',
  mission: [{ en: 'Meet' }],
  when: { from: '2026-02-01', to: '2026-02-03' },
  sectors: ['trade'],
}
const FAIR: Omit<ActBody['event.announced'], 'event'> = {
  kind: 'festival',
  title: { en: 'Festival' },
  host: 'Town hall',
  when: { from: '2026-02-01', to: '2026-02-02' },
}
const report = (people: number): ActBody['delegation.reported'] => ({
  delegation: 'v',
  when: VISIT.when,
  people,
  summary: { en: 'Well.' },
})

function proposed(): { readonly record: Recorder; readonly version: string } {
  const record = seatedRecord()
  const version = record.say('a', 'delegation.proposed', { delegation: 'v', ...VISIT })
  return { record, version }
}

const refused = (outcome: ReturnType<Recorder['try']>) => (outcome.ok ? undefined : outcome.refusal)

describe('delegations', () => {
  test('given a welcomed visit, when its owner changes it, then it must be welcomed anew, in the new wording', () => {
    const { record, version } = proposed()
    record.say('b', 'delegation.welcomed', { delegation: 'v', version })
    const next = record.say('a', 'delegation.revised', { delegation: 'v', replaces: version, ...VISIT, size: 3 })
    expect(record.state.object('delegation', 'v')).toMatchObject({ status: 'proposed' })
    expect(record.state.object('delegation', 'v')).not.toHaveProperty('answer')
    expect(refused(record.try('b', 'delegation.welcomed', { delegation: 'v', version }))).toMatchObject({
      code: 'superseded-version',
      current: next,
    })
  })

  test.each([
    ['a', 'wrong-side'],
    ['b', undefined],
  ] as const)('given a proposed visit, when side %s declines it, then %s', (side, code) => {
    const { record, version } = proposed()
    const outcome = record.try(side, 'delegation.declined', { delegation: 'v', version, reason: 'No time.' })
    expect(refused(outcome)?.code).toBe(code)
  })

  test('given a declined visit, when it is reported, then it is refused: it did not take place', () => {
    const { record, version } = proposed()
    record.say('b', 'delegation.declined', { delegation: 'v', version, reason: 'No time.' })
    record.later('2026-03-01')
    expect(refused(record.try('a', 'delegation.reported', report(3)))).toMatchObject({ status: 'declined' })
  })

  test('given a visit that the host reports, then both sides were active, and a second report is refused', () => {
    const { record } = proposed()
    record.later('2026-03-01')
    record.say('b', 'delegation.reported', report(3))
    const { activity, people, sectors } = record.state.head
    expect([Object.keys(activity.a), Object.keys(activity.b)]).toEqual([['2026-02'], ['2026-02']])
    expect({ people, sectors }).toEqual({ people: { people: 3, organisations: 0 }, sectors: { trade: '2026-02' } })
    expect(refused(record.try('a', 'delegation.reported', report(3)))?.code).toBe('already-decided')
  })

  test('given a reported visit, when the report is corrected, then the people and the month are those of the correction', () => {
    const { record } = proposed()
    record.later('2026-06-01')
    const act = record.say('a', 'delegation.reported', report(30))
    const body = { ...report(3), when: { from: '2026-03-01', to: '2026-03-03' } }
    record.say('a', 'act.corrected', { act, body, reason: 'A zero too many, and the month.' })
    expect(record.state.head.people.people).toBe(3)
    expect(Object.keys(record.state.head.activity.a)).toEqual(['2026-03'])
    expect(record.state.object('delegation', 'v')?.report?.mark.corrected).toBeDefined()
  })
})

describe('minutes and events', () => {
  test('given confirmed minutes, when they are confirmed again or by their author, then it is refused', () => {
    const record = seatedRecord()
    const words = { minutes: 'm', on: '2026-01-05', title: { en: 'Talk' }, summary: { en: 'We talked.' } }
    const version = record.say('a', 'minutes.drafted', words)
    expect(refused(record.try('a', 'minutes.confirmed', { minutes: 'm', version }))?.code).toBe('wrong-side')
    record.say('b', 'minutes.confirmed', { minutes: 'm', version })
    expect(refused(record.try('b', 'minutes.confirmed', { minutes: 'm', version }))?.code).toBe('already-decided')
  })

  test('given a reported event, then it is activity of the side that made it known, and can no longer be changed', () => {
    const record = seatedRecord()
    const replaces = record.say('b', 'event.announced', { event: 'e', ...FAIR })
    record.later('2026-03-01')
    record.say('b', 'event.reported', { event: 'e', when: FAIR.when, organisations: 4, summary: { en: 'Full.' } })
    expect([Object.keys(record.state.head.activity.a), Object.keys(record.state.head.activity.b)]).toEqual([
      [],
      ['2026-02'],
    ])
    expect(record.state.head.people.organisations).toBe(4)
    expect(refused(record.try('b', 'event.revised', { event: 'e', replaces, ...FAIR }))?.code).toBe('already-decided')
    expect(
      refused(record.try('a', 'event.reported', { event: 'e', when: FAIR.when, summary: { en: 'No.' } }))?.code,
    ).toBe('wrong-side')
  })
})
