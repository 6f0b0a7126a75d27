// A calendar out of a carried file: the announced days where a year is listed, otherwise what can be known without.
import { compareDates, parseDate } from '../../domain/calendar/calendar-date.ts'
import type { CalendarSource, Holiday } from '../../domain/calendar/holiday.ts'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import { byYear } from './by-year.ts'
import type { CalendarFile } from './calendar-file.ts'

type Day = CalendarFile['years'][string]['days'][string]

/** `beyond` is asked for the years that the file does not list, where the file says so. */
export function carriedCalendar(file: CalendarFile, beyond: WorkingCalendar | undefined): WorkingCalendar {
  const listed = Object.keys(file.years).map(Number)
  const elsewhere = file.other_years === 'date-holidays' ? beyond : undefined
  return {
    country: file.country,
    weekend: file.weekend,
    holidaysOf: byYear((year) =>
      Object.hasOwn(file.years, year) ? announced(file, year) : (elsewhere?.holidaysOf(year) ?? fixed(file, year)),
    ),
    reliability: {
      sources: [
        ...sourcesOf(file),
        ...(elsewhere?.reliability.sources ?? []).filter(({ about }) => about === undefined),
      ],
      ...latestRun(listed),
      note: file.note.trim(),
    },
  }
}

function announced(file: CalendarFile, year: number): readonly Holiday[] {
  const { source, days } = file.years[year]
  return Object.entries(days)
    .flatMap(([date, day]) =>
      holidaysIn(day).map((holiday) => ({
        date,
        name: nameOf(file, holiday),
        source: file.sources[sourceOf(day) ?? source].title,
        kind: 'announced' as const,
      })),
    )
    .toSorted((a, b) => compareDates(a.date, b.date))
}

function fixed(file: CalendarFile, year: number): readonly Holiday[] {
  return Object.entries(file.fixed)
    .map(([day, rule]) => ({ ...rule, date: `${String(year).padStart(4, '0')}-${day}` }))
    .filter(({ from, date }) => (from === undefined || year >= from) && parseDate(date) !== undefined)
    .map(({ date, holiday, source }) => ({
      date,
      name: nameOf(file, holiday),
      source: file.sources[source].title,
      kind: 'fixed' as const,
    }))
    .toSorted((a, b) => compareDates(a.date, b.date))
}

function holidaysIn(day: Day): readonly string[] {
  if (typeof day === 'string') return [day]
  return 'holiday' in day ? [day.holiday] : day
}

const sourceOf = (day: Day) => (typeof day === 'object' && 'holiday' in day ? day.source : undefined)

function nameOf(file: CalendarFile, holiday: string): Holiday['name'] {
  const { en, ...others } = file.holidays[holiday]
  const given = Object.entries(others).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(given), en }
}

function sourcesOf(file: CalendarFile): readonly CalendarSource[] {
  return Object.entries(file.sources).map(([key, { title, link, known }]) => ({
    title,
    known,
    ...(link === undefined ? {} : { link }),
    ...(key === file.weekend_source ? { about: 'weekend' as const } : {}),
  }))
}

/** The last unbroken row of years; none makes every year doubtful. */
function latestRun(years: readonly number[]): { readonly from: number; readonly until: number } {
  const until = Math.max(...years, 0)
  let from = until
  while (years.includes(from - 1)) from--
  return years.length === 0 ? { from: 1, until: 0 } : { from, until }
}
