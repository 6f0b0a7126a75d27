// Every way in which the rules of the record say no. Each has data, a sentence per language (`refusal.<code>` in
// locales/) and a case that produces it (partnership/decisions.test.ts fails where one has none).
import type { Side } from './act/act.ts'
import type { Knot } from './procedure/pack.ts'

/** Something that a side made and that acts refer to by id. */
export type ObjectKind =
  | 'interest'
  | 'concept'
  | 'text'
  | 'delegation'
  | 'minutes'
  | 'event'
  | 'programme'
  | 'flow'
  | 'commitment'
  | 'letter'
  | 'review'

export type DomainRefusal =
  // The act as such.
  | { readonly code: 'wrong-shape'; readonly type: string; readonly field: string; readonly problem: string }
  | { readonly code: 'not-opened' }
  | { readonly code: 'already-opened' }
  | { readonly code: 'seat-taken'; readonly side: Side }
  | { readonly code: 'seat-not-taken'; readonly side: Side }
  | { readonly code: 'wrong-office'; readonly side: Side; readonly office: string }
  | { readonly code: 'evidence-missing'; readonly type: string }
  | { readonly code: 'cannot-be-reported'; readonly type: string }
  | { readonly code: 'shared-only'; readonly type: string }
  | { readonly code: 'date-in-future'; readonly date: string; readonly today: string }
  | { readonly code: 'partnership-ended'; readonly on: string }
  // Objects, their versions and answers.
  | { readonly code: 'id-taken'; readonly kind: ObjectKind; readonly id: string }
  | { readonly code: 'unknown-object'; readonly kind: ObjectKind; readonly id: string }
  | { readonly code: 'wrong-side'; readonly kind: ObjectKind | 'act'; readonly id: string; readonly owner: Side }
  | { readonly code: 'superseded-version'; readonly kind: ObjectKind; readonly id: string; readonly current: string }
  | { readonly code: 'unknown-version'; readonly kind: ObjectKind; readonly id: string; readonly version: string }
  | { readonly code: 'already-decided'; readonly kind: ObjectKind; readonly id: string; readonly status: string }
  | { readonly code: 'unknown-act'; readonly act: string }
  | { readonly code: 'act-void'; readonly act: string }
  | { readonly code: 'already-answered'; readonly act: string }
  | { readonly code: 'not-correctable'; readonly type: string }
  | { readonly code: 'correction-changes-id'; readonly act: string }
  // Steps and knots.
  | { readonly code: 'unknown-step'; readonly step: string }
  | { readonly code: 'step-blocked'; readonly step: string; readonly missing: readonly string[] }
  | { readonly code: 'not-a-return'; readonly step: string; readonly to: string }
  | { readonly code: 'wrong-knot'; readonly step: string; readonly knot: Knot }
  | { readonly code: 'step-not-optional'; readonly step: string }
  | { readonly code: 'knot-not-ready'; readonly knot: Knot; readonly side: Side; readonly missing: readonly string[] }
  | { readonly code: 'attested-not-done'; readonly step: string }
  // Texts and their life.
  | { readonly code: 'hash-not-agreed'; readonly text: string; readonly version: string }
  | { readonly code: 'text-not-signed'; readonly text: string }
  | { readonly code: 'concept-not-accepted'; readonly concept: string }
  | { readonly code: 'notice-too-short'; readonly text: string; readonly earliest: string }
  | { readonly code: 'letter-number-used'; readonly year: number; readonly serial: number; readonly last: number }
  | { readonly code: 'nothing-to-renew'; readonly text: string }
  | { readonly code: 'renewal-not-tied'; readonly text: string }
  | { readonly code: 'notice-not-over'; readonly effective: string }
  | { readonly code: 'term-not-over'; readonly until: string }
  | { readonly code: 'nothing-to-revive' }
  // Only of acts that arrive from elsewhere: never of a decision.
  | { readonly code: 'hash-mismatch' }
  | { readonly code: 'chain-broken'; readonly previous: string }
  | { readonly code: 'strand-forked' }
  | { readonly code: 'signature-invalid' }
  | { readonly code: 'unknown-act-type'; readonly type: string }

export type DomainRefusalCode = DomainRefusal['code']
