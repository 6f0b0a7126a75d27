// What a side says about a step of its own procedure.
import { z } from 'zod'
import { date, line, prose } from '../act/fields.ts'
import { KNOTS } from './pack.ts'

const stepId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
/** Days of events that deadlines count from, such as `{ "received:surat_permohonan_dprd": "2026-12-18" }`. */
const events = z.record(z.string().max(100), date).optional()

export const stepStarted = z.strictObject({ step: stepId, on: date.optional(), events, note: prose.optional() })

export const stepCompleted = z.strictObject({
  step: stepId,
  /** The day it was done; the day of recording where absent. */
  on: date.optional(),
  outcome: stepId.optional(),
  /** Ids of the documents that were laid before it, of those that come from outside. */
  documents: z.array(stepId).max(100).optional(),
  /** Ids of the checks that were answered with yes. */
  checks: z.array(stepId).max(100).optional(),
  events,
  /** The joint milestone of this step, so that the other side understands it without knowing the pack. */
  knot: z.enum(KNOTS).optional(),
  /** Steps that the side has done and keeps to itself; its word stands for them. */
  attests: z.array(stepId).max(200).optional(),
  /** An optional step that does not apply. */
  not_applicable: z.boolean().optional(),
  note: prose.optional(),
})

export const stepReturned = z.strictObject({
  step: stepId,
  /** The earlier step that must be done again. */
  to: stepId,
  /** Steps between them that stand all the same: a human decision, recorded here. */
  keeps: z.array(stepId).max(200).optional(),
  on: date.optional(),
  reason: prose,
  by: line.optional(),
})

export type StepStarted = z.infer<typeof stepStarted>
export type StepCompleted = z.infer<typeof stepCompleted>
export type StepReturned = z.infer<typeof stepReturned>
