// A visit in one direction, the minutes of what was said, and the events around it. Members are never named here: they
// live in erasable tables under an opaque reference.
import { z } from 'zod'
import { count, date, hash, line, lineIn, objectId, period, prose, proseIn, side } from '../act/fields.ts'
import { SECTOR_IDS } from '../sector/sectors.ts'

const sectors = z.array(z.enum(SECTOR_IDS)).max(20).optional()

const delegationContent = {
  title: lineIn,
  /** The side that travels. */
  from: side,
  mission: z.array(lineIn).min(1).max(20),
  when: period,
  where: line.optional(),
  sectors,
  size: z.int().min(1).max(500).optional(),
  /** Opaque reference to the list of members. */
  members: objectId.optional(),
  invitation: line.optional(),
}
export const delegationProposed = z.strictObject({ delegation: objectId, ...delegationContent })
export const delegationRevised = z.strictObject({ delegation: objectId, replaces: hash, ...delegationContent })
export const delegationWelcomed = z.strictObject({ delegation: objectId, version: hash, note: prose.optional() })
export const delegationDeclined = z.strictObject({ delegation: objectId, version: hash, reason: prose })
export const delegationCancelled = z.strictObject({ delegation: objectId, reason: prose })
export const delegationReported = z.strictObject({
  delegation: objectId,
  /** The days it really took place. */
  when: period,
  people: count.optional(),
  organisations: count.optional(),
  summary: proseIn,
  results: z.array(lineIn).max(50).optional(),
})

export const minutesDrafted = z.strictObject({
  minutes: objectId,
  delegation: objectId.optional(),
  event: objectId.optional(),
  on: date,
  title: lineIn,
  summary: proseIn,
  decisions: z.array(lineIn).max(100).optional(),
})
export const minutesConfirmed = z.strictObject({ minutes: objectId, version: hash, note: prose.optional() })

const eventContent = {
  kind: z.enum(['exhibition', 'festival', 'forum', 'other']),
  title: lineIn,
  host: line,
  venue: line.optional(),
  when: period,
  sectors,
  exhibits: z
    .array(z.strictObject({ id: objectId, kind: z.enum(['destination', 'product', 'other']), title: lineIn }))
    .max(200)
    .optional(),
}
export const eventAnnounced = z.strictObject({ event: objectId, ...eventContent })
export const eventRevised = z.strictObject({ event: objectId, replaces: hash, ...eventContent })
export const eventReported = z.strictObject({
  event: objectId,
  when: period,
  visitors: count.optional(),
  leads: count.optional(),
  organisations: count.optional(),
  summary: proseIn,
})
