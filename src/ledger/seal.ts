// Gives an intent its place in its strand, its hash and its office's signature.
import { BODY_VERSION } from '../domain/act/act-bodies.ts'
import type { AnyAct, AnyIntent, Hash } from '../domain/act/act.ts'
import { hashOfAct } from './canonical.ts'
import type { KeyRing } from './office-keys.ts'

/** The last act of a strand; zeros where it has none. */
export interface Place {
  readonly seq: number
  readonly clock: number
  readonly hash: Hash
}

export interface Sealing {
  readonly intent: AnyIntent
  readonly partnership: string
  readonly at: string
  readonly end: Place
  readonly clock: number
}

export async function seal({ intent, partnership, at, end, clock }: Sealing, keys: KeyRing): Promise<AnyAct> {
  const { side, scope, type, body, by, basis, evidence } = intent
  const content = {
    partnership,
    side,
    scope,
    seq: end.seq + 1,
    clock,
    type,
    version: BODY_VERSION,
    body,
    at,
    by,
    basis,
    evidence,
    previous: end.hash,
  }
  const hash = hashOfAct(content)
  // Through JSON once, so that what is folded now is what will be read again.
  const act: unknown = JSON.parse(JSON.stringify({ ...content, hash, signature: await keys.sign(by.office, hash) }))
  return act as AnyAct
}
