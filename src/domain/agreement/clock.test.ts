import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.ts'
import type { InForce } from '../partnership/head.ts'
import { agreementClock } from './clock.ts'
import { lastDay } from './in-force.ts'

const HASH = 'a'.repeat(64)

function agreement(changes: Partial<InForce> = {}): InForce {
  const { from = '2026-01-05', months = 36 } = changes
  return {
    text: 'mou',
    version: HASH,
    signed_by: 'd'.repeat(64),
    signed_on: from,
    from,
    until: lastDay(from, months),
    months,
    renewal: 'by-consent',
    notice_months: 6,
    ...changes,
  }
}
const unlimited: InForce = {
  text: 'mou',
  version: HASH,
  signed_by: 'd'.repeat(64),
  signed_on: '2026-01-05',
  from: '2026-01-05',
  until: null,
  renewal: 'none',
  notice_months: 0,
}
const underNotice = (base: InForce, effective: string): InForce => ({
  ...base,
  notice: { mark: { act: HASH, side: 'a', basis: 'stated', at: '2026-02-01T00:00:00.000Z' }, effective },
})
const yearly = agreement({ from: '2024-03-01', months: 12, renewal: 'automatic', notice_months: 3 })

describe('state', () => {
  // Three years from 2026-01-05: the last day is 2029-01-04, notice is in time until 2028-07-04.
  test.each<[string, InForce, CalendarDate, string, string | null, number | null, number | null]>([
    ['no term', unlimited, '2040-01-01', 'unlimited', null, null, null],
    ['no term, under notice', underNotice(unlimited, '2026-03-01'), '2026-02-27', 'under-notice', null, 2, 0],
    ['no term, notice over', underNotice(unlimited, '2026-03-01'), '2026-03-02', 'lapsed', null, -1, 0],
    ['the first day', agreement(), '2026-01-05', 'running', '2029-01-04', 1095, 35],
    ['the day before the last quarter for notice', agreement(), '2028-04-03', 'running', '2029-01-04', 276, 9],
    ['the last quarter for notice', agreement(), '2028-04-04', 'notice-window-open', '2029-01-04', 275, 9],
    ['the last day for notice', agreement(), '2028-07-04', 'notice-window-open', '2029-01-04', 184, 6],
    ['the day after it', agreement(), '2028-07-05', 'running', '2029-01-04', 183, 5],
    ['the last day', agreement(), '2029-01-04', 'running', '2029-01-04', 0, 0],
    ['the day after the last', agreement(), '2029-01-05', 'lapsed', '2029-01-04', -1, 0],
    ['no renewal, over', agreement({ renewal: 'none' }), '2029-01-05', 'lapsed', '2029-01-04', -1, 0],
    [
      'notice for an earlier day',
      underNotice(agreement(), '2027-01-31'),
      '2027-01-01',
      'under-notice',
      '2029-01-04',
      30,
      0,
    ],
    ['that notice over', underNotice(agreement(), '2027-01-31'), '2027-02-01', 'lapsed', '2029-01-04', -1, 0],
    ['notice for after the term', underNotice(agreement(), '2030-01-01'), '2029-01-05', 'lapsed', '2029-01-04', -1, 0],
    ['a year that renews itself', yearly, '2025-02-28', 'running', '2025-02-28', 0, 0],
    ['its second year', yearly, '2025-03-01', 'running', '2026-02-28', 364, 11],
    ['its fifth year, to a 29th', yearly, '2028-02-29', 'running', '2028-02-29', 0, 0],
    [
      'its second year, under notice',
      underNotice(yearly, '2026-02-28'),
      '2026-02-27',
      'under-notice',
      '2026-02-28',
      1,
      0,
    ],
    [
      'notice over its next term',
      underNotice(yearly, '2026-06-30'),
      '2026-02-01',
      'under-notice',
      '2026-02-28',
      149,
      4,
    ],
    ['the next term', underNotice(yearly, '2026-06-30'), '2026-06-30', 'under-notice', '2027-02-28', 0, 0],
    ['no term after notice', underNotice(yearly, '2026-06-30'), '2030-01-01', 'lapsed', '2027-02-28', -1281, 0],
  ])('given %s', (_given, base, today, state, until, daysLeft, monthsLeft) => {
    expect(agreementClock(base, today)).toMatchObject({ state, until, days_left: daysLeft, months_left: monthsLeft })
  })

  test('given a text that renews itself, then it says how often it did', () => {
    expect(agreementClock(yearly, '2025-02-28').renewed).toBe(0)
    expect(agreementClock(yearly, '2028-03-01').renewed).toBe(4)
  })

  test('given a term that began on a 31st, then its later ends do not wander to the 28th', () => {
    const monthly = agreement({ from: '2026-01-31', months: 1, renewal: 'automatic', notice_months: 0 })
    const ends = ['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'].map(
      (day) => agreementClock(monthly, day).until,
    )
    expect(ends).toEqual(['2026-02-27', '2026-03-30', '2026-04-29', '2026-05-30'])
  })

  test('given an end that was agreed by renewing, then further terms count from it', () => {
    const renewed = { ...yearly, until: '2027-06-30' }
    expect(agreementClock(renewed, '2027-07-01')).toMatchObject({ until: '2028-06-30', renewed: 1 })
  })
})

describe('the last day for notice', () => {
  test.each<[CalendarDate, number, CalendarDate]>([
    ['2029-01-04', 6, '2028-07-04'],
    ['2026-02-28', 1, '2026-01-31'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('of a term until %s with %d months is %s', (until, months, day) => {
    expect(agreementClock(agreement({ until, notice_months: months }), '2026-01-05').notice_by).toBe(day)
  })

  test('is the last one from which the months of notice end within the term', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (until, months) => {
        const by = agreementClock(agreement({ until, notice_months: months }), '1999-01-01').notice_by ?? ''
        expect(addMonths(by, months) <= until).toBe(true)
        expect(addMonths(addDays(by, 1), months) > until).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  test.each([
    ['no term', unlimited],
    ['notice already given', underNotice(agreement(), '2028-01-01')],
  ])('given %s, then there is none', (_given, base) => {
    expect(agreementClock(base, '2026-06-01').notice_by).toBeNull()
  })
})

describe('reminders', () => {
  test('given three years and six months of notice, then 12, 6 and 3 months before the end and on the last day for notice', () => {
    expect(agreementClock(agreement(), '2026-01-05').reminders).toEqual([
      { on: '2028-01-04', kind: 'months-before-end', months: 12 },
      { on: '2028-07-04', kind: 'months-before-end', months: 6 },
      { on: '2028-07-04', kind: 'notice-date' },
      { on: '2028-10-04', kind: 'months-before-end', months: 3 },
    ])
  })

  test('given own months, then those', () => {
    const { reminders } = agreementClock(agreement({ notice_months: 0 }), '2026-01-05', [1])
    expect(reminders.map(({ on }) => on)).toEqual(['2028-12-04', '2029-01-04'])
  })

  test('given a term shorter than a reminder, then that one is left out', () => {
    const { reminders } = agreementClock(agreement({ months: 4, notice_months: 1 }), '2026-01-05')
    expect(reminders).toEqual([
      { on: '2026-02-04', kind: 'months-before-end', months: 3 },
      { on: '2026-04-04', kind: 'notice-date' },
    ])
  })

  test('given notice, then they count from the day that it takes effect, and none asks for notice', () => {
    const { reminders } = agreementClock(underNotice(agreement(), '2027-06-30'), '2026-09-01')
    expect(reminders.map(({ on }) => on)).toEqual(['2026-06-30', '2026-12-30', '2027-03-30'])
    expect(reminders.map(({ kind }) => kind)).not.toContain('notice-date')
  })

  test('given no term, then none', () => {
    expect(agreementClock(unlimited, '2026-06-01').reminders).toEqual([])
  })
})

test('a term that renews itself never lapses, covers the day and begins no later than it', () => {
  const base = fc.record({
    from: fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2020-01-01', n)),
    months: fc.integer({ min: 1, max: 120 }),
    later: fc.integer({ min: 0, max: 20_000 }),
  })
  fc.assert(
    fc.property(base, ({ from, months, later }) => {
      const today = addDays(from, later)
      const clock = agreementClock(agreement({ from, months, renewal: 'automatic', notice_months: 0 }), today)
      expect(clock.state).not.toBe('lapsed')
      expect(clock.until).toBe(lastDay(from, months * (clock.renewed + 1)))
      expect(today <= (clock.until ?? '')).toBe(true)
      expect(clock.renewed === 0 || lastDay(from, months * clock.renewed) < today).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})
