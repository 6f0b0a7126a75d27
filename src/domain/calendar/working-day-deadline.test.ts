import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekdayOf, yearOf, type CalendarDate } from './calendar-date.ts'
import { countDays } from './count-days.ts'
import type { Holiday } from './holiday.ts'
import { WEEKDAYS, type Weekday } from './weekday.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { isWorkingDay, nextWorkingDay } from './working-day.ts'
import { workingDayDeadline } from './working-day-deadline.ts'

const WEEKEND: readonly Weekday[] = ['saturday', 'sunday']
const DECREE = { title: 'Decree', known: 'official' } as const
const RULES = { title: 'Rules', known: 'inferred' } as const
const WEEK = { title: 'Week', known: 'official', about: 'weekend' } as const

function holiday(date: CalendarDate, more: Partial<Holiday> = {}): Holiday {
  return { date, name: { en: `Holiday ${date}` }, source: DECREE.title, kind: 'announced', ...more }
}

function calendarWith(holidays: readonly Holiday[], weekend = WEEKEND): WorkingCalendar {
  const byYear = new Map<number, readonly Holiday[]>(
    [...new Set(holidays.map(({ date }) => yearOf(date)))].map((year) => [
      year,
      holidays.filter(({ date }) => yearOf(date) === year),
    ]),
  )
  return {
    country: 'XX',
    weekend,
    holidaysOf: (year) => byYear.get(year) ?? [],
    reliability: { sources: [WEEK, DECREE, RULES], from: 2024, until: 2026, note: '' },
  }
}

const plain = calendarWith([])

describe('counting working days', () => {
  // 2026-06-01 is a Monday.
  test.each([
    ['monday', '2026-06-01', '2026-06-02', '2026-06-08'],
    ['tuesday', '2026-06-02', '2026-06-03', '2026-06-09'],
    ['wednesday', '2026-06-03', '2026-06-04', '2026-06-10'],
    ['thursday', '2026-06-04', '2026-06-05', '2026-06-11'],
    ['friday', '2026-06-05', '2026-06-08', '2026-06-12'],
    ['saturday', '2026-06-06', '2026-06-08', '2026-06-12'],
    ['sunday', '2026-06-07', '2026-06-08', '2026-06-12'],
  ])('given a letter received on a %s, then day 1 and day 5 are these', (weekday, from, first, fifth) => {
    expect(weekdayOf(from)).toBe(weekday)
    expect(workingDayDeadline(plain, from, 1).due).toBe(first)
    expect(workingDayDeadline(plain, from, 5).due).toBe(fifth)
  })

  test('given no days, then the day of receipt is the last day, even on a Sunday', () => {
    expect(workingDayDeadline(plain, '2026-06-07', 0)).toMatchObject({ due: '2026-06-07', counted: 0, skipped: [] })
  })

  test('given a holiday on a weekday, then it is skipped and named with its source', () => {
    const counted = workingDayDeadline(calendarWith([holiday('2026-06-03')]), '2026-06-01', 2)
    expect(counted.due).toBe('2026-06-04')
    expect(counted.skipped).toEqual([
      { date: '2026-06-03', reason: 'holiday', name: { en: 'Holiday 2026-06-03' }, source: 'Decree' },
    ])
  })

  test('given a holiday on a Saturday, then it costs no further day', () => {
    const counted = workingDayDeadline(calendarWith([holiday('2026-06-06')]), '2026-06-05', 1)
    expect(counted.due).toBe('2026-06-08')
    expect(counted.skipped.map(({ reason }) => reason)).toEqual(['weekend', 'weekend'])
  })

  test('given a holiday on the day of receipt, then that day is day 0 all the same', () => {
    expect(workingDayDeadline(calendarWith([holiday('2026-06-01')]), '2026-06-01', 1).due).toBe('2026-06-02')
  })

  test('given a weekend of Friday and Saturday, then Sunday is a working day', () => {
    expect(workingDayDeadline(calendarWith([], ['friday', 'saturday']), '2026-06-04', 1).due).toBe('2026-06-07')
  })

  test('given the count day by day, then every day stands in it with its number or its reason', () => {
    expect(
      countDays(calendarWith([holiday('2026-06-08')]), '2026-06-05', 2).map(({ date, day, reason }) => [
        date,
        day,
        reason,
      ]),
    ).toEqual([
      ['2026-06-05', 0, 'receipt'],
      ['2026-06-06', null, 'weekend'],
      ['2026-06-07', null, 'weekend'],
      ['2026-06-08', null, 'holiday'],
      ['2026-06-09', 1, 'working'],
      ['2026-06-10', 2, 'working'],
    ])
  })

  test.each([-1, 1001, 2.5, Number.NaN])('%s working days are refused', (n) => {
    expect(() => workingDayDeadline(plain, '2026-06-01', n)).toThrow(RangeError)
  })

  test('given a calendar that never works, then the count says so and does not run for ever', () => {
    const never = calendarWith([], WEEKDAYS)
    expect(() => workingDayDeadline(never, '2026-06-01', 1)).toThrow(RangeError)
    expect(() => nextWorkingDay(never, '2026-06-01')).toThrow(RangeError)
  })
})

describe('the next working day', () => {
  test('after a Friday with a holiday on Monday is Tuesday', () => {
    expect(nextWorkingDay(calendarWith([holiday('2026-06-08')]), '2026-06-05')).toBe('2026-06-09')
  })
})

describe('how far a deadline can be relied upon', () => {
  const known = calendarWith([holiday('2025-01-01'), holiday('2026-01-01')])

  test('given years that a decree lists, then it is reliable and cites decree and weekend', () => {
    expect(workingDayDeadline(known, '2025-12-20', 10)).toMatchObject({
      reliable: true,
      unreliableYears: [],
      doubts: [],
      sources: [WEEK, DECREE],
    })
  })

  test('given a count that runs into a year without a source, then that year is doubtful, and the count goes on', () => {
    expect(workingDayDeadline(known, '2026-12-18', 45)).toMatchObject({
      due: '2027-02-19',
      reliable: false,
      unreliableYears: [2027],
      doubts: [{ year: 2027, reason: 'outside-sources' }],
    })
  })

  test('given a holiday that may be declared on another day, then its year is doubtful', () => {
    const moon = calendarWith([holiday('2026-03-20', { mayMove: true, kind: 'computed' })])
    expect(workingDayDeadline(moon, '2026-06-01', 1).doubts).toEqual([{ year: 2026, reason: 'dates-may-move' }])
  })

  test('given holidays that only a rule gives, then the year has no official list', () => {
    const rules = calendarWith([holiday('2026-01-01', { source: RULES.title })])
    expect(workingDayDeadline(rules, '2026-06-01', 1).doubts).toEqual([{ year: 2026, reason: 'no-official-list' }])
  })
})

const START = '2023-01-01'
const anyFrom = fc.nat(1500).map((ahead) => addDays(START, ahead))
const anyHolidays = fc.uniqueArray(fc.nat(1600), { maxLength: 30 })
const anyWeekend = fc.subarray([...WEEKDAYS], { maxLength: 3 })
const anyCount = fc.integer({ min: 0, max: 40 })
const dayAt = (ahead: number) => holiday(addDays(START, ahead))
const RUNS = { numRuns: 10_000 }
const PATIENCE_MS = 60_000

describe('for every calendar, day of receipt and count', () => {
  test(
    'adding a holiday never brings the deadline forward',
    () => {
      fc.assert(
        fc.property(anyFrom, anyHolidays, anyCount, fc.nat(1600), (from, holidays, n, added) => {
          const before = workingDayDeadline(calendarWith(holidays.map(dayAt)), from, n).due
          const after = workingDayDeadline(calendarWith([...holidays, added].map(dayAt)), from, n).due
          return after >= before
        }),
        RUNS,
      )
    },
    PATIENCE_MS,
  )

  test(
    'a count with another method, over plain numbers of days, comes to the same day',
    () => {
      fc.assert(
        fc.property(anyFrom, anyHolidays, anyWeekend, anyCount, (from, holidays, weekend, n) => {
          const counted = workingDayDeadline(calendarWith(holidays.map(dayAt), weekend), from, n)
          // 2023-01-01 is a Sunday: number 6 of the week that starts on Monday.
          const free = new Set(holidays)
          const restDays = new Set(weekend.map((day) => WEEKDAYS.indexOf(day)))
          let at = daysBetween(START, from)
          for (let left = n; left > 0;) {
            at += 1
            if (!restDays.has((at + 6) % 7) && !free.has(at)) left -= 1
          }
          return counted.due === addDays(START, at) && counted.skipped.length === daysBetween(from, counted.due) - n
        }),
        RUNS,
      )
    },
    PATIENCE_MS,
  )

  test(
    'the deadline is a working day, unless there was nothing to count',
    () => {
      fc.assert(
        fc.property(anyFrom, anyHolidays, anyWeekend, anyCount, (from, holidays, weekend, n) => {
          const calendar = calendarWith(holidays.map(dayAt), weekend)
          const { due } = workingDayDeadline(calendar, from, n)
          return n === 0 ? due === from : isWorkingDay(calendar, due) && due > from
        }),
        RUNS,
      )
    },
    PATIENCE_MS,
  )

  test(
    'one day more ends on the next working day',
    () => {
      fc.assert(
        fc.property(anyFrom, anyHolidays, anyCount, (from, holidays, n) => {
          const calendar = calendarWith(holidays.map(dayAt))
          const { due } = workingDayDeadline(calendar, from, n)
          return workingDayDeadline(calendar, from, n + 1).due === nextWorkingDay(calendar, due)
        }),
        RUNS,
      )
    },
    PATIENCE_MS,
  )
})
