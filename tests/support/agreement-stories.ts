// Stories of two sides on the way to an agreement, told up to the moment that a test looks at.
import type { ActBody, ActType } from '../../src/domain/act/act-bodies.ts'
import type { Side } from '../../src/domain/act/act.ts'
import type { DomainRefusal } from '../../src/domain/refusal.ts'
import { blankRecord, LAW, OPENING, SCAN, SEAT, type Recorder, type Words } from './record.ts'

export type Saying = { [T in ActType]: readonly [Side, T, ActBody[T], Words?] }[ActType]
/** What a side says next; it may name the hashes that the record holds by now. */
export type Says = (record: Recorder) => Saying
export type Story = () => Recorder
export type Term = NonNullable<ActBody['text.drafted']['term']>

export const REPORTED: Words = { basis: 'reported', evidence: [SCAN] }
export const NO_ACT = 'f'.repeat(64)

/** The story goes on; throws where something is refused. */
export const after =
  (begin: Story, ...says: readonly Says[]): Story =>
  () => {
    const record = begin()
    for (const say of says) record.say(...(say(record) as Parameters<Recorder['say']>))
    return record
  }

/** Time passes. */
export const later =
  (begin: Story, day: string): Story =>
  () => {
    const record = begin()
    record.later(day)
    return record
  }

/** Why this cannot be said now; undefined where it can. */
export function refusalOf(record: Recorder, says: Says): DomainRefusal | undefined {
  const outcome = record.try(...(says(record) as Parameters<Recorder['try']>))
  return outcome.ok ? undefined : outcome.refusal
}

/** The hash of the newest wording. */
export const wording = (record: Recorder, kind: 'text' | 'concept', id: string): string =>
  record.state.object(kind, id)?.versions.at(-1)?.hash ?? NO_ACT

export const inEnglish = (text: string) => ({ en: text })

export const CLAUSES = {
  title: inEnglish('Agreement'),
  languages: ['en'],
  prevailing: 'en',
  clauses: [{ id: 'aim', heading: inEnglish('Aim'), body: inEnglish('To work together.') }],
}

export const done =
  (side: Side, step: string): Says =>
  () => [side, 'step.completed', { step }]

export const drafts =
  (side: Side, kind: ActBody['text.drafted']['kind'], more: Partial<ActBody['text.drafted']> = {}): Says =>
  () => [side, 'text.drafted', { text: kind, kind, ...CLAUSES, ...more }]

export const agrees =
  (side: Side, text: string, words: Words = {}): Says =>
  (record) => [side, 'text.agreed', { text, version: wording(record, 'text', text) }, words]

export const signs =
  (side: Side, text: string, on?: string, words: Words = {}): Says =>
  (record) => [
    side,
    'text.signed',
    {
      text,
      version: wording(record, 'text', text),
      on: on ?? record.today(),
      place: 'Town hall',
      signatory: { office: inEnglish('Head of the locality') },
    },
    words,
  ]

const bothAgree = (text: string) => [agrees('a', text), agrees('b', text)]
export const bothSign = (text: string) => [signs('a', text), signs('b', text)]

/** Both have talked; nothing stands before the letter of intent. */
export const contacted = after(renewableRecord, done('a', 'a.consult'), done('b', 'b.contact'))
export const loiAgreed = after(contacted, drafts('a', 'loi'), ...bothAgree('loi'))
/** The letter of intent is signed and all that side a needs before the text is done. */
export const cleared = after(
  loiAgreed,
  ...bothSign('loi'),
  done('a', 'a.plan'),
  done('a', 'a.council'),
  done('a', 'a.ministry'),
)

export const TERM: Term = { from: 'signing', months: 36, renewal: 'by-consent', notice_months: 6 }

export const mouDrafted = (term: Term | undefined = TERM): Story =>
  after(cleared, drafts('a', 'mou', term === undefined ? {} : { term }))
export const mouAgreed = (term: Term | undefined = TERM): Story => after(mouDrafted(term), ...bothAgree('mou'))
/** Signed by both on 2026-01-05. */
export const mouSigned = (changes: Partial<Term> = {}): Story =>
  after(mouAgreed({ ...TERM, ...changes }), done('b', 'b.approval'), ...bothSign('mou'))
export const unlimited: Story = after(
  cleared,
  drafts('a', 'mou'),
  ...bothAgree('mou'),
  done('b', 'b.approval'),
  ...bothSign('mou'),
)

export const renewalAgreed: Story = after(
  mouSigned(),
  drafts('b', 'renewal', { renews: 'mou', term: TERM }),
  ...bothAgree('renewal'),
)

/** Side b, too, has a step for the renewal in its law. */
export function renewableRecord(): Recorder {
  const steps = [
    ...LAW.b.steps,
    { id: 'b.renewal', needs: ['b.mou'], knot: 'renewal' as const, recurring: true as const },
  ]
  const record = blankRecord()
  record.say('a', 'partnership.opened', OPENING)
  record.say('b', 'seat.taken', { ...SEAT, party: { ...SEAT.party, procedure: { ...LAW.b, steps } } })
  return record
}

/** Side b has no seat, and side a has told of it all that stands before the letter of intent. */
export const unseated: Story = after(
  () => {
    const record = blankRecord()
    record.say('a', 'partnership.opened', OPENING)
    return record
  },
  done('a', 'a.consult'),
  () => ['a', 'step.completed', { step: 'b.contact' }, REPORTED],
)
export const takesSeat: Says = () => ['b', 'seat.taken', SEAT]
