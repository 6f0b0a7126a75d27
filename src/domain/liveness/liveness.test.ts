// The decision table of liveness, each line as somebody might ask it.
import { describe, expect, test } from 'vitest'
import { mouSigned } from '../../../tests/decisions/stories.ts'
import { openedRecord, seatedRecord, type Recorder } from '../../../tests/support/record.ts'
import type { Side } from '../act/act.ts'
import { emptyHead } from '../partnership/head.ts'
import { livenessOf } from './liveness.ts'
import { sustainabilityOf } from './sustainability.ts'

/** Opened on 2026-01-05; a promise kept by each of these sides on these days. */
function keptBy(...kept: readonly (readonly [Side, string])[]): Recorder {
  const record = seatedRecord()
  record.later('2030-01-01')
  for (const [n, [side, on]] of kept.entries()) {
    record.say(side, 'commitment.made', {
      commitment: `c${n}`,
      what: { en: 'A promise' },
      due: on,
      sector: 'education',
    })
    record.say(side, 'commitment.kept', { commitment: `c${n}`, on })
  }
  return record
}

describe('liveness', () => {
  test.each([
    [
      'both sides within a year',
      [
        ['a', '2026-06-10'],
        ['b', '2026-08-20'],
      ],
      '2026-12-01',
      'alive',
      '2026-06-10',
    ],
    [
      'both sides, the one exactly a year ago',
      [
        ['a', '2026-06-10'],
        ['b', '2026-08-20'],
      ],
      '2027-06-10',
      'alive',
      '2026-06-10',
    ],
    [
      'one side a day longer silent than a year',
      [
        ['a', '2026-06-10'],
        ['b', '2026-08-20'],
      ],
      '2027-06-11',
      'quiet',
      '2026-06-10',
    ],
    [
      'one side exactly two years silent',
      [
        ['a', '2026-06-10'],
        ['b', '2028-06-01'],
      ],
      '2028-06-10',
      'quiet',
      '2026-06-10',
    ],
    [
      'one side longer than two years silent',
      [
        ['a', '2026-06-10'],
        ['b', '2028-06-01'],
      ],
      '2028-06-11',
      'dormant',
      '2026-06-10',
    ],
    ['only one side ever did anything', [['a', '2026-06-10']], '2026-12-01', 'quiet', '2026-01-05'],
    ['nobody ever did anything', [], '2028-01-06', 'dormant', '2026-01-05'],
    [
      'something that is still to come',
      [
        ['a', '2026-06-10'],
        ['b', '2029-01-01'],
      ],
      '2026-12-01',
      'quiet',
      '2026-01-05',
    ],
  ] as const)(
    'given %s, then on that day it is told with the day that decided',
    (_given, kept, today, state, since) => {
      const { head } = keptBy(...kept).state
      expect(livenessOf(head, today)).toMatchObject({ state, since })
    },
  )

  test('given the act that decided, then it is named', () => {
    const record = keptBy(['a', '2026-06-10'], ['b', '2026-08-20'])
    const [, , , kept] = record.acts
    expect(livenessOf(record.state.head, '2026-12-01').decided_by).toEqual({
      act: kept?.hash,
      type: 'commitment.kept',
      on: '2026-06-10',
    })
  })

  test('given more than three acts in a month, of which the newest are withdrawn, then the month still counts', () => {
    const record = seatedRecord()
    record.later('2026-12-31')
    for (let n = 1; n <= 5; n += 1)
      record.say('a', 'flow.recorded', {
        flow: `f${n}`,
        sector: 'trade',
        measure: 'exports',
        unit: 'USD',
        from: 'a',
        to: 'b',
        quantity: n,
        when: { from: '2026-03-01', to: `2026-03-0${n}` },
        source: 'Customs',
      })
    for (const n of [5, 4, 3]) record.say('a', 'flow.withdrawn', { flow: `f${n}`, reason: 'Twice.' })
    expect(livenessOf(record.state.head, '2026-12-31').last.a).toEqual({
      act: null,
      type: 'earlier-in-month',
      on: '2026-03-01',
    })
  })

  test('given a term that ran out and was not renewed, then it has lapsed, and the signature that began it is named', () => {
    const record = mouSigned()
    const { in_force: agreement } = record.state.head
    const lapsed = livenessOf(record.state.head, '2029-01-05')
    expect(livenessOf(record.state.head, '2029-01-04').state).not.toBe('lapsed')
    expect(lapsed).toMatchObject({ state: 'lapsed', since: '2029-01-04', decided_by: { act: agreement?.signed_by } })
  })

  test('given an end that both said, then it is ended', () => {
    const record = mouSigned()
    for (const side of ['a', 'b'] as const)
      record.say(side, 'partnership.ended', { on: '2026-01-05', basis: 'mutual', reason: 'Both wish it.' })
    expect(livenessOf(record.state.head, '2026-01-06').state).toBe('ended')
  })

  test('given nothing at all, then it has not begun', () => {
    expect(livenessOf(emptyHead('x'), '2026-01-01').state).toBe('not-begun')
  })

  test('given a visit that the host welcomed, then both sides were active; unwelcomed, only the side that travelled', () => {
    const visit = (welcome: boolean) => {
      const record = seatedRecord()
      const version = record.say('a', 'delegation.proposed', {
        delegation: 'v',
        title: { en: 'Visit' },
        from: 'a',
        mission: [{ en: 'Meet' }],
        when: { from: '2026-02-01', to: '2026-02-03' },
      })
      if (welcome) record.say('b', 'delegation.welcomed', { delegation: 'v', version })
      record.later('2026-02-10')
      record.say('a', 'delegation.reported', {
        delegation: 'v',
        when: { from: '2026-02-01', to: '2026-02-03' },
        people: 4,
        summary: { en: 'Well.' },
      })
      return livenessOf(record.state.head, '2026-03-01')
    }
    expect(visit(true).state).toBe('alive')
    expect(visit(false)).toMatchObject({ state: 'quiet', last: { b: null } })
  })
})

describe('sustainability', () => {
  test('given promises kept and missed, money secured and people involved, then five facts are told and no number is made of them', () => {
    const record = keptBy(['a', '2026-06-10'], ['b', '2026-08-20'])
    record.say('a', 'commitment.made', { commitment: 'late', what: { en: 'Late' }, due: '2026-07-01' })
    record.say('a', 'review.submitted', {
      review: 'r',
      when: { from: '2026-01-01', to: '2026-12-31' },
      summary: { en: 'Well.' },
      funding: { secured: true, until: '2027-12-31' },
      people: 12,
      organisations: 3,
    })
    expect(sustainabilityOf(record.state.head, '2027-01-15')).toEqual({
      sectors: ['education'],
      commitments: { due: 3, kept: 2, share: 2 / 3 },
      funding: { a: true, b: null, both: false },
      agreement: { days_to_end: null, days_to_notice: null },
      involved: { people: 12, organisations: 3 },
    })
  })

  test('given nothing that was due, then the share is unknown and not 0', () => {
    expect(sustainabilityOf(openedRecord().state.head, '2026-02-01').commitments).toEqual({
      due: 0,
      kept: 0,
      share: null,
    })
  })

  test('given an agreement, then the days to its end and to its notice are told', () => {
    expect(sustainabilityOf(mouSigned().state.head, '2028-07-01').agreement).toEqual({
      days_to_end: 187,
      days_to_notice: 3,
    })
  })
})
