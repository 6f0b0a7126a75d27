// The shape of packs/<country>/<procedure>/procedure.yaml: that of domain/procedure/pack.ts, word for word. The messages
// of the checks are codes of faults.
import { z } from 'zod'
import { parseDate } from '../domain/calendar/calendar-date.ts'
import { KNOTS, KNOWN, type Pack } from '../domain/procedure/pack.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'not-an-id')
const sourceId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'not-an-id')
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-a-language')
const text = z.string().regex(/\S/, 'text-empty').max(5000)
const titles = z.record(language, text.nullable())
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date')
  .refine((value) => parseDate(value) !== undefined, 'not-a-date')
const known = z.enum(KNOWN)
const amount = z.int().min(0).max(1000)

const legalBasis = z.array(z.strictObject({ source: sourceId, article: text.exactOptional() })).max(50)
const named = z.strictObject({ id, title: titles })
const event = z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,99}$/, 'not-an-event')

const deadline = z.strictObject({
  unit: z.enum(['working-day', 'day', 'month']),
  within: amount.exactOptional(),
  from: event.exactOptional(),
  before: amount.exactOptional(),
  of: event.exactOptional(),
  legal_basis: legalBasis.exactOptional(),
  known: known.exactOptional(),
})

const step = z.strictObject({
  id,
  title: titles,
  actors: z.array(id).max(50),
  requires: z.array(id).max(50),
  produces: z.array(id).max(50),
  checks: z.array(named).max(100).exactOptional(),
  advisory_checks: z
    .array(z.strictObject({ id, title: titles, legal_basis: legalBasis }))
    .max(100)
    .exactOptional(),
  outcomes: z
    .array(z.strictObject({ id, title: titles, goto: id }))
    .max(20)
    .exactOptional(),
  optional: z.boolean().exactOptional(),
  recurring: z.boolean().exactOptional(),
  knot: z.enum(KNOTS).exactOptional(),
  deadline: deadline.nullable(),
  deadline_note: titles.exactOptional(),
  legal_basis: legalBasis,
  known,
  note: titles.exactOptional(),
})

export const packFile = z.strictObject({
  pack: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, 'not-an-id'),
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'not-a-version'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'not-a-country')
    .nullable(),
  title: titles,
  languages: z.array(language).min(1).max(20),
  unreviewed: z.array(language).max(20).default([]),
  status: z.enum(['ready', 'provisional']),
  provisional: titles.nullable(),
  valid: z.strictObject({ from: date.nullable(), until: date.nullable() }),
  sources: z
    .array(
      z.strictObject({
        id: sourceId,
        title: text,
        link: z.url({ protocol: /^https?$/, error: 'not-a-link' }).nullable(),
        known,
        note: text.exactOptional(),
      }),
    )
    .max(100),
  actors: z.array(named).max(100),
  documents: z
    .array(
      z.strictObject({
        id,
        title: titles,
        external: z.boolean().exactOptional(),
        must_contain: z.array(named).max(100).exactOptional(),
      }),
    )
    .max(200),
  events: z.array(named).max(50).default([]),
  steps: z.array(step).min(1).max(200),
  limits: z
    .array(
      z.strictObject({
        id,
        title: titles,
        most: z.int().min(0).max(1_000_000),
        unit: z.enum(['person', 'day', 'working-day']),
        purpose: text.exactOptional(),
        legal_basis: legalBasis,
        known,
      }),
    )
    .max(100)
    .default([]),
  unknown: z.array(text).max(200).default([]),
}) satisfies z.ZodType<Pack>
