import { expect, test } from 'vitest'
import {
  after,
  bothSign,
  done,
  later,
  mouAgreed,
  mouSigned,
  renewalAgreed,
  signs,
  unlimited,
} from '../../../tests/support/agreement-stories.ts'

test('given two days of signature, then the clock counts from the later one to the day before the same day', () => {
  const ready = later(after(mouAgreed(), done('b', 'b.approval')), '2026-02-01')
  const { state } = after(ready, signs('b', 'mou', '2026-02-01'), signs('a', 'mou', '2026-01-20'))()
  expect(state.head.in_force).toEqual({
    text: 'mou',
    version: state.object('text', 'mou')?.versions[0]?.hash,
    signed_by: state.object('text', 'mou')?.signed.b?.mark.act,
    signed_on: '2026-02-01',
    from: '2026-02-01',
    until: '2029-01-31',
    months: 36,
    renewal: 'by-consent',
    notice_months: 6,
  })
  expect(state.head.knots.mou?.tied?.on).toBe('2026-02-01')
})

test('given a term from a day of its own, then that day counts', () => {
  expect(mouSigned({ from: '2026-05-31', months: 1 })().state.head.in_force).toMatchObject({
    from: '2026-05-31',
    until: '2026-06-29',
  })
})

test('given no term, then it is unlimited and asks no notice', () => {
  expect(unlimited().state.head.in_force).toMatchObject({ until: null, renewal: 'none', notice_months: 0 })
})

test('given a renewal, when both sign, then it takes the place of the agreement', () => {
  const { head } = after(renewalAgreed, ...bothSign('renewal'))().state
  expect(head.in_force?.text).toBe('renewal')
  expect(head.knots.renewal?.tied?.on).toBe('2026-01-05')
})

test('given a word on the end of the old agreement, when a new one is signed, then it is gone', () => {
  const story = after(renewalAgreed, () => [
    'a',
    'partnership.ended',
    { on: '2026-01-05', basis: 'mutual', reason: 'Tired.' },
  ])
  expect(story().state.head.ending.a).toBeDefined()
  expect(after(story, ...bothSign('renewal'))().state.head.ending).toEqual({})
})
