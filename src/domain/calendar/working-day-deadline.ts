// A time limit in working days. Indonesia: Law 23/2014, art. 1(50), says that its days are working days, so the 45 days of
// a regional council (art. 154 and PP 28/2018, art. 30) are counted here: the day of receipt is day 0, the first working
// day after it is day 1.
import { yearOf, type CalendarDate } from './calendar-date.ts'
import { countDays, type CountedDay } from './count-days.ts'
import type { CalendarSource } from './holiday.ts'
import { doubtAbout, sourcesOf, type Doubt, type WorkingCalendar } from './working-calendar.ts'

export interface WorkingDayDeadline {
  readonly from: CalendarDate
  /** Last day on which the answer is in time. */
  readonly due: CalendarDate
  readonly counted: number
  /** The days between that were not counted, in order. */
  readonly skipped: readonly SkippedDay[]
  readonly reliable: boolean
  readonly unreliableYears: readonly number[]
  /** Why, one for each unreliable year. */
  readonly doubts: readonly Doubt[]
  readonly sources: readonly CalendarSource[]
}

export type SkippedDay = Omit<CountedDay, 'day' | 'reason'> & { readonly reason: 'weekend' | 'holiday' }

/** Throws RangeError unless `n` is whole and 0 to 1000; 0 gives `from` itself. */
export function workingDayDeadline(calendar: WorkingCalendar, from: CalendarDate, n: number): WorkingDayDeadline {
  return summarise(calendar, countDays(calendar, from, n))
}

/** The deadline that a day-by-day count comes to. */
export function summarise(calendar: WorkingCalendar, days: readonly CountedDay[]): WorkingDayDeadline {
  const [{ date: from }] = days
  const last = days[days.length - 1]
  const years = yearsFrom(yearOf(from), yearOf(last.date))
  const doubts = years.map((year) => doubtAbout(calendar, year)).filter((doubt) => doubt !== undefined)
  return {
    from,
    due: last.date,
    counted: last.day ?? 0,
    skipped: days.flatMap(({ date, reason, name, source }) =>
      reason === 'weekend' || reason === 'holiday'
        ? [{ date, reason, ...(name === undefined ? {} : { name }), ...(source === undefined ? {} : { source }) }]
        : [],
    ),
    reliable: doubts.length === 0,
    unreliableYears: doubts.map(({ year }) => year),
    doubts,
    sources: sourcesOf(calendar, years),
  }
}

function yearsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
