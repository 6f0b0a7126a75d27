// The decision table of liveness, each line as somebody might ask it.
import { describe, expect, test } from 'vitest'
import { mouSigned, underNotice } from '../../../tests/decisions/stories.ts'
import { keptBy } from '../../../tests/support/kept-by.ts'
import { seatedRecord } from '../../../tests/support/record.ts'
import { emptyHead } from '../partnership/head.ts'
import { livenessOf } from './liveness.ts'

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

  test('given notice that took effect before the end of the term, then it has lapsed by the notice', () => {
    const { head } = underNotice().state
    expect(livenessOf(head, '2026-08-01').state).not.toBe('lapsed')
    expect(livenessOf(head, '2026-08-02')).toMatchObject({
      state: 'lapsed',
      reason: 'notice-over',
      since: '2026-08-01',
      decided_by: { act: head.in_force?.notice?.mark.act, type: 'notice.given' },
    })
  })

  test('given notice for a day after the end of the term, then it is the term that ended it', () => {
    const { head } = mouSigned().state
    const { in_force: agreement, opened } = head
    if (agreement === undefined || opened === undefined) throw new Error('Nothing is in force.')
    const late = { ...head, in_force: { ...agreement, notice: { mark: opened, effective: '2030-01-01' } } }
    expect(livenessOf(late, '2029-01-05')).toMatchObject({
      state: 'lapsed',
      reason: 'term-over',
      since: '2029-01-04',
      decided_by: { act: agreement.signed_by, type: 'text.signed' },
    })
  })

  test.each([
    [
      'both were active',
      [
        ['a', '2026-06-10'],
        ['b', '2026-08-20'],
      ],
      '2026-12-01',
      'both-active',
      '2026-06-10',
    ],
    [
      'one fell silent',
      [
        ['a', '2026-06-10'],
        ['b', '2028-08-20'],
      ],
      '2028-12-01',
      'silent',
      '2026-06-10',
    ],
    [
      'one was active before the opening and the other never',
      [['a', '2025-12-01']],
      '2026-06-01',
      'never-active',
      '2026-01-05',
    ],
    [
      'one was active long before the opening and the other never',
      [['a', '2020-12-01']],
      '2026-06-01',
      'silent',
      '2020-12-01',
    ],
    ['nobody was ever active', [], '2026-06-01', 'never-active', '2026-01-05'],
  ] as const)('given that %s, then the reason is told with its day', (_given, kept, today, reason, since) => {
    expect(livenessOf(keptBy(...kept).state.head, today)).toMatchObject({ reason, since })
  })

  test('given other thresholds, then they are counted', () => {
    const { head } = keptBy(['a', '2026-06-10'], ['b', '2026-06-10']).state
    const after = (quiet: number, dormant: number) => livenessOf(head, '2026-09-11', { quiet, dormant }).state
    expect([after(4, 8), after(3, 4), after(2, 3)]).toEqual(['alive', 'quiet', 'dormant'])
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
