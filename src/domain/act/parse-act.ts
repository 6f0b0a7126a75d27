// Reads an act from a file or a row: the envelope strictly, then the body by its type. An act whose envelope holds but
// whose body does not is still an act of its strand; it is handed on with its fault, so that the chain is not lost.
import { z } from 'zod'
import type { DomainRefusal } from '../refusal.ts'
import { ACT_BODIES, BODY_VERSION, type ActType } from './act-bodies.ts'
import type { AnyAct } from './act.ts'
import { hash, line, officeId, side } from './fields.ts'
import { shapeFault } from './shape-fault.ts'

export const blobRef = z.strictObject({
  sha256: hash,
  media_type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/),
  title: line,
})

/** RFC 3339 in UTC, with or without fractions of a second. */
const instant = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/, 'not-an-instant')
  .refine((text) => new Date(text).toJSON()?.slice(0, 19) === text.slice(0, 19), 'not-an-instant')

/** What a database of any installation can keep as a whole number of four bytes. */
const LAST_SEQ = 2_147_483_647

const envelope = z.strictObject({
  partnership: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, 'not-an-id'),
  side,
  scope: z.enum(['shared', 'private']),
  seq: z.int().min(1).max(LAST_SEQ),
  clock: z.int().min(1),
  type: z.string().regex(/^[a-zA-Z_][\w.-]{0,63}$/, 'not-an-act-type'),
  version: z.int().min(1),
  body: z.record(z.string(), z.unknown()),
  at: instant,
  // Other installations may have roles that are not known here.
  by: z.strictObject({ office: officeId, role: z.string().regex(/^[a-z][a-z-]{0,31}$/) }),
  basis: z.enum(['stated', 'reported']),
  evidence: z.array(blobRef).max(50),
  previous: hash,
  hash,
  signature: z.base64().max(200).optional(),
})

/** Brings a body of an older version to the present one; undefined where that version was never known. */
export type Upcast = (type: string, version: number, body: unknown) => unknown

const present: Upcast = (_type, version, body) => (version === BODY_VERSION ? body : undefined)

export type ParsedAct =
  | { readonly ok: true; readonly act: AnyAct; readonly fault?: DomainRefusal }
  | { readonly ok: false; readonly refusal: Extract<DomainRefusal, { code: 'wrong-shape' }> }

export function parseAct(value: unknown, upcast: Upcast = present): ParsedAct {
  const fault = shapeFault('act', envelope, value)
  if (fault !== undefined) return { ok: false, refusal: fault }
  const act = value as z.infer<typeof envelope>
  const handOn = (bodyFault?: DomainRefusal, body: unknown = act.body): ParsedAct => ({
    ok: true,
    act: { ...act, body } as unknown as AnyAct,
    ...(bodyFault ? { fault: bodyFault } : {}),
  })
  if (!isActType(act.type)) return handOn({ code: 'unknown-act-type', type: act.type })
  const body = upcast(act.type, act.version, act.body)
  return handOn(shapeFault(act.type, ACT_BODIES[act.type], body), body)
}

export const isActType = (type: string): type is ActType => Object.hasOwn(ACT_BODIES, type)
