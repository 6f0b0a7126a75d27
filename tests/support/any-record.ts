// Random histories: two sides that say anything at all, in and out of turn, with few ids, so that they meet often.
import fc from 'fast-check'
import { ACT_TYPES, type ActBody, type ActType } from '../../src/domain/act/act-bodies.ts'
import type { Side } from '../../src/domain/act/act.ts'
import { blankRecord, LAW, OPENING, SCAN, SEAT, type Recorder, type Words } from './record.ts'

export interface Move {
  readonly side: Side
  readonly type: ActType
  /** Picks ids, steps, versions. */
  readonly pick: number
  readonly reported: boolean
  /** Days since the move before. */
  readonly days: number
}

export const anyMove = (types: readonly ActType[] = ACT_TYPES): fc.Arbitrary<Move> =>
  fc.record({
    side: fc.constantFrom<Side>('a', 'b'),
    type: fc.constantFrom(...types),
    pick: fc.nat(11),
    reported: fc.boolean(),
    days: fc.constantFrom(0, 0, 1, 40),
  })

/** Mostly begins as histories do, so that the rest has something to stand on. */
export const anyHistory = (types?: readonly ActType[], most = 24): fc.Arbitrary<readonly Move[]> =>
  fc
    .tuple(fc.constantFrom(0, 1, 2, 2), fc.array(anyMove(types), { maxLength: most, size: 'max' }))
    .map(([begin, moves]) => [...BEGIN.slice(0, begin), ...moves])

const BEGIN: readonly Move[] = [
  { side: 'a', type: 'partnership.opened', pick: 0, reported: false, days: 0 },
  { side: 'b', type: 'seat.taken', pick: 0, reported: false, days: 0 },
]

/** The moves of joint milestones only: many of them tie. */
export const KNOT_TYPES: readonly ActType[] = [
  'step.completed',
  'step.completed',
  'step.completed',
  'step.returned',
  'text.drafted',
  'text.agreed',
  'text.signed',
  'act.confirmed',
  'act.disputed',
  'seat.taken',
]

/** What the move says, in the record as it stands. */
export function wordsOf(record: Recorder, move: Move): readonly [Side, ActType, ActBody[ActType], Words] {
  const { side, type, reported, pick } = move
  const words: Words = reported && pick % 3 === 0 ? { basis: 'reported', evidence: [SCAN] } : {}
  return [side, type, bodyOf(record, move), words]
}

/** Says all of it, asked for or not. */
export function forced(moves: readonly Move[], each?: (record: Recorder) => void): Recorder {
  const record = blankRecord()
  let day = Date.UTC(2026, 0, 5)
  for (const move of moves) {
    day += move.days * 86_400_000
    record.later(new Date(day).toISOString().slice(0, 10))
    record.force(...wordsOf(record, move))
    each?.(record)
  }
  return record
}

/** The first that the side has not done: out of turn acts are many enough. */
function nextStep({ state: { head } }: Recorder, side: Side): string {
  const done = head.procedures[side]?.steps ?? {}
  const open = LAW[side].steps.filter(({ id }) => done[id] === undefined || done[id].status === 'returned')
  return open[0]?.id ?? LAW[side].steps[0]?.id ?? ''
}

const line = { en: 'A line' }
const STEPS = [...LAW.a.steps, ...LAW.b.steps].map(({ id }) => id)
const KINDS = ['loi', 'mou', 'renewal', 'plan'] as const

function bodyOf(record: Recorder, move: Move): ActBody[ActType] {
  const { side, pick } = move
  const today = record.today()
  const id = `thing-${pick % 3}`
  const act = record.acts[(pick * 7) % Math.max(1, record.acts.length)]?.hash ?? 'f'.repeat(64)
  const version = (kind: 'concept' | 'text' | 'delegation' | 'minutes' | 'event') => {
    const versions = record.state.object(kind, id)?.versions ?? []
    // Now and then the one before, now and then none.
    return (pick % 5 === 4 ? versions[0] : versions.at(-1))?.hash ?? 'f'.repeat(64)
  }
  const when = { from: today, to: today }
  const concept = {
    sector: 'education' as const,
    title: line,
    sides: { a: { gives: [line], gains: [] }, b: { gives: [], gains: [line] } },
  }
  const wording = {
    title: line,
    languages: ['en'],
    prevailing: 'en',
    clauses: [{ id: 'aim', heading: line, body: line }],
    term: { from: 'signing' as const, months: 1 + (pick % 3), renewal: 'by-consent' as const, notice_months: 0 },
  }
  const delegation = { title: line, from: side, mission: [line], when }
  const event = { kind: 'forum' as const, title: line, host: 'Town hall', when }
  const bodies: ActBody = {
    'partnership.opened': OPENING,
    'seat.taken': SEAT,
    'act.confirmed': { act },
    'act.disputed': { act, reason: 'No.' },
    'act.corrected': { act, body: { ...record.acts[pick % Math.max(1, record.acts.length)]?.body }, reason: 'Wrong.' },
    'interest.expressed': { interest: id, sectors: ['trade'], on: today },
    'step.started': { step: STEPS[pick % STEPS.length] ?? '' },
    'step.completed': {
      step: pick % 4 === 0 ? (STEPS[(pick * 5 + record.acts.length) % STEPS.length] ?? '') : nextStep(record, side),
    },
    'step.returned': { step: 'a.ministry', to: 'a.plan', reason: 'Again.' },
    'concept.offered': {
      concept: id,
      ...concept,
      ...(pick > 8 ? { counters: { concept: `thing-${(pick + 1) % 3}`, version: act } } : {}),
    },
    'concept.revised': { concept: id, replaces: version('concept'), ...concept },
    'concept.accepted': { concept: id, version: version('concept') },
    'concept.declined': { concept: id, version: version('concept'), reason: 'No.' },
    'concept.withdrawn': { concept: id },
    'text.drafted': { text: id, kind: KINDS[pick % 4] ?? 'loi', ...wording },
    'text.revised': { text: id, replaces: version('text'), ...wording },
    'text.agreed': { text: id, version: version('text') },
    'text.signed': { text: id, version: version('text'), on: today, place: 'Hall', signatory: { office: line } },
    'delegation.proposed': { delegation: id, ...delegation },
    'delegation.revised': { delegation: id, replaces: version('delegation'), ...delegation },
    'delegation.welcomed': { delegation: id, version: version('delegation') },
    'delegation.declined': { delegation: id, version: version('delegation'), reason: 'No.' },
    'delegation.cancelled': { delegation: id, reason: 'Rain.' },
    'delegation.reported': { delegation: id, when, summary: line },
    'minutes.drafted': { minutes: id, on: today, title: line, summary: line },
    'minutes.confirmed': { minutes: id, version: version('minutes') },
    'event.announced': { event: id, ...event },
    'event.revised': { event: id, replaces: version('event'), ...event },
    'event.reported': { event: id, when, summary: line },
    'programme.opened': { programme: id, kind: 'youth', sector: 'youth', title: line, when },
    'programme.closed': { programme: id, on: today, people: { a_to_b: pick, b_to_a: 1 } },
    'flow.recorded': {
      flow: id,
      sector: 'trade',
      measure: 'exports',
      unit: 'USD',
      from: side,
      to: side === 'a' ? 'b' : 'a',
      quantity: pick / 8,
      when,
      source: 'Customs',
    },
    'flow.withdrawn': { flow: id, reason: 'Twice.' },
    'commitment.made': { commitment: id, what: line, due: today },
    'commitment.kept': { commitment: id, on: today },
    'commitment.missed': { commitment: id, on: today, reason: 'Late.' },
    'letter.sent': { letter: id, year: 2026, serial: pick + 1, number: `${pick}`, subject: line, on: today },
    'letter.acknowledged': { letter: id, version: act, on: today },
    'review.submitted': { review: id, when, summary: line, funding: { secured: true } },
    'notice.given': { text: id, version: version('text'), on: today, effective: today },
    'partnership.renewed': { text: id, version: version('text'), on: today, until: '2030-01-01' },
    'partnership.ended': {
      on: today,
      basis: (['mutual', 'notice', 'term'] as const)[pick % 3] ?? 'mutual',
      reason: 'Over.',
    },
    'partnership.revived': { on: today, reason: 'Again.' },
  }
  return bodies[move.type]
}
