// When a time limit in working days ends, and how sure that is.
import { fileURLToPath } from 'node:url'
import { parseDate } from '../domain/calendar/calendar-date.ts'
import { countDays, MOST_WORKING_DAYS, type CountedDay } from '../domain/calendar/count-days.ts'
import { summarise, type WorkingDayDeadline } from '../domain/calendar/working-day-deadline.ts'
import { calendarFor } from '../law/calendars/calendar-for.ts'
import { done, refuse, type Result } from './refusal.ts'

/** The project's or the package's packs: two up from src/verbs/ and from dist/server/ alike. */
export const PACKS = fileURLToPath(new URL('../../packs', import.meta.url))

export interface DeadlineQuestion {
  /** ISO 3166-1 alpha-2, in either case. */
  readonly country: string
  /** The day of receipt. */
  readonly from: string
  readonly workingDays: number
}

export interface DeadlineView extends WorkingDayDeadline {
  readonly country: string
  /** English: what to know about the calendar. */
  readonly note: string
  /** Every day of the count. */
  readonly days: readonly CountedDay[]
}

export function countDeadline(question: DeadlineQuestion, packs: string = PACKS): Result<DeadlineView> {
  const { country, from: given, workingDays: n } = question
  const from = parseDate(given)
  if (from === undefined) return refuse({ code: 'not-a-date', name: 'from', value: given })
  if (!Number.isInteger(n) || n < 0 || n > MOST_WORKING_DAYS)
    return refuse({ code: 'not-a-number', name: 'working-days', value: String(n), min: 0, max: MOST_WORKING_DAYS })
  const found = calendarFor(country, packs)
  if (!found.ok) {
    if (found.reason !== 'calendar-faulty') return refuse({ code: found.reason, country: country.toUpperCase() })
    const [{ file, line, code }] = found.faults
    return refuse({ code: 'calendar-faulty', file, line, fault: code })
  }
  const { calendar } = found
  const days = countDays(calendar, from, n)
  return done({ ...summarise(calendar, days), country: calendar.country, note: calendar.reliability.note, days })
}
