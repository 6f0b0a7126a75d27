import { describe, expect, test } from 'vitest'
import {
  after,
  inEnglish,
  NO_ACT,
  refusalOf,
  REPORTED,
  takesSeat,
  unseated,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord, type Words } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const LETTER: ActBody['letter.sent'] = {
  letter: 'invitation',
  year: 2026,
  serial: 7,
  number: '7/KS/2026',
  subject: inEnglish('Invitation'),
  on: '2026-01-05',
}
const sends =
  (side: Side, changes: Partial<typeof LETTER> = {}): Says =>
  () => [side, 'letter.sent', { ...LETTER, ...changes }]
const sentAct = ({ acts }: ReturnType<Story>) => acts.find(({ type }) => type === 'letter.sent')?.hash ?? NO_ACT
const acknowledges =
  (side: Side, version = sentAct, words: Words = {}): Says =>
  (record) => [side, 'letter.acknowledged', { letter: 'invitation', version: version(record), on: '2026-01-05' }, words]
const corrects =
  (body: typeof LETTER): Says =>
  (record) => ['a', 'act.corrected', { act: sentAct(record), body, reason: 'A slip.' }]

const sent = after(seatedRecord, sends('a'))
const acknowledged = after(sent, acknowledges('b'))
const used = (serial: number, last: number) => ({ code: 'letter-number-used', year: 2026, serial, last })

describe('letters are refused', () => {
  test.each<[string, string, Story, Says, object]>([
    ['a letter', 'its id is used again', sent, sends('b'), { code: 'id-taken', kind: 'letter', id: 'invitation' }],
    ['letter 7', 'another has the same number', sent, sends('a', { letter: 'second' }), used(7, 7)],
    [
      'letter 7',
      'a number is used that was passed over',
      sent,
      sends('a', { letter: 'second', serial: 3 }),
      used(3, 7),
    ],
    [
      'nothing',
      'a answers a letter that is not there',
      seatedRecord,
      sends('a', { answers: 'theirs' }),
      { code: 'unknown-object', kind: 'letter', id: 'theirs' },
    ],
    [
      'a letter of a',
      'a answers it',
      sent,
      sends('a', { letter: 'second', serial: 8, answers: 'invitation' }),
      { code: 'wrong-side', kind: 'letter', id: 'invitation', owner: 'a' },
    ],
    ['nothing', 'b acknowledges', seatedRecord, acknowledges('b'), { code: 'unknown-object', id: 'invitation' }],
    ['a letter of a', 'a acknowledges it', sent, acknowledges('a'), { code: 'wrong-side', owner: 'a' }],
    [
      'a letter',
      'b acknowledges another version',
      sent,
      acknowledges('b', () => NO_ACT),
      { code: 'unknown-version', kind: 'letter', id: 'invitation', version: NO_ACT },
    ],
    [
      'an acknowledged letter',
      'b acknowledges it again',
      acknowledged,
      acknowledges('b'),
      { code: 'already-decided', kind: 'letter', id: 'invitation', status: 'acknowledged' },
    ],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('letters are numbered per side and year', () => {
  test.each<[string, Says, object]>([
    ['the next of the same side', sends('a', { letter: 'second', serial: 8 }), { a: { 2026: 8 }, b: {} }],
    ['a later one', sends('a', { letter: 'second', serial: 40 }), { a: { 2026: 40 }, b: {} }],
    [
      'the first of another year',
      sends('a', { letter: 'second', year: 2025, serial: 1 }),
      { a: { 2025: 1, 2026: 7 }, b: {} },
    ],
    ['the first of the other side', sends('b', { letter: 'second', serial: 1 }), { a: { 2026: 7 }, b: { 2026: 1 } }],
    [
      'an answer',
      sends('b', { letter: 'second', serial: 7, answers: 'invitation' }),
      { a: { 2026: 7 }, b: { 2026: 7 } },
    ],
  ])('given letter 7 of 2026, when %s is sent', (_when, says, numbers) => {
    expect(after(sent, says)().state.head.letters).toEqual(numbers)
  })
})

test('given a letter, when b acknowledges it, then the letter shows it', () => {
  expect(acknowledged().state.object('letter', 'invitation')?.acknowledged).toMatchObject({
    on: '2026-01-05',
    mark: { side: 'b' },
  })
})

test('given a letter, when a corrects it, then subject, day and summary change, and number and answered letter do not', () => {
  const theirs = after(seatedRecord, sends('b', { letter: 'theirs', serial: 1 }))
  const answer = after(theirs, sends('a', { answers: 'theirs' }), (record) => [
    'a',
    'act.corrected',
    {
      act: record.acts.at(-1)?.hash ?? NO_ACT,
      body: {
        ...LETTER,
        serial: 9,
        number: '9/KS/2026',
        subject: inEnglish('Visit'),
        summary: 'Come.',
        answers: 'none',
      },
      reason: 'A slip.',
    },
  ])
  const { head, object } = answer().state
  expect(object('letter', 'invitation')?.body).toEqual({
    ...LETTER,
    subject: { en: 'Visit' },
    summary: 'Come.',
    answers: 'theirs',
  })
  expect(head.letters.a).toEqual({ 2026: 7 })
  expect(after(sent, corrects({ ...LETTER, on: '2026-01-04' }))().state.object('letter', 'invitation')?.body).toEqual({
    ...LETTER,
    on: '2026-01-04',
  })
})

test('given that a reported b’s acknowledgement, when b has its seat, then b can give its own', () => {
  const reported = after(unseated, sends('a'), acknowledges('a', sentAct, REPORTED))
  expect(refusalOf(reported(), acknowledges('a', sentAct, REPORTED))).toMatchObject({ code: 'already-decided' })
  expect(refusalOf(after(reported, takesSeat)(), acknowledges('b'))).toBeUndefined()
})
