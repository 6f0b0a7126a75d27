// The state of a partnership in memory. Only the fold writes to it.
import type { AnyAct, Hash } from '../act/act.ts'
import { emptyHead, type Head } from './head.ts'
import type { Objects, StoredKind } from './objects.ts'
import type { Changes, Reading } from './reading.ts'

export interface MemoryState extends Reading {
  /** All of a kind, in the order in which they came to be. */
  objects<K extends StoredKind>(kind: K): readonly Objects[K][]
  /** Every object with its kind and id. */
  everything(): readonly { readonly kind: StoredKind; readonly id: string; readonly value: Objects[StoredKind] }[]
}

export interface GrowingState extends MemoryState {
  take(act: AnyAct, changes: Changes): void
}

export function growingState(partnership: string): GrowingState {
  const kinds = new Map<StoredKind, Map<string, Objects[StoredKind]>>()
  const acts = new Map<Hash, AnyAct>()
  let head: Head = emptyHead(partnership)
  return {
    get head() {
      return head
    },
    object: (kind, id) => kinds.get(kind)?.get(id) as never,
    act: (hash) => acts.get(hash),
    objects: (kind) => [...(kinds.get(kind)?.values() ?? [])] as never,
    everything: () => [...kinds].flatMap(([kind, all]) => [...all].map(([id, value]) => ({ kind, id, value }))),
    take(act, changes) {
      acts.set(act.hash, act)
      head = changes.head ?? head
      for (const { kind, id, value } of changes.objects ?? []) {
        const all = kinds.get(kind) ?? new Map<string, Objects[StoredKind]>()
        kinds.set(kind, all.set(id, value))
      }
    },
  }
}
