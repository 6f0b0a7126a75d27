// A cooperation idea in one sector: what each side gives and gains, how it is measured, what it costs.
import { z } from 'zod'
import { hash, line, lineIn, objectId, prose, proseIn, quantity } from '../act/fields.ts'
import { SECTOR_IDS } from '../sector/sectors.ts'

const share = z.strictObject({ gives: z.array(lineIn).max(30), gains: z.array(lineIn).max(30) })

export const conceptContent = {
  sector: z.enum(SECTOR_IDS),
  title: lineIn,
  summary: proseIn.optional(),
  sides: z.strictObject({ a: share, b: share }),
  indicators: z
    .array(z.strictObject({ title: lineIn, measure: line, unit: line, target: quantity }))
    .max(30)
    .optional(),
  /** What is expected to flow each way in a year; the balance of a plan before it is signed. */
  forecast: z
    .array(z.strictObject({ measure: line, unit: line, a_to_b: quantity, b_to_a: quantity }))
    .max(30)
    .optional(),
  budget: z
    .strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), a: quantity, b: quantity, note: prose.optional() })
    .optional(),
}

export const conceptOffered = z.strictObject({
  concept: objectId,
  ...conceptContent,
  /** A counter-offer to this version of a concept of the other side. */
  counters: z.strictObject({ concept: objectId, version: hash }).optional(),
})
export const conceptRevised = z.strictObject({ concept: objectId, replaces: hash, ...conceptContent })
export const conceptAccepted = z.strictObject({ concept: objectId, version: hash, note: prose.optional() })
export const conceptDeclined = z.strictObject({ concept: objectId, version: hash, reason: prose })
export const conceptWithdrawn = z.strictObject({ concept: objectId, reason: prose.optional() })
