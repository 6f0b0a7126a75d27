// Who stands behind a fact: stated or reported by whom and when, and what the other side said to it.
import type { AnyAct, Basis, Hash, Instant, Side } from './act.ts'

export interface Answer {
  readonly act: Hash
  readonly side: Side
  readonly at: Instant
  readonly reason?: string
}

export interface Mark {
  readonly act: Hash
  /** The side whose word it is; where `basis` is reported, the other side wrote it down. */
  readonly side: Side
  readonly basis: Basis
  readonly at: Instant
  readonly confirmed?: Answer
  readonly disputed?: Answer
  readonly corrected?: Answer
}

/** What a rule sees of an act: everything but its place in the chain, so that it can be asked before the act is sealed. */
export type Said<T extends AnyAct['type']> = Pick<
  Extract<AnyAct, { type: T }>,
  'side' | 'scope' | 'type' | 'body' | 'at' | 'by' | 'basis' | 'evidence'
> & { readonly speaker: Side }

export const markOf = (
  { speaker, basis, at }: Pick<Said<AnyAct['type']>, 'speaker' | 'basis' | 'at'>,
  hash: Hash,
): Mark => ({ act: hash, side: speaker, basis, at })
