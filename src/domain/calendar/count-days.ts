// The count itself, day by day, so that anybody can follow it on a wall calendar.
import { addDays, type CalendarDate } from './calendar-date.ts'
import { dayOff, LONGEST_REST_DAYS, type DayOff } from './working-day.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export const MOST_WORKING_DAYS = 1000

export interface CountedDay {
  readonly date: CalendarDate
  /** 0 is the day of receipt, whatever weekday it is; null where the day does not count. */
  readonly day: number | null
  readonly reason: 'receipt' | 'working' | DayOff['reason']
  /** Of a holiday. */
  readonly name?: Extract<DayOff, { reason: 'holiday' }>['name']
  readonly source?: string
}

/** Every day from the receipt to the n-th working day after it. Throws RangeError unless n is whole and 0 to 1000. */
export function countDays(calendar: WorkingCalendar, from: CalendarDate, n: number): readonly CountedDay[] {
  if (!Number.isInteger(n) || n < 0 || n > MOST_WORKING_DAYS)
    throw new RangeError(`a count of working days is a whole number from 0 to ${MOST_WORKING_DAYS}, not ${n}`)
  const days: CountedDay[] = [{ date: from, day: 0, reason: 'receipt' }]
  let rest = 0
  for (let day = 0; day < n;) {
    const date = addDays(from, days.length)
    const off = dayOff(calendar, date)
    rest = off === undefined ? 0 : rest + 1
    if (rest > LONGEST_REST_DAYS) throw new RangeError(`the calendar of ${calendar.country} has no working day`)
    days.push(off === undefined ? { date, day: ++day, reason: 'working' } : { date, day: null, ...off })
  }
  return days
}
