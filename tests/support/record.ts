// Writes acts as two offices would: decided by the domain, sealed with real hashes, folded at once. For tests.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { ActBody, ActType } from '../../src/domain/act/act-bodies.ts'
import {
  NO_HASH,
  type AnyAct,
  type AnyIntent,
  type Basis,
  type BlobRef,
  type Scope,
  type Side,
} from '../../src/domain/act/act.ts'
import { decide } from '../../src/domain/partnership/decide.ts'
import { evolve } from '../../src/domain/partnership/evolve.ts'
import { growingState, type GrowingState } from '../../src/domain/partnership/memory-state.ts'
import type { DomainRefusal } from '../../src/domain/refusal.ts'

export const PARTNERSHIP = '0192f0c1-0000-7000-8000-000000000001'
export const SCAN: BlobRef = { sha256: 'e'.repeat(64), media_type: 'application/pdf', title: 'Scan of a letter' }

export interface Words {
  readonly basis?: Basis
  readonly evidence?: readonly BlobRef[]
  readonly scope?: Scope
  /** The day on which it is recorded; the day of the record where absent. */
  readonly today?: string
  readonly office?: string
}

export type Outcome =
  | { readonly ok: true; readonly act: AnyAct }
  | { readonly ok: false; readonly refusal: DomainRefusal }

export interface Recorder {
  readonly acts: readonly AnyAct[]
  readonly state: GrowingState
  /** The day of the record; moves on by `later`. */
  today(): string
  later(day: string): void
  /** What would happen if the side said this now. */
  try<T extends ActType>(side: Side, type: T, body: ActBody[T], words?: Words): Outcome
  /** Says it; throws where it is refused. Returns the hash of the act. */
  say<T extends ActType>(side: Side, type: T, body: ActBody[T], words?: Words): string
  /** Puts it into the record without asking, as a copy from elsewhere might hold it. Returns the hash of the act. */
  force<T extends ActType>(side: Side, type: T, body: ActBody[T], words?: Words): string
}

export const OFFICES = { a: 'office-a', b: 'office-b' } as const

/** A record that holds nothing yet. */
export function blankRecord(from = '2026-01-05'): Recorder {
  const acts: AnyAct[] = []
  const state = growingState(PARTNERSHIP)
  let today = from
  const at = (words: Words) => `${words.today ?? today}T03:00:00.000Z`
  const attempt: Recorder['try'] = (side, type, body, words = {}) => {
    const intent = intentOf(side, type, body, words)
    const decision = decide(state, intent, { today: words.today ?? today, at: at(words) })
    return decision.ok ? { ok: true, act: sealed(intent, at(words), acts, state.head.clock) } : decision
  }
  const take = (act: AnyAct) => {
    acts.push(act)
    state.take(act, evolve(state, act))
    return act.hash
  }
  return {
    acts,
    state,
    today: () => today,
    later: (day) => {
      today = day
    },
    try: attempt,
    say(side, type, body, words) {
      const outcome = attempt(side, type, body, words)
      if (!outcome.ok) throw new Error(`${type} was refused: ${JSON.stringify(outcome.refusal)}`)
      return take(outcome.act)
    },
    force: (side, type, body, words = {}) =>
      take(sealed(intentOf(side, type, body, words), at(words), acts, state.head.clock)),
  }
}

function intentOf(side: Side, type: ActType, body: unknown, words: Words): AnyIntent {
  const { basis = 'stated', evidence = [], scope = 'shared', office = OFFICES[side] } = words
  return { side, scope, type, body, by: { office, role: 'officer' }, basis, evidence } as unknown as AnyIntent
}

/** Takes its place in the strand of its side. */
export function sealed(intent: AnyIntent, at: string, acts: readonly AnyAct[], clock: number): AnyAct {
  const own = acts.filter(({ side, scope }) => side === intent.side && scope === intent.scope)
  return rehash({
    ...intent,
    partnership: PARTNERSHIP,
    seq: own.length + 1,
    clock: clock + 1,
    version: 1,
    at,
    previous: own.at(-1)?.hash ?? NO_HASH,
    hash: '',
  } as unknown as AnyAct)
}

/** The same act with the hash that its content has. */
export function rehash(act: AnyAct): AnyAct {
  const { hash: _, signature: __, ...content } = act
  return {
    ...act,
    hash: createHash('sha256')
      .update(canonicalize(content) ?? '')
      .digest('hex'),
  } as AnyAct
}

type Outline = ActBody['seat.taken']['party']['procedure']

/** Two short procedures: a needs a council before the agreement, b an approval. */
export const LAW: { readonly a: Outline; readonly b: Outline } = {
  a: {
    pack: 'test-a',
    version: '1',
    steps: [
      { id: 'a.consult', needs: [] },
      { id: 'a.loi', needs: ['a.consult'], knot: 'loi' },
      { id: 'a.plan', needs: ['a.loi'] },
      { id: 'a.council', needs: ['a.plan'] },
      { id: 'a.ministry', needs: ['a.council'], returns: ['a.plan'] },
      { id: 'a.powers', needs: ['a.ministry'], optional: true },
      { id: 'a.text', needs: ['a.ministry'], knot: 'text' },
      { id: 'a.mou', needs: ['a.text'], knot: 'mou' },
      { id: 'a.report', needs: ['a.mou'], recurring: true },
      { id: 'a.renewal', needs: ['a.mou'], knot: 'renewal', recurring: true },
    ],
  },
  b: {
    pack: 'test-b',
    version: '1',
    steps: [
      { id: 'b.contact', needs: [] },
      { id: 'b.approval', needs: ['b.contact'] },
      { id: 'b.loi', needs: ['b.contact'], knot: 'loi' },
      { id: 'b.mou', needs: ['b.approval'], knot: 'mou' },
      { id: 'b.renewal', needs: ['b.mou'], knot: 'renewal', recurring: true },
    ],
  },
}

export const OPENING: ActBody['partnership.opened'] = {
  form: 'sister-city',
  office: { id: OFFICES.a, name: { en: 'Cooperation section of side a' } },
  sides: {
    a: { place: 'ID.07.3320', name: { en: 'Jepara' }, country: 'ID', procedure: LAW.a },
    b: { name: { en: 'Candidate' }, country: 'KH', candidate: true, procedure: LAW.b },
  },
}

export const SEAT: ActBody['seat.taken'] = {
  office: { id: OFFICES.b, name: { en: 'Office of side b' } },
  party: { name: { en: 'Partner' }, country: 'KH', procedure: LAW.b },
}

/** Opened by a; b has no seat. */
export function openedRecord(): Recorder {
  const record = blankRecord()
  record.say('a', 'partnership.opened', OPENING)
  return record
}

/** Both sides have their seat. */
export function seatedRecord(): Recorder {
  const record = openedRecord()
  record.say('b', 'seat.taken', SEAT)
  return record
}
