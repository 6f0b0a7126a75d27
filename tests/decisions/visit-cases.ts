// Delegations, minutes, events.
import { seatedRecord } from '../support/record.ts'
import { FAIR, FAIR_CONTENT, H, VISIT, VISIT_CONTENT, en } from './bodies.ts'
import { c, type Case } from './case.ts'
import { announced, later, minuted, proposed, welcomed } from './stories.ts'

export const VISIT_CASES: readonly Case[] = [
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
]
