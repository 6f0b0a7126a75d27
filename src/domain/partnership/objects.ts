// What the acts of a partnership have made, object by object. All of it is plain JSON: the ledger keeps each as a row.
import type { ActBody } from '../act/act-bodies.ts'
import type { Hash, Side } from '../act/act.ts'
import type { Mark } from '../act/mark.ts'
import type { DomainRefusal, ObjectKind } from '../refusal.ts'

/** One wording of something that is revised: named by the hash of the act that said it. */
export interface Version<C> {
  readonly hash: Hash
  readonly mark: Mark
  readonly content: C
}

/** Something of one side that is worded, reworded and answered. The last version is the one in force. */
export interface Versioned<C> {
  readonly id: string
  readonly owner: Side
  readonly versions: readonly Version<C>[]
}

type Without<T, K extends string> = Omit<T, K>

export interface Interest {
  readonly id: string
  readonly mark: Mark
  readonly body: ActBody['interest.expressed']
}

export type ConceptStatus = 'offered' | 'countered' | 'accepted' | 'declined' | 'withdrawn'
export interface Concept extends Versioned<Without<ActBody['concept.offered'], 'concept' | 'counters'>> {
  readonly status: ConceptStatus
  readonly counters?: { readonly concept: string; readonly version: Hash }
  /** Who accepted, declined, withdrew or countered, and to which version. */
  readonly answer?: { readonly mark: Mark; readonly version: Hash; readonly reason?: string; readonly concept?: string }
}

export type TextStatus = 'drafted' | 'countered' | 'agreed' | 'signed'
export interface TextSignature {
  readonly mark: Mark
  readonly version: Hash
  readonly on: string
  readonly place: string
  readonly signatory: ActBody['text.signed']['signatory']
}
export interface AgreementText extends Versioned<
  Without<ActBody['text.drafted'], 'text' | 'kind' | 'counters' | 'renews'>
> {
  readonly kind: ActBody['text.drafted']['kind']
  readonly status: TextStatus
  readonly counters?: { readonly text: string; readonly version: Hash }
  readonly renews?: string
  /** Who has said yes to which version; a new version takes both away. */
  readonly agreed: { readonly a?: { mark: Mark; version: Hash }; readonly b?: { mark: Mark; version: Hash } }
  readonly signed: { readonly a?: TextSignature; readonly b?: TextSignature }
  readonly notice?: { readonly mark: Mark; readonly on: string; readonly effective: string }
}

export type DelegationStatus = 'proposed' | 'welcomed' | 'declined' | 'cancelled' | 'reported'
export interface Delegation extends Versioned<Without<ActBody['delegation.proposed'], 'delegation'>> {
  readonly status: DelegationStatus
  readonly answer?: { readonly mark: Mark; readonly version: Hash; readonly reason?: string }
  readonly report?: { readonly mark: Mark; readonly body: ActBody['delegation.reported'] }
}

export interface Minutes extends Versioned<Without<ActBody['minutes.drafted'], 'minutes'>> {
  readonly confirmed?: { readonly mark: Mark; readonly version: Hash }
}

export interface PartnershipEvent extends Versioned<Without<ActBody['event.announced'], 'event'>> {
  readonly report?: { readonly mark: Mark; readonly body: ActBody['event.reported'] }
}

export interface Programme {
  readonly id: string
  readonly owner: Side
  readonly mark: Mark
  readonly body: ActBody['programme.opened']
  readonly closed?: { readonly mark: Mark; readonly body: ActBody['programme.closed'] }
}

export interface Flow {
  readonly id: string
  readonly owner: Side
  readonly mark: Mark
  readonly body: ActBody['flow.recorded']
  readonly withdrawn?: { readonly mark: Mark; readonly reason: string }
}

export interface Commitment {
  readonly id: string
  readonly owner: Side
  readonly mark: Mark
  readonly body: ActBody['commitment.made']
  readonly status: 'open' | 'kept' | 'missed'
  readonly outcome?: { readonly mark: Mark; readonly on: string; readonly reason?: string }
}

export interface Letter {
  readonly id: string
  readonly owner: Side
  readonly mark: Mark
  readonly body: ActBody['letter.sent']
  readonly acknowledged?: { readonly mark: Mark; readonly on: string }
}

export interface Review {
  readonly id: string
  readonly owner: Side
  readonly mark: Mark
  readonly body: ActBody['review.submitted']
}

/** An act that stays in the record and changes nothing, with the reason; its id is the act's hash. */
export interface VoidAct {
  readonly act: Hash
  readonly side: Side
  readonly seq: number
  readonly type: string
  readonly refusal: DomainRefusal
}

export interface Objects {
  readonly interest: Interest
  readonly concept: Concept
  readonly text: AgreementText
  readonly delegation: Delegation
  readonly minutes: Minutes
  readonly event: PartnershipEvent
  readonly programme: Programme
  readonly flow: Flow
  readonly commitment: Commitment
  readonly letter: Letter
  readonly review: Review
  readonly void: VoidAct
  /** The last word on an act that no other object shows: its mark with confirmation, dispute or correction. */
  readonly answered: { readonly id: Hash; readonly mark: Mark }
}
export type StoredKind = ObjectKind | 'void' | 'answered'

export interface ObjectRef {
  readonly kind: StoredKind
  readonly id: string
}

export type ObjectChange = {
  [K in StoredKind]: { readonly kind: K; readonly id: string; readonly value: Objects[K] }
}[StoredKind]
