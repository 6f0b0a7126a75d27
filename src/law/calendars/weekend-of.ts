// Weekends per country, from CLDR; Saturday and Sunday where CLDR says nothing else.
import { createRequire } from 'node:module'
import { WEEKDAYS, type Weekday } from '../../domain/calendar/weekday.ts'

interface WeekData {
  readonly supplemental: {
    readonly weekData: Readonly<Record<'weekendStart' | 'weekendEnd', Readonly<Record<string, string>>>>
  }
}

/** CLDR's name of the whole world, where it keeps what holds unless a country says otherwise. */
const WORLD = '001'

export const WEEKEND_SOURCE = {
  title: 'CLDR 48.2.0, weekData',
  link: 'https://cldr.unicode.org/',
  known: 'inferred',
  about: 'weekend',
} as const

/** India and Uganda: Sunday alone. */
export function weekendOf(country: string): readonly Weekday[] {
  const { weekendStart, weekendEnd } = readWeekData().supplemental.weekData
  const first = indexOf(weekendStart[country] ?? weekendStart[WORLD])
  const last = indexOf(weekendEnd[country] ?? weekendEnd[WORLD])
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => WEEKDAYS[(first + i) % 7])
}

const indexOf = (short: string) => WEEKDAYS.findIndex((day) => day.startsWith(short))

/** Read when first asked, so that commands that count no days do not wait for it. */
const readWeekData = (): WeekData => createRequire(import.meta.url)('cldr-core/supplemental/weekData.json') as WeekData
