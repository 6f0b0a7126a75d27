import { expect, test } from 'vitest'
import { after, NO_ACT, refusalOf, REPORTED, type Says } from '../../../tests/support/agreement-stories.ts'
import { openedRecord, seatedRecord, type Words } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const INTEREST: ActBody['interest.expressed'] = { interest: 'first', sectors: ['education'], on: '2018-09-20' }
const expresses =
  (side: Side, changes: Partial<typeof INTEREST> = {}, words: Words = {}): Says =>
  () => [side, 'interest.expressed', { ...INTEREST, ...changes }, words]
const corrects =
  (body: typeof INTEREST): Says =>
  ({ acts }) => [
    'a',
    'act.corrected',
    { act: acts.find(({ type }) => type === 'interest.expressed')?.hash ?? NO_ACT, body, reason: 'A slip.' },
  ]
const expressed = after(seatedRecord, expresses('a'))

test('given a seat, when a expresses interest, then it is counted and kept with whose word it is', () => {
  const { head, object } = expressed().state
  expect(head.interests).toBe(1)
  expect(object('interest', 'first')).toMatchObject({ body: INTEREST, mark: { side: 'a', basis: 'stated' } })
})

test('given no seat of b, when a reports the interest of b, then it is the word of b', () => {
  const { head, object } = after(openedRecord, expresses('a', {}, REPORTED))().state
  expect(head.interests).toBe(1)
  expect(object('interest', 'first')?.mark).toMatchObject({ side: 'b', basis: 'reported' })
})

test.each<Side>(['a', 'b'])('given an interest, when %s uses its id again, then it is refused', (side) => {
  expect(refusalOf(expressed(), expresses(side))).toEqual({ code: 'id-taken', kind: 'interest', id: 'first' })
})

test('given an interest, when its day and sectors are corrected, then those stand and it is counted once', () => {
  const body: typeof INTEREST = { ...INTEREST, sectors: ['trade', 'youth'], on: '2018-09-21' }
  const { head, object } = after(expressed, corrects(body))().state
  expect(head.interests).toBe(1)
  expect(object('interest', 'first')).toMatchObject({ body, mark: { corrected: { reason: 'A slip.' } } })
})

test('given an interest, when a correction gives it another id, then it is refused', () => {
  expect(refusalOf(expressed(), corrects({ ...INTEREST, interest: 'second' }))).toMatchObject({
    code: 'correction-changes-id',
  })
})
