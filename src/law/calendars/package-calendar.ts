// Calendars out of the package `date-holidays`: the public holidays of a whole country, reckoned by rules that its authors
// collected from Wikipedia (data CC BY-SA 3.0). Good for a forecast; a decree of the country itself is better and is
// carried in packs/<country>/calendar.yaml.
import { createRequire } from 'node:module'
import type PackageHolidays from 'date-holidays'
import type { HolidaysTypes } from 'date-holidays'
import { addDays, compareDates, yearOf } from '../../domain/calendar/calendar-date.ts'
import type { CalendarSource, Holiday } from '../../domain/calendar/holiday.ts'
import type { Reliability, WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import { byYear } from './by-year.ts'
import { WEEKEND_SOURCE, weekendOf } from './weekend-of.ts'

export const PACKAGE_VERSION = '3.37.0'
/** Year of that version: its rules are the law as it was known then. */
const RELEASED = 2026

export const PACKAGE_SOURCE: CalendarSource = {
  title: `date-holidays ${PACKAGE_VERSION} (data CC BY-SA 3.0, from Wikipedia)`,
  link: 'https://github.com/commenthol/date-holidays',
  known: 'inferred',
}

const NOTE =
  `Reckoned by the rules of date-holidays ${PACKAGE_VERSION}, which come from Wikipedia and are taken to hold from ` +
  `${RELEASED - 1} to ${RELEASED + 1}: a forecast, not an official list. Whole days of the whole country only. What is declared for ` +
  'one year (days that the moon decides, bridging and substitute days, polling days) can differ from it.'

const ISLAMIC = /\b(Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu)\b/
const DAY_MS = 86_400_000
/** Summer time makes a day an hour shorter. */
const LENIENCY_DAYS = 0.1

/** Undefined where the package does not know the country. */
export function packageCalendar(country: string): WorkingCalendar | undefined {
  const Holidays = loadPackage()
  if (!Object.hasOwn(new Holidays().getCountries(), country)) return undefined
  const english = new Holidays(country, { types: ['public'], languages: ['en'] })
  const holidaysOf = byYear((year) =>
    [year - 1, year]
      .flatMap((one) => english.getHolidays(one))
      .flatMap(daysOf)
      .filter(({ date }) => yearOf(date) === year)
      .toSorted((a, b) => compareDates(a.date, b.date)),
  )
  return { country, weekend: weekendOf(country), holidaysOf, reliability: RELIABILITY }
}

const RELIABILITY: Reliability = {
  sources: [PACKAGE_SOURCE, WEEKEND_SOURCE],
  from: RELEASED - 1,
  until: RELEASED + 1,
  note: NOTE,
}

/** `date` is the day in the country itself; `start` and `end` are moments and serve for the length alone. */
function daysOf({ date, start, end, name, rule }: HolidaysTypes.Holiday): readonly Holiday[] {
  const length = Math.floor((end.getTime() - start.getTime()) / DAY_MS + LENIENCY_DAYS)
  return Array.from({ length }, (_, i) => ({
    date: addDays(date.slice(0, 10), i),
    name: { en: name },
    source: PACKAGE_SOURCE.title,
    kind: kindOf(rule),
    ...(ISLAMIC.test(rule) ? { mayMove: true as const } : {}),
  }))
}

function kindOf(rule: string): Holiday['kind'] {
  if (/^\d{4}-/.test(rule)) return 'announced'
  return /^\d{2}-\d{2}$/.test(rule) ? 'fixed' : 'computed'
}

/** Loading it takes a tenth of a second, which only a count should pay. */
const loadPackage = () => createRequire(import.meta.url)('date-holidays') as typeof PackageHolidays
