// A day of the Gregorian calendar as text, `2026-12-18`: what a letter is dated with. It has no hour and no time zone, so
// nothing here can shift by a day with the place where it runs, and text order is the order of time.
import { WEEKDAYS, type Weekday } from './weekday.ts'

/** `YYYY-MM-DD`, a day that exists. */
export type CalendarDate = string

/** What may be typed in; counting may run past the last year. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2200

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000
/** 1970-01-01, from which days are numbered, was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = WEEKDAYS.indexOf('thursday')

/** The text as a date; undefined where its shape is another, its year is out of range or the day does not exist. */
export function parseDate(text: string): CalendarDate | undefined {
  const parts = SHAPE.exec(text)
  if (parts === null) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists && year >= FIRST_YEAR && year <= LAST_YEAR ? text : undefined
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

export function weekdayOf(date: CalendarDate): Weekday {
  return WEEKDAYS[(((dayNumber(date) + WEEKDAY_OF_DAY_ZERO) % 7) + 7) % 7]
}

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day `months` later, or the last day of that month where it is shorter: 31 January and a month is 28 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const monthNumber = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(monthNumber / 12)
  const month = monthNumber - year * 12 + 1
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** The same day `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12)
}

/** Negative, zero or positive, as a sort wants it. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** Days since 1970-01-01; UTC knows no summer time, so every day has the same length. */
function dayNumber(date: CalendarDate): number {
  return Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / DAY_MS
}

const pad = (number: number) => String(number).padStart(2, '0')
