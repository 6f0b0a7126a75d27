// A text of clauses in several languages, agreed by hash and signed by both; and the notice that ends it.
import { z } from 'zod'
import { date, hash, language, line, lineIn, objectId, prose, proseIn } from '../act/fields.ts'

export const TEXT_KINDS = ['loi', 'plan', 'mou', 'renewal'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

const clause = z.strictObject({ id: objectId, heading: lineIn, body: proseIn })

/** How long it holds. Without it the text is unlimited in time. */
export const term = z.strictObject({
  /** The day it enters into force; `signing`: the day of the later signature. */
  from: z.union([z.literal('signing'), date]),
  months: z.int().min(1).max(1200),
  renewal: z.enum(['none', 'automatic', 'by-consent']),
  /** How many months before its end notice must be given. */
  notice_months: z.int().min(0).max(120),
})

const content = {
  title: lineIn,
  languages: z.array(language).min(1).max(8),
  /** The language that decides where versions differ; null: all are equally authentic. */
  prevailing: language.nullable(),
  clauses: z.array(clause).min(1).max(200),
  term: term.optional(),
  /** Accepted concepts that the text carries out. */
  concepts: z.array(objectId).max(100).optional(),
}

interface Worded {
  readonly languages: readonly string[]
  readonly prevailing: string | null
  readonly clauses: readonly { readonly id: string; readonly heading: object; readonly body: object }[]
}
const complete = ({ languages, clauses }: Worded) =>
  clauses.every(({ heading, body }) => languages.every((tag) => tag in heading && tag in body))
const prevails = ({ languages, prevailing }: Worded) => prevailing === null || languages.includes(prevailing)
const told = ({ clauses }: Worded) => new Set(clauses.map(({ id }) => id)).size === clauses.length

export const textDrafted = z
  .strictObject({
    text: objectId,
    kind: z.enum(TEXT_KINDS),
    ...content,
    /** Another wording of this version of a text of the other side. */
    counters: z.strictObject({ text: objectId, version: hash }).optional(),
    /** The agreement that a renewal renews. */
    renews: objectId.optional(),
  })
  .refine(complete, 'clause-without-language')
  .refine(prevails, 'prevailing-language-not-in-text')
  .refine(told, 'clause-twice')
export const textRevised = z
  .strictObject({ text: objectId, replaces: hash, ...content })
  .refine(complete, 'clause-without-language')
  .refine(prevails, 'prevailing-language-not-in-text')
  .refine(told, 'clause-twice')
export const textAgreed = z.strictObject({ text: objectId, version: hash, note: prose.optional() })
export const textSigned = z.strictObject({
  text: objectId,
  version: hash,
  on: date,
  place: line,
  /** The office that signs, and its holder's public name where it is public. */
  signatory: z.strictObject({ office: lineIn, public_name: line.optional() }),
  witnesses: z.array(line).max(50).optional(),
})
export const noticeGiven = z.strictObject({
  text: objectId,
  version: hash,
  on: date,
  /** The day the agreement is to end. */
  effective: date,
  reason: prose.optional(),
})
