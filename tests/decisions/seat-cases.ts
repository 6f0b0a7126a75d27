// Opening, seats, and who may speak.
import { OPENING, SEAT, blankRecord, openedRecord, seatedRecord } from '../support/record.ts'
import { INTEREST, REPORTED, REVIEW } from './bodies.ts'
import { c, type Case } from './case.ts'
import { interested } from './stories.ts'

export const SEAT_CASES: readonly Case[] = [
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
    'nothing',
    'an office opens in the name of another one',
    blankRecord,
    () => ['a', 'partnership.opened', OPENING, { office: 'somebody-else' }],
    'wrong-office',
  ),
  c(
    'a free seat',
    'an office takes it in the name of another one',
    openedRecord,
    () => ['b', 'seat.taken', SEAT, { office: 'somebody-else' }],
    'wrong-office',
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
]
