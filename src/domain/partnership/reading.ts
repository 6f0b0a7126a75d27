// What a rule may look at, and what it answers with. In memory it stands over maps, in the ledger over rows that were
// read beforehand: a rule names what it needs (`about`, `names`), so nobody has to load a whole partnership.
import type { ActType } from '../act/act-bodies.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { AnyAct, Hash } from '../act/act.ts'
import type { Said } from '../act/mark.ts'
import type { DomainRefusal } from '../refusal.ts'
import type { Head } from './head.ts'
import type { ObjectChange, ObjectRef, Objects, StoredKind } from './objects.ts'

export interface Reading {
  readonly head: Head
  object<K extends StoredKind>(kind: K, id: string): Objects[K] | undefined
  /** An act that comes before, void or not. */
  act(hash: Hash): AnyAct | undefined
}

export interface Changes {
  readonly head?: Head
  readonly objects?: readonly ObjectChange[]
}

export interface Rule<T extends ActType> {
  /** The objects that the act reads or changes. */
  readonly about: (body: ActBody[T]) => readonly ObjectRef[]
  /** The acts that it names by hash. */
  readonly names?: (body: ActBody[T]) => readonly Hash[]
  /** Why it may not be said now; asked by a decision before the act exists and by the fold afterwards. */
  readonly check: (reading: Reading, said: Said<T>) => DomainRefusal | undefined
  /** What it changes; only asked where `check` had nothing against it. */
  readonly apply: (reading: Reading, said: Said<T>, hash: Hash) => Changes
  /** What changes when the same side corrects it later to `said.body`; absent where it cannot be corrected. */
  readonly correct?: (reading: Reading, said: Said<T>, original: Hash) => Changes
}

/** The rules of some acts, each under its type. */
export type Rules<T extends ActType> = { readonly [K in T]: Rule<K> }
