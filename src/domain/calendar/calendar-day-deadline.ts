// A time limit in days of the calendar, months or years: no holiday moves it. The day of receipt is day 0.
import { addDays, addMonths, addYears, type CalendarDate } from './calendar-date.ts'

export const CALENDAR_UNITS = ['day', 'month', 'year'] as const
export type CalendarUnit = (typeof CALENDAR_UNITS)[number]

/** Last day on which the answer is in time. */
export function calendarDayDeadline(from: CalendarDate, n: number): CalendarDate {
  return calendarDeadline(from, n, 'day')
}

/** Months and years end on the same day of the month, or on the last day of a shorter one. Throws RangeError below 0. */
export function calendarDeadline(from: CalendarDate, n: number, unit: CalendarUnit): CalendarDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`a time limit is a whole number from 0, not ${n}`)
  switch (unit) {
    case 'day':
      return addDays(from, n)
    case 'month':
      return addMonths(from, n)
    case 'year':
      return addYears(from, n)
  }
}
