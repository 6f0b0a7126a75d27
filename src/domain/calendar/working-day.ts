// Whether the offices of a country work on a day.
import { addDays, weekdayOf, yearOf, type CalendarDate } from './calendar-date.ts'
import type { Holiday } from './holiday.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type DayOff =
  | { readonly reason: 'weekend' }
  | { readonly reason: 'holiday'; readonly name: Holiday['name']; readonly source: string }

/** Longer than any row of days off: a calendar without a working day is a mistake in its data. */
export const LONGEST_REST_DAYS = 366

/** Why nobody works on the day; undefined on a working day. A holiday on a weekend is a weekend. */
export function dayOff(calendar: WorkingCalendar, date: CalendarDate): DayOff | undefined {
  if (calendar.weekend.includes(weekdayOf(date))) return { reason: 'weekend' }
  const holiday = calendar.holidaysOf(yearOf(date)).find((one) => one.date === date)
  return holiday === undefined ? undefined : { reason: 'holiday', name: holiday.name, source: holiday.source }
}

export function isWorkingDay(calendar: WorkingCalendar, date: CalendarDate): boolean {
  return dayOff(calendar, date) === undefined
}

/** The first working day after the date, which is itself not looked at. */
export function nextWorkingDay(calendar: WorkingCalendar, date: CalendarDate): CalendarDate {
  for (let ahead = 1; ahead <= LONGEST_REST_DAYS; ahead++) {
    const day = addDays(date, ahead)
    if (isWorkingDay(calendar, day)) return day
  }
  throw new RangeError(`the calendar of ${calendar.country} has no working day in the year after ${date}`)
}
