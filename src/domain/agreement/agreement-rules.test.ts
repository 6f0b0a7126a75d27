import { describe, expect, test } from 'vitest'
import {
  after,
  agrees,
  bothSign,
  cleared,
  CLAUSES,
  contacted,
  done,
  drafts,
  inEnglish,
  loiAgreed,
  mouAgreed,
  mouDrafted,
  mouSigned,
  NO_ACT,
  refusalOf,
  renewalAgreed,
  signs,
  TERM,
  wording,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'

const loiDrafted = after(contacted, drafts('a', 'loi'))
const rewords =
  (side: 'a' | 'b', text: string, more: Partial<ActBody['text.revised']> = {}): Says =>
  (record) => [side, 'text.revised', { text, replaces: wording(record, 'text', text), ...CLAUSES, ...more }]
const counters =
  (side: 'a' | 'b', text: string, id: string): Says =>
  (record) => [
    side,
    'text.drafted',
    { text: id, kind: 'loi', ...CLAUSES, counters: { text, version: wording(record, 'text', text) } },
  ]
const offers: Says = () => [
  'a',
  'concept.offered',
  {
    concept: 'school',
    sector: 'education',
    title: inEnglish('School'),
    sides: { a: { gives: [], gains: [] }, b: { gives: [], gains: [] } },
  },
]
const accepts: Says = (record) => [
  'b',
  'concept.accepted',
  { concept: 'school', version: wording(record, 'concept', 'school') },
]
const firstDraft = (record: ReturnType<Story>) => record.state.object('text', 'loi')?.versions[0]?.hash ?? NO_ACT

const reworded = after(loiDrafted, rewords('a', 'loi'))
const countered = after(loiDrafted, counters('b', 'loi', 'loi-of-b'))
const sentBack: Says = () => ['a', 'step.returned', { step: 'a.ministry', to: 'a.plan', reason: 'No budget.' }]
const halfSigned = after(loiAgreed, signs('a', 'loi'))

describe('texts are refused', () => {
  const cases: readonly [string, string, Story, Says, object][] = [
    ['a draft', 'the id is used again', loiDrafted, drafts('b', 'loi'), { code: 'id-taken', kind: 'text', id: 'loi' }],
    [
      'a concept without an answer',
      'a text rests on it',
      after(contacted, offers),
      drafts('a', 'plan', { concepts: ['school'] }),
      { code: 'concept-not-accepted', concept: 'school' },
    ],
    [
      'no concept',
      'a text rests on one',
      contacted,
      drafts('a', 'plan', { concepts: ['school'] }),
      { code: 'unknown-object', kind: 'concept', id: 'school' },
    ],
    [
      'a draft',
      'a counters its own',
      loiDrafted,
      counters('a', 'loi', 'second'),
      { code: 'wrong-side', kind: 'text', id: 'loi', owner: 'a' },
    ],
    [
      'a countered draft',
      'b counters it again',
      countered,
      counters('b', 'loi', 'third'),
      { code: 'already-decided', kind: 'text', id: 'loi', status: 'countered' },
    ],
    [
      'a signature',
      'b counters the text',
      halfSigned,
      counters('b', 'loi', 'late'),
      { code: 'already-decided', kind: 'text', id: 'loi', status: 'signed' },
    ],
    [
      'an agreement that nobody signed',
      'a text renews it',
      mouAgreed(),
      drafts('a', 'renewal', { renews: 'mou' }),
      { code: 'text-not-signed', text: 'mou' },
    ],
    [
      'no agreement',
      'a text renews it',
      contacted,
      drafts('a', 'renewal', { renews: 'mou' }),
      { code: 'unknown-object', kind: 'text', id: 'mou' },
    ],
    ['a draft', 'b rewords it', loiDrafted, rewords('b', 'loi'), { code: 'wrong-side', owner: 'a' }],
    [
      'a reworded draft',
      'a rewords the first version',
      reworded,
      (record) => ['a', 'text.revised', { text: 'loi', replaces: firstDraft(record), ...CLAUSES }],
      { code: 'superseded-version', kind: 'text', id: 'loi' },
    ],
    [
      'a signature',
      'a rewords the text',
      halfSigned,
      rewords('a', 'loi'),
      { code: 'already-decided', status: 'signed' },
    ],
    [
      'a signature',
      'b agrees to the text again',
      halfSigned,
      agrees('b', 'loi'),
      { code: 'already-decided', status: 'signed' },
    ],
    ['no text', 'a agrees to it', contacted, agrees('a', 'loi'), { code: 'unknown-object', kind: 'text', id: 'loi' }],
    [
      'a reworded draft',
      'b agrees to the first version',
      reworded,
      (record) => ['b', 'text.agreed', { text: 'loi', version: firstDraft(record) }],
      { code: 'superseded-version' },
    ],
    [
      'a memorandum drafted before the council',
      'a agrees to it',
      after(seatedRecord, drafts('a', 'mou', { term: TERM })),
      agrees('a', 'mou'),
      {
        code: 'knot-not-ready',
        knot: 'text',
        side: 'a',
        missing: ['a.consult', 'a.loi', 'a.plan', 'a.council', 'a.ministry'],
      },
    ],
    ['no text', 'a signs it', contacted, signs('a', 'loi'), { code: 'unknown-object', kind: 'text', id: 'loi' }],
    [
      'one yes',
      'a signs',
      after(loiDrafted, agrees('a', 'loi')),
      signs('a', 'loi'),
      { code: 'hash-not-agreed', text: 'loi' },
    ],
    [
      'two yeses to different versions',
      'a signs',
      after(loiDrafted, agrees('b', 'loi'), rewords('a', 'loi'), agrees('a', 'loi')),
      signs('a', 'loi'),
      { code: 'hash-not-agreed' },
    ],
    [
      'an agreed text',
      'a signs an unknown version',
      loiAgreed,
      () => [
        'a',
        'text.signed',
        { text: 'loi', version: NO_ACT, on: '2026-01-05', place: 'Hall', signatory: { office: inEnglish('Head') } },
      ],
      { code: 'unknown-version', version: NO_ACT },
    ],
    ['a signature', 'a signs again', halfSigned, signs('a', 'loi'), { code: 'already-decided', status: 'signed' }],
    [
      'an agreed memorandum and no approval of b',
      'b signs',
      mouAgreed(),
      signs('b', 'mou'),
      { code: 'knot-not-ready', knot: 'mou', side: 'b', missing: ['b.approval'] },
    ],
    [
      'an agreed memorandum and no approval of b',
      'a signs, who is ready',
      mouAgreed(),
      signs('a', 'mou'),
      { code: 'knot-not-ready', knot: 'mou', side: 'b', missing: ['b.approval'] },
    ],
    [
      'an agreed memorandum, a sent back and b without approval',
      'a signs',
      after(mouAgreed(), sentBack),
      signs('a', 'mou'),
      { code: 'knot-not-ready', knot: 'mou', side: 'a' },
    ],
    [
      'the same two, neither of them ready',
      'b signs',
      after(mouAgreed(), sentBack),
      signs('b', 'mou'),
      { code: 'knot-not-ready', knot: 'mou', side: 'b', missing: ['b.approval'] },
    ],
    [
      'a renewal drafted and a step taken up again',
      'a agrees',
      after(mouSigned(), drafts('b', 'renewal', { renews: 'mou' }), sentBack),
      agrees('a', 'renewal'),
      { code: 'knot-not-ready', knot: 'text', side: 'a', missing: ['a.plan', 'a.council', 'a.ministry'] },
    ],
    [
      'an agreed renewal and a step taken up again',
      'b signs',
      after(renewalAgreed, sentBack),
      signs('b', 'renewal'),
      { code: 'knot-not-ready', knot: 'renewal', side: 'a' },
    ],
  ]
  test.each(cases)('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('texts take their way', () => {
  const status = (record: ReturnType<Story>, id: string) => record.state.object('text', id)?.status

  test('given a draft, when b counters it, then the draft waits and the counter names it', () => {
    const { state } = countered()
    expect(state.object('text', 'loi')).toMatchObject({ status: 'countered', owner: 'a' })
    expect(state.object('text', 'loi-of-b')).toMatchObject({ status: 'drafted', owner: 'b', counters: { text: 'loi' } })
  })

  test('given a countered draft, when a rewords it, then b can counter it again', () => {
    const record = after(countered, rewords('a', 'loi'))()
    expect(status(record, 'loi')).toBe('drafted')
    expect(refusalOf(record, counters('b', 'loi', 'third'))).toBeUndefined()
  })

  test('given an accepted concept, when a plan rests on it, then it can be agreed and signed without a milestone', () => {
    const story = after(contacted, offers, accepts, drafts('a', 'plan', { concepts: ['school'] }))
    const record = after(story, agrees('a', 'plan'), agrees('b', 'plan'), ...bothSign('plan'))()
    expect(status(record, 'plan')).toBe('signed')
    expect(record.state.head.knots).toEqual({})
    expect(record.state.head.in_force).toBeUndefined()
  })

  test('given an agreed text, when a rewords it, then both must agree again', () => {
    const record = after(loiAgreed, rewords('a', 'loi'))()
    expect(record.state.object('text', 'loi')?.status).toBe('drafted')
    expect(record.state.object('text', 'loi')?.agreed).toEqual({})
  })

  test('given a letter of intent, when both sign, then its knot ties and no clock runs', () => {
    const { state } = after(loiAgreed, ...bothSign('loi'))()
    expect(state.object('text', 'loi')?.status).toBe('signed')
    expect(state.head.knots.loi?.tied?.on).toBe('2026-01-05')
    expect(state.head.in_force).toBeUndefined()
  })

  test('given a memorandum, when both agree, then the text knot ties, and with a word of one it does not', () => {
    expect(after(mouDrafted(), agrees('a', 'mou'))().state.head.knots.text?.tied).toBeUndefined()
    expect(mouAgreed()().state.head.knots.text?.tied).toMatchObject({ on: '2026-01-05' })
  })
})

test('given the plan sent back before the text was agreed, when a agrees, then it is refused until it is done again', () => {
  const story = after(mouDrafted(), sentBack)
  expect(refusalOf(story(), agrees('a', 'mou'))).toMatchObject({ code: 'knot-not-ready', side: 'a' })
  const again = after(story, done('a', 'a.plan'), done('a', 'a.council'), done('a', 'a.ministry'))
  expect(refusalOf(again(), agrees('a', 'mou'))).toBeUndefined()
  expect(refusalOf(cleared(), drafts('b', 'mou'))).toBeUndefined()
})
