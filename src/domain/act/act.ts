// The act: one fact, stated by one side at one time, never changed afterwards. Field names are those of the exported file.
import type { ActBody, ActType } from './act-bodies.ts'

export type Side = 'a' | 'b'
export const SIDES: readonly Side[] = ['a', 'b']
export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a')

export type Scope = 'shared' | 'private'

/** SHA-256 in 64 lower-case hexadecimal digits. */
export type Hash = string
/** What the first act of a strand names as the one before it. */
export const NO_HASH: Hash = '0'.repeat(64)

/** UTC with milliseconds, such as `2026-11-24T03:15:00.000Z`. */
export type Instant = string

export type Role = 'head' | 'officer' | 'link' | 'system'

/** An office and a role, never a private person. */
export interface ActorRef {
  /** Stable id of the office, the same in every partnership. */
  readonly office: string
  readonly role: Role
}

/** A stored file by its content. */
export interface BlobRef {
  readonly sha256: Hash
  readonly media_type: string
  readonly title: string
}

/** Recorded by the side that speaks, or by the other one for a side that has no seat yet. */
export type Basis = 'stated' | 'reported'

export interface Act<T extends ActType = ActType> {
  readonly partnership: string
  readonly side: Side
  readonly scope: Scope
  /** Position in this strand, from 1, without gaps. */
  readonly seq: number
  /** Lamport clock: 1 + the greatest that this side had seen. */
  readonly clock: number
  readonly type: T
  /** Version of the body's schema; older ones are upcast when read. */
  readonly version: number
  readonly body: ActBody[T]
  readonly at: Instant
  readonly by: ActorRef
  readonly basis: Basis
  readonly evidence: readonly BlobRef[]
  /** Hash of the act before it in this strand; NO_HASH for the first. */
  readonly previous: Hash
  /** SHA-256 over the RFC 8785 canonical JSON of all the above. */
  readonly hash: Hash
  /** Ed25519 by the office's key over the bytes of `hash`, in base64. */
  readonly signature?: string
}

/** An act of any type, as one union over the closed list. */
export type AnyAct = { [T in ActType]: Act<T> }[ActType]

/** What somebody wants to record; the rest of the act is added when it is sealed. */
export interface Intent<T extends ActType = ActType> {
  readonly side: Side
  readonly scope: Scope
  readonly type: T
  readonly body: ActBody[T]
  readonly by: ActorRef
  readonly basis: Basis
  readonly evidence: readonly BlobRef[]
}

export type AnyIntent = { [T in ActType]: Intent<T> }[ActType]

/** The side whose word this is. A reported act stands in the strand of the side that reports and speaks for the other. */
export const speakerOf = ({ side, basis }: { readonly side: Side; readonly basis: Basis }): Side =>
  basis === 'reported' ? otherSide(side) : side
