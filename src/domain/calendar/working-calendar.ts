// The working days of a country, and how far they can be relied upon. A pack or a library makes one; nothing here reads.
import type { CalendarSource, Holiday } from './holiday.ts'
import type { Weekday } from './weekday.ts'

export interface WorkingCalendar {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly weekend: readonly Weekday[]
  /** In order of their dates; the same list whenever it is asked. */
  holidaysOf(year: number): readonly Holiday[]
  readonly reliability: Reliability
}

/** Outside of `from` to `until` a count still works with the weekends and what is known; it is then no more than a forecast. */
export interface Reliability {
  readonly sources: readonly CalendarSource[]
  readonly from: number
  readonly until: number
  /** English: what the reader of a date should know. */
  readonly note: string
}

export interface Doubt {
  readonly year: number
  /** Its holidays are not published or were not found; some may be declared on another day; a rule alone gives them. */
  readonly reason: 'outside-sources' | 'dates-may-move' | 'no-official-list'
}

/** What is doubtful about a year; undefined where nothing is. */
export function doubtAbout(calendar: WorkingCalendar, year: number): Doubt | undefined {
  const { from, until } = calendar.reliability
  if (year < from || year > until) return { year, reason: 'outside-sources' }
  if (calendar.holidaysOf(year).some(({ mayMove }) => mayMove)) return { year, reason: 'dates-may-move' }
  const inferred = sourcesOf(calendar, [year]).every(({ about, known }) => about === 'weekend' || known === 'inferred')
  return inferred ? { year, reason: 'no-official-list' } : undefined
}

/** The sources that the holidays of these years, and the weekend, rest on. */
export function sourcesOf(calendar: WorkingCalendar, years: readonly number[]): readonly CalendarSource[] {
  const cited = new Set(years.flatMap((year) => calendar.holidaysOf(year).map(({ source }) => source)))
  return calendar.reliability.sources.filter(({ title, about }) => about === 'weekend' || cited.has(title))
}
