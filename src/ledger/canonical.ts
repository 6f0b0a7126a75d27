// The one way in which an act is written down (RFC 8785), and its hash.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Hash } from '../domain/act/act.ts'

/** @throws Error for what is no JSON, such as half a surrogate pair */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('This value cannot be written as JSON.')
  return text
}

export const sha256 = (content: string | Uint8Array): Hash => createHash('sha256').update(content).digest('hex')

/** Over everything in the act but its hash and its signature, as it was written: before any upcast. */
export function hashOfAct(act: object): Hash {
  const { hash: _, signature: __, ...content } = act as { hash?: unknown; signature?: unknown }
  return sha256(canonical(content))
}
