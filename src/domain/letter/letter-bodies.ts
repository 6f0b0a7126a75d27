import { z } from 'zod'
import { date, hash, language, line, lineIn, objectId, prose } from '../act/fields.ts'

/** Numbers run per office and year, without repetition; `number` is how the office writes them. */
export const letterSent = z.strictObject({
  letter: objectId,
  year: z.int().min(1900).max(2200),
  serial: z.int().min(1).max(9_999_999),
  number: line,
  subject: lineIn,
  on: date,
  language: language.optional(),
  kind: z
    .string()
    .regex(/^[a-z][a-z-]{0,31}$/)
    .optional(),
  /** The letter it answers. */
  answers: objectId.optional(),
  summary: prose.optional(),
})
export const letterAcknowledged = z.strictObject({
  letter: objectId,
  version: hash,
  on: date,
  note: prose.optional(),
})
