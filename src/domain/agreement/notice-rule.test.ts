import { describe, expect, test } from 'vitest'
import {
  after,
  bothSign,
  mouAgreed,
  mouSigned,
  NO_ACT,
  refusalOf,
  renewalAgreed,
  unlimited,
  wording,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'

const notice =
  (side: 'a' | 'b', effective: string, text = 'mou', version?: string): Says =>
  (record) => [
    side,
    'notice.given',
    { text, version: version ?? wording(record, 'text', text), on: '2026-01-05', effective },
  ]

describe('notice is refused', () => {
  const cases: readonly [string, string, Story, Says, object][] = [
    ['no agreement', 'a gives notice', mouAgreed(), notice('a', '2026-08-01', 'none'), { code: 'unknown-object' }],
    [
      'a text that nobody signed',
      'a gives notice',
      mouAgreed(),
      notice('a', '2026-08-01'),
      { code: 'text-not-signed', text: 'mou' },
    ],
    [
      'an agreement that a renewal has replaced',
      'b gives notice of the old one',
      after(renewalAgreed, ...bothSign('renewal')),
      notice('b', '2026-08-01'),
      { code: 'text-not-signed', text: 'mou' },
    ],
    [
      'an agreement',
      'a names a version that never was',
      mouSigned(),
      notice('a', '2026-08-01', 'mou', NO_ACT),
      { code: 'unknown-version', version: NO_ACT },
    ],
    [
      'six months of notice',
      'it is a day short',
      mouSigned(),
      notice('b', '2026-07-04'),
      { code: 'notice-too-short', text: 'mou', earliest: '2026-07-05' },
    ],
  ]
  test.each(cases)('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('notice is given', () => {
  test.each<[string, Story, 'a' | 'b', string]>([
    ['six months, to the day, by a', mouSigned(), 'a', '2026-07-05'],
    ['six months, to the day, by b', mouSigned(), 'b', '2026-07-05'],
    ['no notice period, at once', mouSigned({ notice_months: 0 }), 'a', '2026-01-05'],
    ['no term at all', unlimited, 'b', '2026-03-01'],
  ])('given %s, then clock and text know it', (_given, story, side, effective) => {
    const { state } = after(story, notice(side, effective))()
    expect(state.head.in_force?.notice).toMatchObject({ effective, mark: { side } })
    expect(state.object('text', 'mou')?.notice).toMatchObject({ effective, on: '2026-01-05' })
  })

  test('given notice of one side, when the other gives it for a later day, then the earlier day stays', () => {
    const story = after(mouSigned(), notice('a', '2026-09-01'), notice('b', '2028-01-01'))
    expect(story().state.head.in_force?.notice).toMatchObject({ effective: '2026-09-01', mark: { side: 'a' } })
  })

  test('given notice of one side, when the other gives it for an earlier day, then that day counts', () => {
    const story = after(mouSigned(), notice('a', '2028-01-01'), notice('b', '2026-09-01'))
    expect(story().state.head.in_force?.notice).toMatchObject({ effective: '2026-09-01', mark: { side: 'b' } })
  })
})
