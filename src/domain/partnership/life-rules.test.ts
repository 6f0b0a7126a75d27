import { describe, expect, test } from 'vitest'
import {
  after,
  agrees,
  bothSign,
  done,
  drafts,
  later,
  mouAgreed,
  mouSigned,
  NO_ACT,
  refusalOf,
  renewalAgreed,
  REPORTED,
  takesSeat,
  TERM,
  unlimited,
  unseated,
  wording,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const renews =
  (side: Side, until: string, text = 'mou', version?: string): Says =>
  (record) => [
    side,
    'partnership.renewed',
    { text, version: version ?? wording(record, 'text', text), on: record.today(), until },
  ]
const ends =
  (side: Side, basis: ActBody['partnership.ended']['basis'] = 'mutual', words = {}): Says =>
  (record) => [side, 'partnership.ended', { on: record.today(), basis, reason: 'It is time.' }, words]
const revives =
  (side: Side): Says =>
  (record) => [side, 'partnership.revived', { on: record.today(), reason: 'New councils.' }]
const notice =
  (side: Side, effective: string): Says =>
  (record) => [
    side,
    'notice.given',
    { text: 'mou', version: wording(record, 'text', 'mou'), on: record.today(), effective },
  ]

// Signed on 2026-01-05 for 36 months: until 2029-01-04.
const signed = mouSigned()
const renewalSaid = after(signed, done('a', 'a.renewal'), done('b', 'b.renewal'))
const renewedByText = after(renewalAgreed, ...bothSign('renewal'))
const yearly = mouSigned({ months: 12, renewal: 'automatic' })
const ended = after(signed, ends('a'), ends('b'))

describe('a renewal is refused', () => {
  test.each<[string, string, Story, Says, object]>([
    ['no agreement', 'a renews', mouAgreed(), renews('a', '2032-01-04'), { code: 'nothing-to-renew', text: 'mou' }],
    ['no term', 'a renews', unlimited, renews('a', '2032-01-04'), { code: 'nothing-to-renew', text: 'mou' }],
    [
      'another text',
      'a names it',
      renewalSaid,
      renews('a', '2032-01-04', 'loi'),
      { code: 'nothing-to-renew', text: 'loi' },
    ],
    [
      'another version',
      'a names it',
      renewalSaid,
      renews('a', '2032-01-04', 'mou', NO_ACT),
      { code: 'nothing-to-renew' },
    ],
    ['the same end', 'a renews', renewalSaid, renews('a', '2029-01-04'), { code: 'nothing-to-renew' }],
    [
      'no word on the renewal',
      'a renews',
      signed,
      renews('a', '2032-01-04'),
      { code: 'renewal-not-tied', text: 'mou' },
    ],
    [
      'the word of one side',
      'a renews',
      after(signed, done('a', 'a.renewal')),
      renews('a', '2032-01-04'),
      { code: 'renewal-not-tied' },
    ],
    [
      'the word of both and a step taken up again',
      'a renews',
      after(renewalSaid, () => [
        'a',
        'step.returned',
        { step: 'a.ministry', to: 'a.plan', reason: 'The law has changed.' },
      ]),
      renews('a', '2032-01-04'),
      { code: 'renewal-not-tied' },
    ],
    [
      'the word of both on an agreement that a new one has replaced',
      'a renews the new one',
      after(
        later(renewalSaid, '2026-02-01'),
        drafts('a', 'mou', { text: 'second', term: TERM }),
        agrees('a', 'second'),
        agrees('b', 'second'),
        ...bothSign('second'),
      ),
      renews('a', '2032-01-04', 'second'),
      { code: 'renewal-not-tied', text: 'second' },
    ],
    [
      'a text signed to be the renewal',
      'a renews that one too',
      renewedByText,
      renews('a', '2035-01-04', 'renewal'),
      { code: 'renewal-not-tied', text: 'renewal' },
    ],
    [
      'a renewal that has been said',
      'a renews once more',
      after(renewalSaid, renews('a', '2032-01-04')),
      renews('a', '2035-01-04'),
      { code: 'renewal-not-tied' },
    ],
    [
      'no renewal in the text',
      'a renews alone',
      mouSigned({ renewal: 'none' }),
      renews('a', '2032-01-04'),
      { code: 'renewal-not-tied' },
    ],
    ['automatic renewal', 'a takes two terms at once', yearly, renews('a', '2028-01-05'), { code: 'renewal-not-tied' }],
    [
      'automatic renewal that has happened',
      'a shortens it',
      later(yearly, '2027-06-01'),
      renews('a', '2027-12-31'),
      { code: 'nothing-to-renew' },
    ],
    [
      'automatic renewal and notice of b',
      'a renews all the same',
      after(yearly, notice('b', '2026-12-31')),
      renews('a', '2028-01-04'),
      { code: 'renewal-not-tied' },
    ],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('a renewal', () => {
  test('given the word of both, when one side renews, then the end moves and the words are spent', () => {
    const { head } = after(renewalSaid, renews('b', '2032-01-04'))().state
    expect(head.in_force).toMatchObject({ text: 'mou', until: '2032-01-04' })
    expect(head.knots.renewal).toBeUndefined()
  })

  test('given a text that was the renewal, when both say the next one by their steps, then it goes on', () => {
    const story = after(
      renewedByText,
      done('a', 'a.renewal'),
      done('b', 'b.renewal'),
      renews('a', '2035-01-04', 'renewal'),
    )
    expect(story().state.head.in_force?.until).toBe('2035-01-04')
  })

  test('given the word of both, when notice had been given, then it is gone from clock and text', () => {
    const story = after(renewalSaid, notice('a', '2027-01-01'), renews('b', '2032-01-04'))
    const { head, object } = story().state
    expect(head.in_force?.notice).toBeUndefined()
    expect(object('text', 'mou')).toMatchObject({ status: 'signed' })
    expect(object('text', 'mou')?.notice).toBeUndefined()
  })

  test('given automatic renewal, when one side says one term more, then it goes on', () => {
    expect(after(yearly, renews('a', '2028-01-04'))().state.head.in_force?.until).toBe('2028-01-04')
  })

  test.each<[string, Story, string, object]>([
    ['the word of both', renewalSaid, '2032-01-04', {}],
    ['automatic renewal', yearly, '2028-01-04', { b: { side: 'b' } }],
  ])('given %s, when a renews, then it takes back only the wish to end that it can', (_given, story, until, ending) => {
    const { head } = after(story, ends('a'), renews('a', until))().state
    expect(head.ending.a).toBeUndefined()
    const withB = after(story, ends('b'), renews('a', until))().state.head.ending
    expect(withB).toMatchObject(ending)
    expect(Object.keys(withB)).toEqual(Object.keys(ending))
  })
})

describe('an end is refused', () => {
  test.each<[string, Story, Says, object]>([
    ['no notice', signed, ends('a', 'notice'), { code: 'text-not-signed', text: 'mou' }],
    ['no agreement to give notice of', seatedRecord, ends('a', 'notice'), { code: 'text-not-signed', text: '' }],
    [
      'a day before the notice is over',
      later(after(signed, notice('b', '2026-08-01')), '2026-07-31'),
      ends('a', 'notice'),
      { code: 'notice-not-over', effective: '2026-08-01' },
    ],
    [
      'the last day of the term',
      later(signed, '2029-01-04'),
      ends('a', 'term'),
      { code: 'term-not-over', until: '2029-01-04' },
    ],
    ['no term', unlimited, ends('a', 'term'), { code: 'term-not-over', until: '' }],
    ['no agreement with a term', seatedRecord, ends('a', 'term'), { code: 'term-not-over', until: '' }],
    [
      'a term that has renewed itself',
      later(yearly, '2027-01-05'),
      ends('a', 'term'),
      { code: 'term-not-over', until: '2028-01-04' },
    ],
    ['an end', ended, ends('a'), { code: 'partnership-ended', on: '2026-01-05' }],
  ])('given %s', (_given, story, says, refusal) => {
    expect(refusalOf(story(), says)).toEqual(refusal)
  })
})

describe('an end', () => {
  test('given the word of one side, then the partnership goes on', () => {
    const { head } = after(signed, ends('a'))().state
    expect(head.ended).toBeUndefined()
    expect(head.ending.a?.on).toBe('2026-01-05')
  })

  test('given the word of both, then it ends on the day of the later word', () => {
    const story = after(later(after(signed, ends('a')), '2026-03-01'), ends('b'))
    expect(story().state.head.ended).toMatchObject({ on: '2026-03-01', basis: 'mutual' })
    const backdated = after(later(after(signed, ends('a')), '2026-03-01'), () => [
      'b',
      'partnership.ended',
      { on: '2026-01-01', basis: 'mutual', reason: 'It is time.' },
    ])
    expect(backdated().state.head.ended?.on).toBe('2026-01-05')
  })

  test.each<[string, Story, 'notice' | 'term']>([
    ['notice that is over', later(after(signed, notice('b', '2026-08-01')), '2026-08-01'), 'notice'],
    ['a term that is over', later(signed, '2029-01-05'), 'term'],
  ])('given %s, then the word of one side is enough', (_given, story, basis) => {
    expect(after(story, ends('a', basis))().state.head.ended?.basis).toBe(basis)
  })

  test('given that a reported the wish of b, when b has its seat, then a cannot end it with that', () => {
    const reported = after(unseated, ends('a', 'mutual', REPORTED))
    expect(after(reported, ends('a'))().state.head.ended).toBeDefined()
    expect(after(reported, takesSeat, ends('a'))().state.head.ended).toBeUndefined()
  })
})

describe('a revival', () => {
  test.each<[string, Story]>([
    ['a partnership that runs', signed],
    ['the last day of the term', later(signed, '2029-01-04')],
    ['a term that has renewed itself', later(yearly, '2027-06-01')],
    ['no agreement', seatedRecord],
  ])('is refused given %s', (_given, story) => {
    expect(refusalOf(story(), revives('a'))).toEqual({ code: 'nothing-to-revive' })
  })

  test('given an end, when one side revives, then it stays ended', () => {
    const { head } = after(ended, revives('a'))().state
    expect(head.ended).toBeDefined()
    expect(head.reviving.a?.on).toBe('2026-01-05')
  })

  test('given an end, when both revive, then all but the old agreement is as before', () => {
    const { head } = after(ended, revives('b'), revives('a'))().state
    expect(head.ended).toBeUndefined()
    expect(head).toMatchObject({ ending: {}, reviving: {}, revived: { on: '2026-01-05' } })
    expect(head.in_force).toBeUndefined()
    expect(Object.keys(head.knots)).toEqual(['loi'])
  })

  test('given a term that ran out, when both revive, then the agreement is still there to be renewed', () => {
    const { head } = after(later(renewalSaid, '2029-03-01'), revives('a'), revives('b'), renews('a', '2032-01-04'))()
      .state
    expect(head).toMatchObject({ revived: { on: '2029-03-01' }, in_force: { until: '2032-01-04' } })
  })

  test('given notice that is over, when both revive, then the text binds no more', () => {
    const over = later(after(signed, notice('a', '2026-08-01')), '2026-08-02')
    expect(after(over, revives('a'), revives('b'))().state.head.in_force).toBeUndefined()
  })
})
