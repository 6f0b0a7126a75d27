import { z } from 'zod'
import { date, line, objectId, proseIn } from '../act/fields.ts'
import { SECTOR_IDS } from '../sector/sectors.ts'

export const interestExpressed = z.strictObject({
  interest: objectId,
  sectors: z.array(z.enum(SECTOR_IDS)).min(1).max(20),
  /** The day it was said; the first of the month or year where only that is known, with `precision`. */
  on: date,
  precision: z.enum(['day', 'month', 'year']).optional(),
  where: line.optional(),
  /** The public office that said it, such as "Ambassador of Cambodia". */
  office: line.optional(),
  summary: proseIn.optional(),
})
