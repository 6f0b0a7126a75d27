// Acts about acts.
import { SEAT, seatedRecord } from '../support/record.ts'
import { FLOW, H, NOBODY } from './bodies.ts'
import { c, type Case } from './case.ts'
import { accepted, after, flowed, interested, reportedStep, voided } from './stories.ts'

export const ANSWER_CASES: readonly Case[] = [
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
