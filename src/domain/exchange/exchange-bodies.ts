// Repeated exchanges of people, measured movements, and the yearly look back.
import { z } from 'zod'
import { count, date, line, lineIn, objectId, period, prose, proseIn, quantity, side } from '../act/fields.ts'
import { SECTOR_IDS } from '../sector/sectors.ts'

export const programmeOpened = z.strictObject({
  programme: objectId,
  kind: z.enum(['students', 'youth', 'artisans', 'schools', 'families', 'business', 'officials', 'other']),
  sector: z.enum(SECTOR_IDS),
  title: lineIn,
  summary: proseIn.optional(),
  when: period,
  places: z.strictObject({ a_to_b: count, b_to_a: count }).optional(),
})
export const programmeClosed = z.strictObject({
  programme: objectId,
  on: date,
  people: z.strictObject({ a_to_b: count, b_to_a: count }),
  organisations: count.optional(),
  summary: proseIn.optional(),
})

export const flowRecorded = z
  .strictObject({
    flow: objectId,
    sector: z.enum(SECTOR_IDS),
    /** What is counted: `visitors`, `students`, `exports`. */
    measure: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
    /** In what: `person`, `USD`, `tonne`. */
    unit: z.string().regex(/^[A-Za-z][A-Za-z0-9 /%-]{0,31}$/),
    from: side,
    to: side,
    quantity,
    when: period,
    /** Where the figure was published or counted. */
    source: line,
  })
  .refine(({ from, to }) => from !== to, 'flow-to-itself')
export const flowWithdrawn = z.strictObject({ flow: objectId, reason: prose })

export const reviewSubmitted = z.strictObject({
  review: objectId,
  when: period,
  summary: proseIn,
  /** Whether money for the next period is secured, as this side says. */
  funding: z.strictObject({ secured: z.boolean(), until: date.optional() }).optional(),
  /** Involved apart from the two leaders. */
  people: count.optional(),
  organisations: count.optional(),
  plan: z.array(lineIn).max(50).optional(),
})
