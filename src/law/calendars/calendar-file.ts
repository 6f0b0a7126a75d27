// The shape of packs/<country>/calendar.yaml: holidays by name, the days that never change, and year by year the days
// that the country announced. A year that is listed is listed in full.
import { z } from 'zod'
import { KNOWN } from '../../domain/calendar/holiday.ts'
import { WEEKDAYS } from '../../domain/calendar/weekday.ts'

const source = z.strictObject({
  title: z.string().min(1),
  link: z.url().optional(),
  known: z.enum(KNOWN),
})

const name = z
  .strictObject({ en: z.string().min(1), id: z.string().min(1).optional(), km: z.string().min(1).optional() })
  .readonly()

/** One holiday, several on the same day, or one that another decision than that of the year made. */
const day = z.union([
  z.string(),
  z.array(z.string()).min(2),
  z.strictObject({ holiday: z.string(), source: z.string() }),
])

const year = z.strictObject({ source: z.string(), days: z.record(z.string(), day) })

export const calendarFile = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  weekend: z.array(z.enum(WEEKDAYS)).max(6),
  weekend_source: z.string().optional(),
  /** Where a year is not listed: the fixed days of this file, or the package. */
  other_years: z.enum(['fixed', 'date-holidays']),
  note: z.string().min(1),
  /** The Khmer names have not been read by a native speaker of the office. */
  km_unreviewed: z.boolean().optional(),
  sources: z.record(z.string(), source),
  holidays: z.record(z.string(), name),
  /** By month and day, `01-31`. */
  fixed: z.record(
    z.string(),
    z.strictObject({ holiday: z.string(), source: z.string(), from: z.number().int().optional() }),
  ),
  years: z.record(z.string(), year),
})

export type CalendarFile = z.infer<typeof calendarFile>
