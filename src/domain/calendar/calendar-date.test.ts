import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  daysInMonth,
  parseDate,
  weekdayOf,
} from './calendar-date.ts'

describe('reading a date', () => {
  test.each(['2026-12-18', '1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29'])('%s is a date', (text) => {
    expect(parseDate(text)).toBe(text)
  })

  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    '2026-1-1',
    '26-01-01',
    '2026-12-18T00:00',
    ' 2026-12-18',
    '18/12/2026',
    '２０２６-12-18',
    '',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
})

describe('reckoning with dates', () => {
  test.each([
    ['1970-01-01', 'thursday'],
    ['1969-12-31', 'wednesday'],
    ['1900-01-01', 'monday'],
    ['2000-02-29', 'tuesday'],
    ['2026-12-18', 'friday'],
    ['2026-12-20', 'sunday'],
  ])('%s was a %s', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })

  test('days run over the ends of months, years and leap days, in both directions', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
    expect(addDays('2200-12-31', 1)).toBe('2201-01-01')
  })

  test('months are clamped to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-10-31', 4)).toBe('2027-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addMonths('2026-05-30', 12)).toBe('2027-05-30')
  })

  test('a year after 29 February is 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  test('dates are ordered as their texts are', () => {
    expect(['2026-02-01', '2025-12-31', '2026-01-31'].toSorted(compareDates)).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-01',
    ])
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0)
  })
})

const date = fc
  .record({ year: fc.integer({ min: 1900, max: 2200 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(30) })
  .map(
    ({ year, month, day }) =>
      `${year}-${String(month).padStart(2, '0')}-${String((day % daysInMonth(year, month)) + 1).padStart(2, '0')}`,
  )

describe('for every date', () => {
  test('adding days and counting them agree, and so do weekdays', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -2000, max: 2000 }), (from, days) => {
        const to = addDays(from, days)
        return (
          parseDate(from) === from &&
          daysBetween(from, to) === days &&
          addDays(to, -days) === from &&
          Math.sign(compareDates(to, from)) === Math.sign(days) &&
          (weekdayOf(to) === weekdayOf(from)) === (days % 7 === 0)
        )
      }),
      { numRuns: 10_000 },
    )
  })

  test('a month later lies in the next month, on the same day or on its last', () => {
    fc.assert(
      fc.property(date, (from) => {
        const to = addMonths(from, 1)
        const [year, month, day] = to.split('-').map(Number)
        const [fromYear, fromMonth, fromDay] = from.split('-').map(Number)
        return (
          year * 12 + month === fromYear * 12 + fromMonth + 1 &&
          (day === fromDay || (day < fromDay && day === daysInMonth(year, month)))
        )
      }),
      { numRuns: 10_000 },
    )
  })
})
