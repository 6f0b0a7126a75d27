// Steps of a procedure.
import { seatedRecord } from '../support/record.ts'
import { c, type Case } from './case.ts'
import { approved, contacted } from './stories.ts'

export const STEP_CASES: readonly Case[] = [
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
]
