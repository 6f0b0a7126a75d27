// The codes of the record's refusals as values. The types make a new code fail here until it has its place.
import type { DomainRefusalCode } from '../../src/domain/refusal.ts'

type ArrivalCode = 'hash-mismatch' | 'chain-broken' | 'strand-forked' | 'signature-invalid' | 'unknown-act-type'

const DECIDED: Record<Exclude<DomainRefusalCode, ArrivalCode>, true> = {
  'wrong-shape': true,
  'not-opened': true,
  'already-opened': true,
  'seat-taken': true,
  'seat-not-taken': true,
  'wrong-office': true,
  'evidence-missing': true,
  'cannot-be-reported': true,
  'shared-only': true,
  'date-in-future': true,
  'partnership-ended': true,
  'id-taken': true,
  'unknown-object': true,
  'wrong-side': true,
  'superseded-version': true,
  'unknown-version': true,
  'already-decided': true,
  'unknown-act': true,
  'act-void': true,
  'already-answered': true,
  'not-correctable': true,
  'correction-changes-id': true,
  'unknown-step': true,
  'step-blocked': true,
  'not-a-return': true,
  'wrong-knot': true,
  'step-not-optional': true,
  'knot-not-ready': true,
  'attested-not-done': true,
  'hash-not-agreed': true,
  'text-not-signed': true,
  'concept-not-accepted': true,
  'notice-too-short': true,
  'letter-number-used': true,
  'nothing-to-renew': true,
  'renewal-not-tied': true,
  'notice-not-over': true,
  'term-not-over': true,
  'nothing-to-revive': true,
}

const ARRIVED: Record<ArrivalCode, true> = {
  'hash-mismatch': true,
  'chain-broken': true,
  'strand-forked': true,
  'signature-invalid': true,
  'unknown-act-type': true,
}

/** A decision can refuse with these. */
export const DECISION_CODES = Object.keys(DECIDED) as readonly DomainRefusalCode[]
/** Only found in acts that arrive from elsewhere. */
export const ARRIVAL_CODES = Object.keys(ARRIVED) as readonly ArrivalCode[]
