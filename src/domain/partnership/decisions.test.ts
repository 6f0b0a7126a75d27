// The decision table of the record: given what was said before, when a side says this, then it is recorded or refused.
// Every act of the closed list and every code that a decision can refuse with has at least one line; the last tests of
// this file fail where one has none.
import { describe, expect, test } from 'vitest'
import {
  blankRecord,
  openedRecord,
  OPENING,
  SCAN,
  SEAT,
  seatedRecord,
  type Recorder,
  type Words,
} from '../../../tests/support/record.ts'
import { ACT_TYPES, type ActBody, type ActType } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'
import type { DomainRefusalCode } from '../refusal.ts'
import { DECISION_CODES } from '../../../tests/support/refusal-codes.ts'

type Saying = { [T in ActType]: readonly [Side, T, ActBody[T], Words?] }[ActType]

interface Case {
  readonly given: string
  readonly when: string
  readonly record: () => Recorder
  /** The hashes that the story left behind, for acts that name them. */
  readonly says: (record: Recorder) => Saying
  readonly then: 'recorded' | DomainRefusalCode
}

const H = (record: Recorder, type: ActType, nth = 0) =>
  record.acts.filter((act) => act.type === type)[nth]?.hash ?? 'f'.repeat(64)
const NOBODY = 'f'.repeat(64)
const REPORTED: Words = { basis: 'reported', evidence: [SCAN] }

const en = (text: string) => ({ en: text })
const CONCEPT: ActBody['concept.offered'] = {
  concept: 'carving-school',
  sector: 'education',
  title: en('A school of carving'),
  sides: { a: { gives: [en('Teachers')], gains: [] }, b: { gives: [], gains: [en('Skills')] } },
}
const { concept: _, ...CONCEPT_CONTENT } = CONCEPT
const text = (kind: ActBody['text.drafted']['kind'], id: string = kind): ActBody['text.drafted'] => ({
  text: id,
  kind,
  title: en('Agreement'),
  languages: ['en'],
  prevailing: 'en',
  clauses: [{ id: 'aim', heading: en('Aim'), body: en('To work together.') }],
  ...(kind === 'mou' || kind === 'renewal'
    ? { term: { from: 'signing', months: 36, renewal: 'by-consent', notice_months: 6 } }
    : {}),
})
const content = ({ text: _t, kind: _k, ...rest }: ActBody['text.drafted']) => rest
const signature = (record: Recorder, id: string, on = record.today()) => ({
  text: id,
  version: record.state.object('text', id)?.versions.at(-1)?.hash ?? NOBODY,
  on,
  place: 'Jepara',
  signatory: { office: en('Regent') },
})
const version = (record: Recorder, id: string) => ({
  text: id,
  version: record.state.object('text', id)?.versions.at(-1)?.hash ?? NOBODY,
})
const VISIT: ActBody['delegation.proposed'] = {
  delegation: 'first-visit',
  title: en('First visit'),
  from: 'a',
  mission: [en('Build communication')],
  when: { from: '2026-03-01', to: '2026-03-04' },
}
const { delegation: _d, ...VISIT_CONTENT } = VISIT
const FAIR: ActBody['event.announced'] = {
  event: 'fair',
  kind: 'exhibition',
  title: en('Exhibition'),
  host: 'Embassy',
  when: { from: '2026-03-01', to: '2026-03-02' },
}
const { event: _e, ...FAIR_CONTENT } = FAIR
const PROGRAMME: ActBody['programme.opened'] = {
  programme: 'students',
  kind: 'students',
  sector: 'education',
  title: en('Students'),
  when: { from: '2026-02-01', to: '2026-12-01' },
}
const FLOW: ActBody['flow.recorded'] = {
  flow: 'visitors-2025',
  sector: 'tourism-culture',
  measure: 'visitors',
  unit: 'person',
  from: 'a',
  to: 'b',
  quantity: 120,
  when: { from: '2025-01-01', to: '2025-12-31' },
  source: 'Statistics office',
}
const PROMISE: ActBody['commitment.made'] = { commitment: 'teacher', what: en('Send a teacher'), due: '2026-06-01' }
const LETTER: ActBody['letter.sent'] = {
  letter: 'invitation',
  year: 2026,
  serial: 7,
  number: '7/KS/2026',
  subject: en('Invitation'),
  on: '2026-01-05',
}
const REVIEW: ActBody['review.submitted'] = {
  review: 'year-2025',
  when: { from: '2025-01-01', to: '2025-12-31' },
  summary: en('A good year.'),
}
const INTEREST: ActBody['interest.expressed'] = {
  interest: 'ambassador',
  sectors: ['tourism-culture', 'industry', 'education'],
  on: '2018-09-20',
}

/** A story that goes on from another one. */
const after =
  (begin: () => Recorder, ...more: ((record: Recorder) => Saying)[]) =>
  () => {
    const record = begin()
    for (const say of more) record.say(...(say(record) as Parameters<Recorder['say']>))
    return record
  }
const done = (side: Side, step: string) => (): Saying => [side, 'step.completed', { step }]

const offered = after(seatedRecord, () => ['a', 'concept.offered', CONCEPT])
const revised = after(offered, (r) => [
  'a',
  'concept.revised',
  { concept: CONCEPT.concept, replaces: H(r, 'concept.offered'), ...CONCEPT_CONTENT, title: en('A better school') },
])
const accepted = after(offered, (r) => [
  'b',
  'concept.accepted',
  { concept: CONCEPT.concept, version: H(r, 'concept.offered') },
])
const contacted = after(seatedRecord, done('a', 'a.consult'), done('b', 'b.contact'))
const drafted = after(contacted, () => ['a', 'text.drafted', text('loi')])
const agreed = after(
  drafted,
  (r) => ['a', 'text.agreed', version(r, 'loi')],
  (r) => ['b', 'text.agreed', version(r, 'loi')],
)
const intended = after(
  agreed,
  (r) => ['a', 'text.signed', signature(r, 'loi')],
  (r) => ['b', 'text.signed', signature(r, 'loi')],
)
const approved = after(
  intended,
  done('a', 'a.plan'),
  done('a', 'a.council'),
  done('a', 'a.ministry'),
  done('b', 'b.approval'),
  () => ['a', 'text.drafted', text('mou')],
)
const mouAgreed = after(
  approved,
  (r) => ['a', 'text.agreed', version(r, 'mou')],
  (r) => ['b', 'text.agreed', version(r, 'mou')],
)
const mouSigned = after(
  mouAgreed,
  (r) => ['a', 'text.signed', signature(r, 'mou')],
  (r) => ['b', 'text.signed', signature(r, 'mou')],
)
const underNotice = after(mouSigned, (r) => [
  'a',
  'notice.given',
  { ...version(r, 'mou'), on: '2026-01-05', effective: '2026-08-01' },
])
const renewalSigned = after(
  mouSigned,
  () => ['a', 'text.drafted', { ...text('renewal'), renews: 'mou' }],
  (r) => ['a', 'text.agreed', version(r, 'renewal')],
  (r) => ['b', 'text.agreed', version(r, 'renewal')],
  (r) => ['a', 'text.signed', signature(r, 'renewal')],
)
const ended = after(
  mouSigned,
  () => ['a', 'partnership.ended', { on: '2026-01-05', basis: 'mutual', reason: 'Both wish it.' }],
  () => ['b', 'partnership.ended', { on: '2026-01-05', basis: 'mutual', reason: 'Both wish it.' }],
)
const proposed = after(seatedRecord, () => ['a', 'delegation.proposed', VISIT])
const welcomed = after(proposed, (r) => [
  'b',
  'delegation.welcomed',
  { delegation: VISIT.delegation, version: H(r, 'delegation.proposed') },
])
const minuted = after(seatedRecord, () => [
  'a',
  'minutes.drafted',
  { minutes: 'talk', on: '2026-01-05', title: en('Talk'), summary: en('We talked.') },
])
const announced = after(seatedRecord, () => ['a', 'event.announced', FAIR])
const programme = after(seatedRecord, () => ['a', 'programme.opened', PROGRAMME])
const flowed = after(seatedRecord, () => ['a', 'flow.recorded', FLOW])
const promised = after(seatedRecord, () => ['a', 'commitment.made', PROMISE])
const written = after(seatedRecord, () => ['a', 'letter.sent', LETTER])
const interested = after(openedRecord, () => ['a', 'interest.expressed', INTEREST, REPORTED])
const reportedStep = after(
  openedRecord,
  () => ['a', 'step.completed', { step: 'b.contact' }, REPORTED],
  () => ['b', 'seat.taken', SEAT],
)
const later = (begin: () => Recorder, day: string) => () => {
  const record = begin()
  record.later(day)
  return record
}

const CASES: readonly Case[] = [
  // partnership.opened
  c('nothing', 'side a opens', blankRecord, () => ['a', 'partnership.opened', OPENING], 'recorded'),
  c('nothing', 'side b opens', blankRecord, () => ['b', 'partnership.opened', OPENING], 'not-opened'),
  c(
    'nothing',
    'somebody speaks before the opening',
    blankRecord,
    () => ['a', 'review.submitted', REVIEW],
    'not-opened',
  ),
  c(
    'an open partnership',
    'it is opened again',
    openedRecord,
    () => ['a', 'partnership.opened', OPENING],
    'already-opened',
  ),
  c(
    'nothing',
    'it is opened with a field that does not exist',
    blankRecord,
    () => ['a', 'partnership.opened', { ...OPENING, colour: 'red' } as never],
    'wrong-shape',
  ),
  // seat.taken
  c('a free seat', 'b takes it', openedRecord, () => ['b', 'seat.taken', SEAT], 'recorded'),
  c('a taken seat', 'b takes it again', seatedRecord, () => ['b', 'seat.taken', SEAT], 'seat-taken'),
  c(
    'a free seat',
    'a reports that b took it',
    openedRecord,
    () => ['a', 'seat.taken', SEAT, REPORTED],
    'cannot-be-reported',
  ),
  c('a free seat', 'b speaks without it', openedRecord, () => ['b', 'review.submitted', REVIEW], 'seat-not-taken'),
  c(
    'a taken seat',
    'another office speaks for a',
    seatedRecord,
    () => ['a', 'review.submitted', REVIEW, { office: 'somebody-else' }],
    'wrong-office',
  ),
  // interest.expressed, reported for a side without a seat
  c(
    'a free seat',
    'a reports interest of b with a document',
    openedRecord,
    () => ['a', 'interest.expressed', INTEREST, REPORTED],
    'recorded',
  ),
  c(
    'a free seat',
    'a reports it without evidence',
    openedRecord,
    () => ['a', 'interest.expressed', INTEREST, { basis: 'reported' }],
    'evidence-missing',
  ),
  c(
    'a taken seat',
    'a reports for b',
    seatedRecord,
    () => ['a', 'interest.expressed', INTEREST, REPORTED],
    'seat-taken',
  ),
  c(
    'interest',
    'the same id is used again',
    interested,
    () => ['a', 'interest.expressed', INTEREST, REPORTED],
    'id-taken',
  ),
  c(
    'a free seat',
    'interest of next year is reported',
    openedRecord,
    () => ['a', 'interest.expressed', { ...INTEREST, on: '2027-01-01' }, REPORTED],
    'date-in-future',
  ),
  c(
    'a free seat',
    'interest is kept private',
    openedRecord,
    () => ['a', 'interest.expressed', INTEREST, { scope: 'private' }],
    'shared-only',
  ),
  // act.confirmed, act.disputed, act.corrected
  c(
    'a reported interest and a seat',
    'b confirms it',
    after(interested, () => ['b', 'seat.taken', SEAT]),
    (r) => ['b', 'act.confirmed', { act: H(r, 'interest.expressed') }],
    'recorded',
  ),
  c(
    'a reported interest and a seat',
    'a confirms its own report',
    after(interested, () => ['b', 'seat.taken', SEAT]),
    (r) => ['a', 'act.confirmed', { act: H(r, 'interest.expressed') }],
    'wrong-side',
  ),
  c(
    'a confirmed interest',
    'b confirms it again',
    after(
      interested,
      () => ['b', 'seat.taken', SEAT],
      (r) => ['b', 'act.confirmed', { act: H(r, 'interest.expressed') }],
    ),
    (r) => ['b', 'act.confirmed', { act: H(r, 'interest.expressed') }],
    'already-answered',
  ),
  c(
    'a flow',
    'b disputes it',
    flowed,
    (r) => ['b', 'act.disputed', { act: H(r, 'flow.recorded'), reason: 'Our figure differs.' }],
    'recorded',
  ),
  c(
    'a seat',
    'b disputes an act that nobody knows',
    seatedRecord,
    () => ['b', 'act.disputed', { act: NOBODY, reason: 'No.' }],
    'unknown-act',
  ),
  c(
    'a flow',
    'a corrects it',
    flowed,
    (r) => [
      'a',
      'act.corrected',
      { act: H(r, 'flow.recorded'), body: { ...FLOW, quantity: 130 }, reason: 'Miscounted.' },
    ],
    'recorded',
  ),
  c(
    'a flow',
    'b corrects it',
    flowed,
    (r) => [
      'b',
      'act.corrected',
      { act: H(r, 'flow.recorded'), body: { ...FLOW, quantity: 130 }, reason: 'Miscounted.' },
    ],
    'wrong-side',
  ),
  c(
    'a flow',
    'a corrects its id',
    flowed,
    (r) => [
      'a',
      'act.corrected',
      { act: H(r, 'flow.recorded'), body: { ...FLOW, flow: 'other' }, reason: 'Miscounted.' },
    ],
    'correction-changes-id',
  ),
  c(
    'a flow',
    'a corrects it to nonsense',
    flowed,
    (r) => [
      'a',
      'act.corrected',
      { act: H(r, 'flow.recorded'), body: { ...FLOW, quantity: -1 }, reason: 'Miscounted.' },
    ],
    'wrong-shape',
  ),
  c(
    'an accepted concept',
    'b corrects its yes',
    accepted,
    (r) => ['b', 'act.corrected', { act: H(r, 'concept.accepted'), body: {}, reason: 'We meant no.' }],
    'not-correctable',
  ),
  // step.*
  c('a seat', 'a starts a step', seatedRecord, () => ['a', 'step.started', { step: 'a.consult' }], 'recorded'),
  c(
    'a seat',
    'a completes its first step',
    seatedRecord,
    () => ['a', 'step.completed', { step: 'a.consult' }],
    'recorded',
  ),
  c(
    'a seat',
    'a completes a step of nobody',
    seatedRecord,
    () => ['a', 'step.completed', { step: 'a.nothing' }],
    'unknown-step',
  ),
  c(
    'a seat',
    'a completes a step of b',
    seatedRecord,
    () => ['a', 'step.completed', { step: 'b.contact' }],
    'unknown-step',
  ),
  c(
    'a seat',
    'a completes a step out of order',
    seatedRecord,
    () => ['a', 'step.completed', { step: 'a.council' }],
    'step-blocked',
  ),
  c(
    'a seat',
    'a says the letter of intent before its consultation',
    seatedRecord,
    () => ['a', 'step.completed', { step: 'a.loi', knot: 'loi' }],
    'step-blocked',
  ),
  c(
    'both contacted',
    'a names another knot',
    contacted,
    () => ['a', 'step.completed', { step: 'a.loi', knot: 'mou' }],
    'wrong-knot',
  ),
  c(
    'a seat',
    'a leaves out a step that is not optional',
    seatedRecord,
    () => ['a', 'step.completed', { step: 'a.consult', not_applicable: true }],
    'step-not-optional',
  ),
  c(
    'a seat',
    'a vouches for a private step that was not done',
    seatedRecord,
    () => ['a', 'step.completed', { step: 'a.plan', attests: ['a.consult'] }],
    'attested-not-done',
  ),
  c(
    'the approval',
    'the ministry sends the plan back',
    approved,
    () => ['a', 'step.returned', { step: 'a.ministry', to: 'a.plan', reason: 'No budget.' }],
    'recorded',
  ),
  c(
    'the approval',
    'a step goes back to a later one',
    approved,
    () => ['a', 'step.returned', { step: 'a.plan', to: 'a.ministry', reason: 'No.' }],
    'not-a-return',
  ),
  // concept.*
  c('a seat', 'a offers a concept', seatedRecord, () => ['a', 'concept.offered', CONCEPT], 'recorded'),
  c(
    'a concept',
    'b answers with another one',
    offered,
    (r) => [
      'b',
      'concept.offered',
      { ...CONCEPT, concept: 'other-school', counters: { concept: CONCEPT.concept, version: H(r, 'concept.offered') } },
    ],
    'recorded',
  ),
  c(
    'a concept',
    'a rewords it',
    offered,
    (r) => [
      'a',
      'concept.revised',
      { concept: CONCEPT.concept, replaces: H(r, 'concept.offered'), ...CONCEPT_CONTENT },
    ],
    'recorded',
  ),
  c(
    'a concept',
    'b rewords what is not its own',
    offered,
    (r) => [
      'b',
      'concept.revised',
      { concept: CONCEPT.concept, replaces: H(r, 'concept.offered'), ...CONCEPT_CONTENT },
    ],
    'wrong-side',
  ),
  c(
    'a concept',
    'b accepts',
    offered,
    (r) => ['b', 'concept.accepted', { concept: CONCEPT.concept, version: H(r, 'concept.offered') }],
    'recorded',
  ),
  c(
    'a concept',
    'a accepts its own',
    offered,
    (r) => ['a', 'concept.accepted', { concept: CONCEPT.concept, version: H(r, 'concept.offered') }],
    'wrong-side',
  ),
  c(
    'a reworded concept',
    'b accepts the version before',
    revised,
    (r) => ['b', 'concept.accepted', { concept: CONCEPT.concept, version: H(r, 'concept.offered') }],
    'superseded-version',
  ),
  c(
    'a concept',
    'b accepts a version that never was',
    offered,
    () => ['b', 'concept.accepted', { concept: CONCEPT.concept, version: NOBODY }],
    'unknown-version',
  ),
  c(
    'a seat',
    'b accepts a concept that is not there',
    seatedRecord,
    () => ['b', 'concept.accepted', { concept: 'none', version: NOBODY }],
    'unknown-object',
  ),
  c(
    'a concept',
    'b declines',
    offered,
    (r) => [
      'b',
      'concept.declined',
      { concept: CONCEPT.concept, version: H(r, 'concept.offered'), reason: 'No budget.' },
    ],
    'recorded',
  ),
  c(
    'an accepted concept',
    'b declines after all',
    accepted,
    (r) => [
      'b',
      'concept.declined',
      { concept: CONCEPT.concept, version: H(r, 'concept.offered'), reason: 'No budget.' },
    ],
    'already-decided',
  ),
  c('a concept', 'a withdraws it', offered, () => ['a', 'concept.withdrawn', { concept: CONCEPT.concept }], 'recorded'),
  // text.*
  c('a seat', 'a drafts a letter of intent', seatedRecord, () => ['a', 'text.drafted', text('loi')], 'recorded'),
  c(
    'a concept that nobody accepted',
    'a drafts a text on it',
    offered,
    () => ['a', 'text.drafted', { ...text('plan'), concepts: [CONCEPT.concept] }],
    'concept-not-accepted',
  ),
  c(
    'a draft',
    'a rewords it',
    drafted,
    (r) => ['a', 'text.revised', { ...content(text('loi')), text: 'loi', replaces: H(r, 'text.drafted') }],
    'recorded',
  ),
  c('a draft', 'b agrees', drafted, (r) => ['b', 'text.agreed', version(r, 'loi')], 'recorded'),
  c(
    'a draft that a agreed to',
    'a signs before b agreed',
    after(drafted, (r) => ['a', 'text.agreed', version(r, 'loi')]),
    (r) => ['a', 'text.signed', signature(r, 'loi')],
    'hash-not-agreed',
  ),
  c('an agreed text', 'a signs', agreed, (r) => ['a', 'text.signed', signature(r, 'loi')], 'recorded'),
  c(
    'an agreed text',
    'a signs another hash',
    agreed,
    (r) => ['a', 'text.signed', { ...signature(r, 'loi'), version: NOBODY }],
    'unknown-version',
  ),
  c(
    'an agreed text and b not ready',
    'a signs',
    after(
      seatedRecord,
      done('a', 'a.consult'),
      () => ['a', 'text.drafted', text('loi')],
      (r) => ['a', 'text.agreed', version(r, 'loi')],
      (r) => ['b', 'text.agreed', version(r, 'loi')],
    ),
    (r) => ['a', 'text.signed', signature(r, 'loi')],
    'knot-not-ready',
  ),
  // notice.given and the life of the agreement
  c(
    'a signed agreement',
    'a gives notice in time',
    mouSigned,
    (r) => ['a', 'notice.given', { ...version(r, 'mou'), on: '2026-01-05', effective: '2026-08-01' }],
    'recorded',
  ),
  c(
    'a signed agreement',
    'a gives notice too late',
    mouSigned,
    (r) => ['a', 'notice.given', { ...version(r, 'mou'), on: '2026-01-05', effective: '2026-03-01' }],
    'notice-too-short',
  ),
  c(
    'an agreed text that nobody signed',
    'a gives notice',
    mouAgreed,
    (r) => ['a', 'notice.given', { ...version(r, 'mou'), on: '2026-01-05', effective: '2026-08-01' }],
    'text-not-signed',
  ),
  c(
    'a renewal that both signed',
    'a says that it goes on',
    after(renewalSigned, (r) => ['b', 'text.signed', signature(r, 'renewal')]),
    (r) => [
      'a',
      'partnership.renewed',
      {
        text: r.state.head.in_force?.text ?? '',
        version: r.state.head.in_force?.version ?? NOBODY,
        on: '2026-01-05',
        until: '2035-01-01',
      },
    ],
    'recorded',
  ),
  c(
    'a renewal that only a signed',
    'a says that it goes on',
    renewalSigned,
    (r) => ['a', 'partnership.renewed', { ...version(r, 'mou'), on: '2026-01-05', until: '2032-01-01' }],
    'renewal-not-tied',
  ),
  c(
    'no agreement',
    'a renews',
    seatedRecord,
    () => ['a', 'partnership.renewed', { text: 'mou', version: NOBODY, on: '2026-01-05', until: '2032-01-01' }],
    'nothing-to-renew',
  ),
  c(
    'a signed agreement',
    'a ends it by mutual consent',
    mouSigned,
    () => ['a', 'partnership.ended', { on: '2026-01-05', basis: 'mutual', reason: 'Both wish it.' }],
    'recorded',
  ),
  c(
    'a notice',
    'a ends before it is over',
    underNotice,
    () => ['a', 'partnership.ended', { on: '2026-01-05', basis: 'notice', reason: 'Notice.' }],
    'notice-not-over',
  ),
  c(
    'a notice',
    'a ends after it is over',
    later(underNotice, '2026-08-01'),
    () => ['a', 'partnership.ended', { on: '2026-08-01', basis: 'notice', reason: 'Notice.' }],
    'recorded',
  ),
  c(
    'a running term',
    'a ends at its end',
    mouSigned,
    () => ['a', 'partnership.ended', { on: '2026-01-05', basis: 'term', reason: 'Over.' }],
    'term-not-over',
  ),
  c('an ended partnership', 'a offers a concept', ended, () => ['a', 'concept.offered', CONCEPT], 'partnership-ended'),
  c(
    'an ended partnership',
    'b revives it',
    ended,
    () => ['b', 'partnership.revived', { on: '2026-01-05', reason: 'New council.' }],
    'recorded',
  ),
  c(
    'a running partnership',
    'a revives it',
    mouSigned,
    () => ['a', 'partnership.revived', { on: '2026-01-05', reason: 'New council.' }],
    'nothing-to-revive',
  ),
  // delegations, minutes, events
  c('a seat', 'a proposes a visit', seatedRecord, () => ['a', 'delegation.proposed', VISIT], 'recorded'),
  c(
    'a proposed visit',
    'a changes it',
    proposed,
    (r) => [
      'a',
      'delegation.revised',
      { delegation: VISIT.delegation, replaces: H(r, 'delegation.proposed'), ...VISIT_CONTENT },
    ],
    'recorded',
  ),
  c(
    'a proposed visit',
    'b welcomes it',
    proposed,
    (r) => ['b', 'delegation.welcomed', { delegation: VISIT.delegation, version: H(r, 'delegation.proposed') }],
    'recorded',
  ),
  c(
    'a proposed visit',
    'b declines it',
    proposed,
    (r) => [
      'b',
      'delegation.declined',
      { delegation: VISIT.delegation, version: H(r, 'delegation.proposed'), reason: 'Elections.' },
    ],
    'recorded',
  ),
  c(
    'a welcomed visit',
    'a cancels it',
    welcomed,
    () => ['a', 'delegation.cancelled', { delegation: VISIT.delegation, reason: 'Flood.' }],
    'recorded',
  ),
  c(
    'a visit that is over',
    'a reports it',
    later(welcomed, '2026-03-10'),
    () => ['a', 'delegation.reported', { delegation: VISIT.delegation, when: VISIT.when, summary: en('Went well.') }],
    'recorded',
  ),
  c(
    'a visit to come',
    'a reports it already',
    welcomed,
    () => ['a', 'delegation.reported', { delegation: VISIT.delegation, when: VISIT.when, summary: en('Went well.') }],
    'date-in-future',
  ),
  c(
    'a seat',
    'a drafts minutes',
    seatedRecord,
    () => ['a', 'minutes.drafted', { minutes: 'talk', on: '2026-01-05', title: en('Talk'), summary: en('We talked.') }],
    'recorded',
  ),
  c(
    'minutes',
    'b confirms them',
    minuted,
    (r) => ['b', 'minutes.confirmed', { minutes: 'talk', version: H(r, 'minutes.drafted') }],
    'recorded',
  ),
  c('a seat', 'a announces an exhibition', seatedRecord, () => ['a', 'event.announced', FAIR], 'recorded'),
  c(
    'an exhibition',
    'a changes it',
    announced,
    (r) => ['a', 'event.revised', { event: FAIR.event, replaces: H(r, 'event.announced'), ...FAIR_CONTENT }],
    'recorded',
  ),
  c(
    'an exhibition that is over',
    'a reports it',
    later(announced, '2026-03-10'),
    () => ['a', 'event.reported', { event: FAIR.event, when: FAIR.when, visitors: 400, summary: en('Full house.') }],
    'recorded',
  ),
  // exchange
  c('a seat', 'a opens a programme', seatedRecord, () => ['a', 'programme.opened', PROGRAMME], 'recorded'),
  c(
    'a programme',
    'a closes it',
    programme,
    () => [
      'a',
      'programme.closed',
      { programme: PROGRAMME.programme, on: '2026-01-05', people: { a_to_b: 3, b_to_a: 4 } },
    ],
    'recorded',
  ),
  c('a seat', 'a records a flow', seatedRecord, () => ['a', 'flow.recorded', FLOW], 'recorded'),
  c(
    'a flow',
    'a withdraws it',
    flowed,
    () => ['a', 'flow.withdrawn', { flow: FLOW.flow, reason: 'Counted twice.' }],
    'recorded',
  ),
  c('a seat', 'a submits a review', seatedRecord, () => ['a', 'review.submitted', REVIEW], 'recorded'),
  // commitments and letters
  c('a seat', 'a promises', seatedRecord, () => ['a', 'commitment.made', PROMISE], 'recorded'),
  c(
    'a promise',
    'a keeps it',
    promised,
    () => ['a', 'commitment.kept', { commitment: PROMISE.commitment, on: '2026-01-05' }],
    'recorded',
  ),
  c(
    'a promise',
    'b says that it was kept',
    promised,
    () => ['b', 'commitment.kept', { commitment: PROMISE.commitment, on: '2026-01-05' }],
    'wrong-side',
  ),
  c(
    'a promise',
    'a says that it missed it',
    promised,
    () => ['a', 'commitment.missed', { commitment: PROMISE.commitment, on: '2026-01-05', reason: 'No teacher.' }],
    'recorded',
  ),
  c('a seat', 'a sends a letter', seatedRecord, () => ['a', 'letter.sent', LETTER], 'recorded'),
  c(
    'a letter',
    'the next one has the same number',
    written,
    () => ['a', 'letter.sent', { ...LETTER, letter: 'second' }],
    'letter-number-used',
  ),
  c(
    'a letter',
    'b acknowledges it',
    written,
    (r) => ['b', 'letter.acknowledged', { letter: LETTER.letter, version: H(r, 'letter.sent'), on: '2026-01-05' }],
    'recorded',
  ),
  // void acts
  c(
    'an act that did not count',
    'b confirms it',
    voided,
    (r) => ['b', 'act.confirmed', { act: H(r, 'concept.accepted') }],
    'act-void',
  ),
  c(
    'a reported step and a seat',
    'b goes on from it without confirming it',
    reportedStep,
    () => ['b', 'step.completed', { step: 'b.approval' }],
    'step-blocked',
  ),
  c(
    'a reported step that b confirmed',
    'b goes on from it',
    after(reportedStep, (r) => ['b', 'act.confirmed', { act: H(r, 'step.completed') }]),
    () => ['b', 'step.completed', { step: 'b.approval' }],
    'recorded',
  ),
]

/** A line of the table. */
function c(
  given: string,
  when: string,
  record: () => Recorder,
  says: (record: Recorder) => Saying,
  then: Case['then'],
): Case {
  return { given, when, record, says, then }
}

/** a accepted its own concept in a copy that somebody altered; the fold holds the act and does not count it. */
function voided(): Recorder {
  const record = offered()
  record.force('a', 'concept.accepted', { concept: CONCEPT.concept, version: H(record, 'concept.offered') })
  return record
}

describe('decisions', () => {
  test.each(CASES)('given $given, when $when, then it is $then', ({ record, says, then }) => {
    const now = record()
    const outcome = now.try(...(says(now) as Parameters<Recorder['try']>))
    expect(outcome.ok ? 'recorded' : outcome.refusal.code).toBe(then)
  })

  test.each(CASES.filter(({ then }) => then === 'recorded'))(
    'given $given, when $when, then the fold does not find it void',
    ({ record, says }) => {
      const now = record()
      const voids = now.state.head.voids
      now.say(...(says(now) as Parameters<Recorder['say']>))
      expect(now.state.head.voids).toBe(voids)
    },
  )
})

describe('the table is complete', () => {
  test.each(ACT_TYPES)('%s is recorded in some case', (type) => {
    const types = CASES.filter(({ then }) => then === 'recorded').map(({ record, says }) => says(record())[1])
    expect(types).toContain(type)
  })

  test.each(DECISION_CODES)('%s is refused in some case', (code) => {
    expect(CASES.map(({ then }) => then)).toContain(code)
  })
})
