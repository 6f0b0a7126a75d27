// The calendar of a country: the one that the packs carry, or else the package's.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countries } from 'countries-list'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { LawFault } from '../law-fault.ts'
import { carriedCalendar } from './carried-calendar.ts'
import type { CalendarFile } from './calendar-file.ts'
import { packageCalendar } from './package-calendar.ts'
import { readCalendarFile } from './read-calendar-file.ts'

export type CalendarAnswer =
  | { readonly ok: true; readonly calendar: WorkingCalendar }
  | { readonly ok: false; readonly reason: 'unknown-country' | 'country-without-calendar' }
  | { readonly ok: false; readonly reason: 'calendar-faulty'; readonly faults: readonly LawFault[] }

export type Calendars = (country: string) => CalendarAnswer

/** `country` in either case; `packs` is the folder of the packs. */
export function calendarFor(country: string, packs: string): CalendarAnswer {
  const code = country.toUpperCase()
  const files = readCarried(packs)
  const faults = files.flatMap((file) => (file.ok ? [] : file.faults))
  if (faults.length > 0) return { ok: false, reason: 'calendar-faulty', faults }
  const carried = files.flatMap((file) => (file.ok && file.value.country === code ? [file.value] : []))
  const [file] = carried
  if (file !== undefined) return { ok: true, calendar: carriedCalendar(file, beyond(file)) }
  const calendar = packageCalendar(code)
  if (calendar !== undefined) return { ok: true, calendar }
  return { ok: false, reason: Object.hasOwn(countries, code) ? 'country-without-calendar' : 'unknown-country' }
}

/** Reads each calendar once: for whoever asks more often than a command does. */
export function openCalendars(packs: string): Calendars {
  const known = new Map<string, CalendarAnswer>()
  return (country) => {
    const answer = known.get(country) ?? calendarFor(country, packs)
    if (answer.ok) known.set(country, answer)
    return answer
  }
}

/** The package is opened only for a file that leans on it. */
const beyond = (file: CalendarFile) =>
  file.other_years === 'date-holidays' ? packageCalendar(file.country) : undefined

function readCarried(packs: string) {
  const folders = existsSync(packs)
    ? readdirSync(packs, { withFileTypes: true }).filter((one) => one.isDirectory())
    : []
  const read = folders
    .map(({ name }) => `${name}/calendar.yaml`)
    .toSorted()
    .filter((file) => existsSync(join(packs, file)))
    .map((file) => ({ file, ...readCalendarFile(`packs/${file}`, readFileSync(join(packs, file), 'utf8')) }))
  return read.map((one, i) => {
    const earlier = read.slice(0, i).find((other) => one.ok && other.ok && other.value.country === one.value.country)
    if (!one.ok || earlier === undefined) return one
    const fault = { file: `packs/${one.file}`, line: 1, code: 'country-twice', data: { country: one.value.country } }
    return { ok: false as const, faults: [fault] }
  })
}
