// A time limit counted backwards: the last day on which something is still so long before an event.
import { addDays, addMonths, yearOf, type CalendarDate } from '../calendar/calendar-date.ts'
import { isWorkingDay, LONGEST_REST_DAYS } from '../calendar/working-day.ts'
import { doubtAbout, type WorkingCalendar } from '../calendar/working-calendar.ts'

export const daysBefore = (event: CalendarDate, n: number): CalendarDate => addDays(event, -n)
export const monthsBefore = (event: CalendarDate, n: number): CalendarDate => addMonths(event, -n)

export interface WorkingDaysBefore {
  readonly due: CalendarDate
  readonly reliable: boolean
}

/** The day of the event is day 0. Throws RangeError where the calendar has no working day. */
export function workingDaysBefore(calendar: WorkingCalendar, event: CalendarDate, n: number): WorkingDaysBefore {
  let due = event
  for (let counted = 0, rest = 0; counted < n;) {
    due = addDays(due, -1)
    if (isWorkingDay(calendar, due)) {
      counted++
      rest = 0
    } else if (++rest > LONGEST_REST_DAYS) {
      throw new RangeError(`the calendar of ${calendar.country} has no working day`)
    }
  }
  const years = Array.from({ length: yearOf(event) - yearOf(due) + 1 }, (_, i) => yearOf(due) + i)
  return { due, reliable: years.every((year) => doubtAbout(calendar, year) === undefined) }
}
