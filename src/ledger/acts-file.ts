// A record as a file of lines: acts, and before them the public keys of the offices, and where asked for the files that
// the acts name. Acts may stand in any order and more than once.
import { z } from 'zod'
import type { AnyAct } from '../domain/act/act.ts'
import type { ParsedAct } from '../domain/act/parse-act.ts'
import { orderActs } from '../domain/partnership/order-acts.ts'
import { line as title, hash as sha256Hash } from '../domain/act/fields.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import { checkAct, firstKeys, signatureCheck } from './check-act.ts'
import type { OfficeKey } from './office-keys.ts'
import { readText } from './read-text.ts'

export interface FiledAct {
  readonly line: number
  readonly act: AnyAct
  /** As it stood in the file: what was hashed. */
  readonly value: object
  /** What is wrong with it as such, its signature included. */
  readonly fault?: NonNullable<Extract<ParsedAct, { ok: true }>['fault']>
}

export interface FiledBlob {
  readonly line: number
  readonly sha256: string
  readonly content: Buffer
}

export interface ActsFile {
  readonly partnership: string
  readonly acts: readonly FiledAct[]
  readonly keys: readonly OfficeKey[]
  readonly blobs: readonly FiledBlob[]
}

const keyLine = z.strictObject({
  key: z.strictObject({
    office: z.string().max(64),
    number: z.int().min(1),
    public_key: z.base64().max(200),
    endorsement: z.base64().max(200).nullable(),
  }),
})
const blobLine = z.strictObject({
  blob: z.strictObject({ sha256: sha256Hash, title: title.optional(), content: z.base64() }),
})

/** Whether a line holds what stands in such a file beside acts. */
export const isBesideActs = (value: unknown): boolean =>
  keyLine.safeParse(value).success || blobLine.safeParse(value).success

/** A scan of 25 MB in base64, and room for the rest. */
const LONGEST_LINE = 40_000_000

/** `shown` is how the file was named. Refuses what cannot be read at all; an act that was altered is handed on with its fault. */
export function readActsFile(file: string, shown: string): Result<ActsFile> {
  const text = readText(file, shown)
  if (!text.ok) return text
  const acts: FiledAct[] = []
  const keys: OfficeKey[] = []
  const blobs: FiledBlob[] = []
  for (const [index, written] of text.value.split('\n').entries()) {
    const trimmed = written.trim()
    if (trimmed === '') continue
    const place = { file: shown, line: index + 1 }
    if (trimmed.length > LONGEST_LINE) return refuse({ code: 'line-too-long', ...place, limit: LONGEST_LINE })
    const value = parse(trimmed)
    if (value === undefined) return refuse({ code: 'line-not-json', ...place })
    const key = keyLine.safeParse(value)
    const blob = blobLine.safeParse(value)
    if (key.success) keys.push(key.data.key)
    else if (blob.success) {
      const { sha256, content } = blob.data.blob
      blobs.push({ line: place.line, sha256, content: Buffer.from(content, 'base64') })
    } else {
      const parsed = checkAct(value)
      if (!parsed.ok) {
        const { field, problem } = parsed.refusal
        return refuse({ code: 'line-not-act', ...place, problem: `${field}: ${problem}` })
      }
      const { act, fault } = parsed
      acts.push({ line: place.line, act, value: value as object, ...(fault ? { fault } : {}) })
    }
  }
  return assemble(shown, acts, keys, blobs)
}

function assemble(
  shown: string,
  acts: readonly FiledAct[],
  keys: readonly OfficeKey[],
  blobs: readonly FiledBlob[],
): Result<ActsFile> {
  const [first] = acts
  if (first === undefined) return refuse({ code: 'no-acts', file: shown })
  const { partnership } = first.act
  const stranger = acts.find(({ act }) => act.partnership !== partnership)
  if (stranger !== undefined) return refuse({ code: 'several-partnerships', file: shown, line: stranger.line })
  // Who spoke first is asked of the strands as they hold together, not of the order of the lines.
  const held = orderActs(acts).acts.filter(({ fault }) => fault === undefined)
  const signed = signatureCheck(keys, firstKeys(held.map(({ act }) => act)))
  return done({
    partnership,
    keys,
    blobs,
    acts: acts.map((filed) => {
      const fault = filed.fault ?? signed(filed.act)
      return fault === undefined ? filed : { ...filed, fault }
    }),
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
