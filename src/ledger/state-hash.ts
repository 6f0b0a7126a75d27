// One hash for the whole state of a partnership: two copies that agree have the same.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { MemoryState } from '../domain/partnership/memory-state.ts'

/** SHA-256, in lower-case hexadecimal digits, over the canonical JSON of the head and of all objects by kind and id. */
export function stateHash(state: MemoryState): string {
  const objects = state.everything().toSorted((x, y) => (key(x) < key(y) ? -1 : 1))
  const text = canonicalize({ head: state.head, objects })
  if (text === undefined) throw new Error('A state is always JSON.')
  return createHash('sha256').update(text).digest('hex')
}

const key = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind}/${id}`
