// What can be wrong with an act as such, whatever it says: its shape, its hash, its signature.
import type { AnyAct } from '../domain/act/act.ts'
import { parseAct, type ParsedAct } from '../domain/act/parse-act.ts'
import type { DomainRefusal } from '../domain/refusal.ts'
import { hashOfAct } from './canonical.ts'
import { trustedKeys, type OfficeKey } from './office-keys.ts'
import { signatureReader } from './signatures.ts'
import { upcast } from './upcast.ts'

/** Reads what a line or a row holds; a hash that does not fit its content is a fault of the act. */
export function checkAct(value: unknown): ParsedAct {
  const parsed = parseAct(value, upcast)
  if (!parsed.ok) return parsed
  const hash = hashIfAny(value as object)
  // Half a surrogate pair, a number beyond all numbers, or nesting without end: such a line has no canonical form.
  if (hash === undefined)
    return { ok: false, refusal: { code: 'wrong-shape', type: 'act', field: 'body', problem: 'not-canonical' } }
  return hash === parsed.act.hash ? parsed : { ...parsed, fault: { code: 'hash-mismatch' } }
}

function hashIfAny(value: object): string | undefined {
  try {
    return hashOfAct(value)
  } catch {
    return undefined
  }
}

/** Words that this version does not know, as a newer one may write; such an act is void here, but nobody altered it. */
export const isWordFault = ({ code }: DomainRefusal): boolean => code === 'unknown-act-type' || code === 'wrong-shape'

/** The key with which each office spoke first, as its opening or its seat says; acts in the order of the fold. */
export function firstKeys(acts: Iterable<AnyAct>): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const act of acts) {
    if (act.type !== 'partnership.opened' && act.type !== 'seat.taken') continue
    // A body that was not of its schema may hold anything here.
    const { id, key } = (act.body.office ?? {}) as { id?: unknown; key?: unknown }
    // Nobody names the key of another office.
    if (typeof id === 'string' && typeof key === 'string' && id === act.by.office && !keys.has(id)) keys.set(id, key)
  }
  return keys
}

/** Asks of one signature after the other; the keys of an office are followed once. */
export function signatureCheck(
  keys: readonly OfficeKey[],
  first: ReadonlyMap<string, string>,
): (act: AnyAct) => DomainRefusal | undefined {
  const trusted = new Map<string, readonly ReturnType<typeof signatureReader>[]>()
  const readersFor = (office: string) => {
    const known = trusted.get(office) ?? trustedKeys(keys, office, first.get(office)).map(signatureReader)
    trusted.set(office, known)
    return known
  }
  return ({ by, hash, signature }) => {
    const readers = readersFor(by.office)
    // An office that never named a key signs nothing that could be checked.
    if (readers.length === 0) return undefined
    const fits = signature !== undefined && readers.some((signed) => signed(hash, signature))
    return fits ? undefined : { code: 'signature-invalid' }
  }
}
