// Programmes, flows, reviews, commitments, letters.
import { seatedRecord } from '../support/record.ts'
import { FLOW, H, LETTER, PROGRAMME, PROMISE, REVIEW } from './bodies.ts'
import { c, type Case } from './case.ts'
import { flowed, programme, promised, written } from './stories.ts'

export const EXCHANGE_CASES: readonly Case[] = [
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
]
