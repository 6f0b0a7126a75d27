// The kinds of value that bodies are made of. Limits keep one act from filling a disk; they are far above real use.
import { z } from 'zod'
import { parseDate } from '../calendar/calendar-date.ts'

/** Half a surrogate pair cannot be written as canonical JSON, and NUL cannot be stored as text. */
const storable = (text: string) => text.isWellFormed() && !text.includes('\u0000')

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => value.trim() !== '', 'empty')
    .refine(storable, 'not-storable')

/** A line: a title, an office, a place. */
export const line = text(300)
/** Paragraphs. */
export const prose = text(20_000)
/** An id chosen by whoever makes the object, unique of its kind within the partnership. */
export const objectId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'not-an-id')
/** The same in every partnership of an installation, and across installations if it can be. */
export const officeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, 'not-an-id')
export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'not-a-hash')
export const side = z.enum(['a', 'b'])
/** A day of the calendar, `2026-12-18`. */
export const date = z.string().refine((text) => parseDate(text) !== undefined, 'not-a-date')
/** A language as a BCP 47 tag, such as `id` or `zh-Hant`. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
const perLanguage = <T extends z.ZodType>(value: T) =>
  z.record(language, value).refine((texts) => Object.keys(texts).length > 0, 'no-language')
/** The same line, or the same paragraphs, in one language or more. */
export const lineIn = perLanguage(line)
export const proseIn = perLanguage(prose)
/** Both days included. */
export const period = z
  .strictObject({ from: date, to: date })
  .refine(({ from, to }) => from <= to, 'period-ends-before-it-begins')
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/)
/** A whole number of people, visitors, leads. */
export const count = z.int().min(0).max(1_000_000_000)
/** A quantity with at most three decimals, so that sums are exact. */
export const quantity = z
  .number()
  .min(0)
  .max(1_000_000_000)
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e3), 'more-than-three-decimals')

export type LineIn = z.infer<typeof lineIn>
export type ProseIn = z.infer<typeof proseIn>
export type Period = z.infer<typeof period>
