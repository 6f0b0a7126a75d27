import { z } from 'zod'
import { date, lineIn, objectId, prose } from '../act/fields.ts'
import { SECTOR_IDS } from '../sector/sectors.ts'

/** A promise of the side that makes it; kept or missed by its own word, which the other may dispute. */
export const commitmentMade = z.strictObject({
  commitment: objectId,
  what: lineIn,
  due: date.optional(),
  sector: z.enum(SECTOR_IDS).optional(),
  concept: objectId.optional(),
  text: objectId.optional(),
  delegation: objectId.optional(),
})
export const commitmentKept = z.strictObject({ commitment: objectId, on: date, note: prose.optional() })
export const commitmentMissed = z.strictObject({ commitment: objectId, on: date, reason: prose })
