// The stories of the decision table: what was said before.
import type { Side } from '../../src/domain/act/act.ts'
import { SEAT, openedRecord, seatedRecord, type Recorder } from '../support/record.ts'
import {
  CONCEPT,
  CONCEPT_CONTENT,
  FAIR,
  FLOW,
  H,
  INTEREST,
  LETTER,
  PROGRAMME,
  PROMISE,
  REPORTED,
  VISIT,
  en,
  signature,
  text,
  version,
} from './bodies.ts'
import type { Saying } from './case.ts'

/** A story that goes on from another one. */
export const after =
  (begin: () => Recorder, ...more: ((record: Recorder) => Saying)[]) =>
  () => {
    const record = begin()
    for (const say of more) record.say(...(say(record) as Parameters<Recorder['say']>))
    return record
  }
export const done = (side: Side, step: string) => (): Saying => [side, 'step.completed', { step }]

export const offered = after(seatedRecord, () => ['a', 'concept.offered', CONCEPT])
export const revised = after(offered, (r) => [
  'a',
  'concept.revised',
  { concept: CONCEPT.concept, replaces: H(r, 'concept.offered'), ...CONCEPT_CONTENT, title: en('A better school') },
])
export const accepted = after(offered, (r) => [
  'b',
  'concept.accepted',
  { concept: CONCEPT.concept, version: H(r, 'concept.offered') },
])
export const contacted = after(seatedRecord, done('a', 'a.consult'), done('b', 'b.contact'))
export const drafted = after(contacted, () => ['a', 'text.drafted', text('loi')])
export const agreed = after(
  drafted,
  (r) => ['a', 'text.agreed', version(r, 'loi')],
  (r) => ['b', 'text.agreed', version(r, 'loi')],
)
export const intended = after(
  agreed,
  (r) => ['a', 'text.signed', signature(r, 'loi')],
  (r) => ['b', 'text.signed', signature(r, 'loi')],
)
export const approved = after(
  intended,
  done('a', 'a.plan'),
  done('a', 'a.council'),
  done('a', 'a.ministry'),
  done('b', 'b.approval'),
  () => ['a', 'text.drafted', text('mou')],
)
export const mouAgreed = after(
  approved,
  (r) => ['a', 'text.agreed', version(r, 'mou')],
  (r) => ['b', 'text.agreed', version(r, 'mou')],
)
export const mouSigned = after(
  mouAgreed,
  (r) => ['a', 'text.signed', signature(r, 'mou')],
  (r) => ['b', 'text.signed', signature(r, 'mou')],
)
export const underNotice = after(mouSigned, (r) => [
  'a',
  'notice.given',
  { ...version(r, 'mou'), on: '2026-01-05', effective: '2026-08-01' },
])
export const renewalSigned = after(
  mouSigned,
  () => ['a', 'text.drafted', { ...text('renewal'), renews: 'mou' }],
  (r) => ['a', 'text.agreed', version(r, 'renewal')],
  (r) => ['b', 'text.agreed', version(r, 'renewal')],
  (r) => ['a', 'text.signed', signature(r, 'renewal')],
)
export const ended = after(
  mouSigned,
  () => ['a', 'partnership.ended', { on: '2026-01-05', basis: 'mutual', reason: 'Both wish it.' }],
  () => ['b', 'partnership.ended', { on: '2026-01-05', basis: 'mutual', reason: 'Both wish it.' }],
)
export const proposed = after(seatedRecord, () => ['a', 'delegation.proposed', VISIT])
export const welcomed = after(proposed, (r) => [
  'b',
  'delegation.welcomed',
  { delegation: VISIT.delegation, version: H(r, 'delegation.proposed') },
])
export const minuted = after(seatedRecord, () => [
  'a',
  'minutes.drafted',
  { minutes: 'talk', on: '2026-01-05', title: en('Talk'), summary: en('We talked.') },
])
export const announced = after(seatedRecord, () => ['a', 'event.announced', FAIR])
export const programme = after(seatedRecord, () => ['a', 'programme.opened', PROGRAMME])
export const flowed = after(seatedRecord, () => ['a', 'flow.recorded', FLOW])
export const promised = after(seatedRecord, () => ['a', 'commitment.made', PROMISE])
export const written = after(seatedRecord, () => ['a', 'letter.sent', LETTER])
export const interested = after(openedRecord, () => ['a', 'interest.expressed', INTEREST, REPORTED])
export const reportedStep = after(
  openedRecord,
  () => ['a', 'step.completed', { step: 'b.contact' }, REPORTED],
  () => ['b', 'seat.taken', SEAT],
)
export const later = (begin: () => Recorder, day: string) => () => {
  const record = begin()
  record.later(day)
  return record
}

/** a accepted its own concept in a copy that somebody altered; the fold holds the act and does not count it. */
export function voided(): Recorder {
  const record = offered()
  record.force('a', 'concept.accepted', { concept: CONCEPT.concept, version: H(record, 'concept.offered') })
  return record
}
