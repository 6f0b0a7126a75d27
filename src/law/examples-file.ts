// The shape of examples.yaml beside a procedure.
import { z } from 'zod'
import { parseDate } from '../domain/calendar/calendar-date.ts'
import { EXAMPLE_KINDS } from '../domain/procedure/example.ts'
import { stepCompleted, stepReturned, stepStarted } from '../domain/procedure/step-bodies.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'not-an-id')
const ids = z.array(id).max(300)
const date = z.string().refine((value) => parseDate(value) !== undefined, 'not-a-date')
const side = z.enum(['a', 'b'])

const given = z
  .strictObject({
    side: side.exactOptional(),
    'step.started': stepStarted.exactOptional(),
    'step.completed': stepCompleted.exactOptional(),
    'step.returned': stepReturned.exactOptional(),
  })
  .refine((act) => Object.keys(act).filter((key) => key !== 'side').length === 1, 'not-one-act')

const expectation = z
  .strictObject({
    done: ids.exactOptional(),
    open: ids.exactOptional(),
    blocked: z.array(z.strictObject({ step: id, missing: ids })).exactOptional(),
    overdue: ids.exactOptional(),
    due: z.record(id, date.nullable()).exactOptional(),
    waiting: ids.exactOptional(),
    refused: z
      .array(z.strictObject({ at: z.int().min(1), code: z.string(), missing: ids.exactOptional() }))
      .exactOptional(),
  })
  .refine((expected) => Object.keys(expected).length > 0, 'expects-nothing')

export const examplesFile = z
  .array(
    z.strictObject({
      name: z.string().regex(/\S/, 'text-empty').max(300),
      kind: z.enum(EXAMPLE_KINDS),
      side,
      on: date,
      given: z.array(given).max(500),
      expect: expectation,
    }),
  )
  .min(1)
