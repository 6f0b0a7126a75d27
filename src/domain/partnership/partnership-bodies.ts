// Opening a partnership, taking a seat in it, answering an act, and how it goes on, ends and comes back.
import { z } from 'zod'
import { country, date, hash, line, lineIn, objectId, officeId, prose, proseIn } from '../act/fields.ts'
import { KNOTS } from '../procedure/pack.ts'

export const FORMS = ['sister-city', 'friendship', 'project', 'contact'] as const

const stepId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)

/** What is pinned of a pack (procedure/outline.ts). */
export const outline = z.strictObject({
  pack: z.string().max(64),
  version: z.string().max(64),
  steps: z
    .array(
      z.strictObject({
        id: stepId,
        needs: z.array(stepId).max(50),
        knot: z.enum(KNOTS).optional(),
        optional: z.literal(true).optional(),
        recurring: z.literal(true).optional(),
        returns: z.array(stepId).max(20).optional(),
        outcomes: z.record(stepId, stepId).optional(),
      }),
    )
    .max(200),
})

const office = z.strictObject({
  /** The same id that `by.office` of its acts names. */
  id: officeId,
  name: lineIn,
  /** Its first public key: Ed25519, SPKI in base64. */
  key: z.string().max(200).optional(),
})

const party = z.strictObject({
  /** GeoNames id or unit code of the atlas; absent for a locality described by hand. */
  place: z.string().max(64).optional(),
  name: lineIn,
  country,
  /** Chosen by one side alone; the other has said nothing yet. */
  candidate: z.boolean().optional(),
  procedure: outline,
})

export const partnershipOpened = z.strictObject({
  form: z.enum(FORMS),
  office,
  sides: z.strictObject({ a: party, b: party }),
  /** Why this partner: the reasons as they stood when it was chosen. */
  reasons: z
    .array(z.strictObject({ title: line, contribution: z.number().optional() }))
    .max(100)
    .optional(),
  note: proseIn.optional(),
  /** Says that what follows is an invention, made to show the features. */
  fictional: z.boolean().optional(),
})

export const seatTaken = z.strictObject({ office, party, note: proseIn.optional() })

export const actConfirmed = z.strictObject({ act: hash, note: prose.optional() })
export const actDisputed = z.strictObject({ act: hash, reason: prose })
export const actCorrected = z.strictObject({
  act: hash,
  /** The whole body as it should have been, of the same type. */
  body: z.record(z.string(), z.unknown()),
  reason: prose,
})

export const partnershipRenewed = z.strictObject({
  /** The agreement that goes on. */
  text: objectId,
  /** Version of that agreement which both signed. */
  version: hash,
  on: date,
  until: date,
  note: prose.optional(),
})

export const partnershipEnded = z.strictObject({
  on: date,
  basis: z.enum(['mutual', 'notice', 'term']),
  reason: prose,
})

export const partnershipRevived = z.strictObject({ on: date, reason: prose })
