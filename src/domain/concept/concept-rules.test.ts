import { describe, expect, test } from 'vitest'
import {
  after,
  inEnglish,
  NO_ACT,
  refusalOf,
  REPORTED,
  takesSeat,
  unseated,
  wording,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const CONTENT = {
  sector: 'education',
  title: inEnglish('A school of carving'),
  sides: { a: { gives: [inEnglish('Teachers')], gains: [] }, b: { gives: [], gains: [inEnglish('Skills')] } },
} satisfies Partial<ActBody['concept.offered']>

const version = (record: ReturnType<Story>) => wording(record, 'concept', 'school')
const first = (record: ReturnType<Story>) => record.state.object('concept', 'school')?.versions[0]?.hash ?? NO_ACT

const offers =
  (side: Side, concept = 'school'): Says =>
  () => [side, 'concept.offered', { concept, ...CONTENT }]
const counters =
  (side: Side, named = version): Says =>
  (record) => [
    side,
    'concept.offered',
    { concept: 'workshop', ...CONTENT, counters: { concept: 'school', version: named(record) } },
  ]
const rewords =
  (side: Side, replaces = version): Says =>
  (record) => [
    side,
    'concept.revised',
    { concept: 'school', replaces: replaces(record), ...CONTENT, sector: 'industry' },
  ]
const accepts =
  (side: Side, named = version): Says =>
  (record) => [side, 'concept.accepted', { concept: 'school', version: named(record) }]
const declines =
  (side: Side, named = version): Says =>
  (record) => [side, 'concept.declined', { concept: 'school', version: named(record), reason: 'No budget.' }]
const withdraws =
  (side: Side): Says =>
  () => [side, 'concept.withdrawn', { concept: 'school', reason: 'No teachers.' }]

const offered = after(seatedRecord, offers('a'))
const reworded = after(offered, rewords('a'))
const countered = after(offered, counters('b'))
const accepted = after(offered, accepts('b'))
const declined = after(offered, declines('b'))
const withdrawn = after(offered, withdraws('a'))

const unknown = { code: 'unknown-object', kind: 'concept', id: 'school' }
const ofA = { code: 'wrong-side', kind: 'concept', id: 'school', owner: 'a' }
const decided = (status: string) => ({ code: 'already-decided', kind: 'concept', id: 'school', status })
const never = () => NO_ACT

describe('concepts are refused', () => {
  test.each<[string, string, Story, Says, object]>([
    ['a concept', 'b uses its id', offered, offers('b'), { code: 'id-taken', kind: 'concept', id: 'school' }],
    ['nothing', 'b counters', seatedRecord, counters('b'), unknown],
    ['a concept', 'a counters its own', offered, counters('a'), ofA],
    ['a concept', 'b counters what was never said', offered, counters('b', never), { code: 'unknown-version' }],
    ['a reworded one', 'b counters the first wording', reworded, counters('b', first), { code: 'superseded-version' }],
    ['an accepted one', 'b counters', accepted, counters('b'), decided('accepted')],
    ['nothing', 'a rewords', seatedRecord, rewords('a'), unknown],
    ['a concept', 'b rewords it', offered, rewords('b'), ofA],
    ['a reworded one', 'a rewords the first wording', reworded, rewords('a', first), { code: 'superseded-version' }],
    ['an accepted one', 'a rewords it', accepted, rewords('a'), decided('accepted')],
    ['a withdrawn one', 'a rewords it', withdrawn, rewords('a'), decided('withdrawn')],
    ['nothing', 'b accepts', seatedRecord, accepts('b'), unknown],
    ['a concept', 'a accepts its own', offered, accepts('a'), ofA],
    ['a concept', 'b accepts what was never said', offered, accepts('b', never), { code: 'unknown-version' }],
    ['a reworded one', 'b accepts the first wording', reworded, accepts('b', first), { code: 'superseded-version' }],
    ['a countered one', 'b accepts it', countered, accepts('b'), decided('countered')],
    ['a declined one', 'b accepts it', declined, accepts('b'), decided('declined')],
    ['an accepted one', 'b accepts it again', accepted, accepts('b'), decided('accepted')],
    ['a withdrawn one', 'b accepts it', withdrawn, accepts('b'), decided('withdrawn')],
    ['a concept', 'a declines its own', offered, declines('a'), ofA],
    ['an accepted one', 'b declines it', accepted, declines('b'), decided('accepted')],
    ['nothing', 'a withdraws', seatedRecord, withdraws('a'), unknown],
    ['a concept', 'b withdraws it', offered, withdraws('b'), ofA],
    ['an accepted one', 'a withdraws it', accepted, withdraws('a'), decided('accepted')],
    ['a withdrawn one', 'a withdraws it again', withdrawn, withdraws('a'), decided('withdrawn')],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })
})

describe('concepts take their way', () => {
  test.each<[string, string, Story, Says, object]>([
    ['nothing', 'a offers one', seatedRecord, offers('a'), { status: 'offered', owner: 'a' }],
    ['a concept', 'a rewords it', offered, rewords('a'), { status: 'offered' }],
    ['a concept', 'b accepts', offered, accepts('b'), { status: 'accepted', answer: { mark: { side: 'b' } } }],
    ['a concept', 'b declines', offered, declines('b'), { status: 'declined', answer: { reason: 'No budget.' } }],
    [
      'a concept',
      'a withdraws it',
      offered,
      withdraws('a'),
      { status: 'withdrawn', answer: { reason: 'No teachers.' } },
    ],
    ['a declined one', 'a withdraws it', declined, withdraws('a'), { status: 'withdrawn' }],
    ['a reworded one', 'b accepts it', reworded, accepts('b'), { status: 'accepted' }],
    ['a concept', 'b counters', offered, counters('b'), { status: 'countered', answer: { concept: 'workshop' } }],
  ])('given %s, when %s', (_given, _when, story, says, state) => {
    expect(after(story, says)().state.object('concept', 'school')).toMatchObject(state)
  })

  test('given a concept, when b counters, then its own concept is offered and names the wording that it counters', () => {
    const record = countered()
    expect(record.state.object('concept', 'workshop')).toMatchObject({
      owner: 'b',
      status: 'offered',
      counters: { concept: 'school', version: version(record) },
    })
  })

  test.each<[string, Story]>([
    ['countered', countered],
    ['declined', declined],
  ])('given one that was %s, when a rewords it, then it is offered again without an answer', (_how, story) => {
    const concept = after(story, rewords('a'))().state.object('concept', 'school')
    expect(concept).toMatchObject({ status: 'offered', versions: [{}, { content: { sector: 'industry' } }] })
    expect(concept?.answer).toBeUndefined()
  })
})

describe('an answer reported for b', () => {
  const reported = after(unseated, offers('a'), (record) => [
    'a',
    'concept.accepted',
    { concept: 'school', version: version(record) },
    REPORTED,
  ])
  const seated = after(reported, takesSeat)

  test('given no seat of b, then it stands', () => {
    expect(refusalOf(reported(), withdraws('a'))).toMatchObject(decided('accepted'))
  })

  test('given a seat of b, then b still has its own answer', () => {
    expect(refusalOf(seated(), accepts('b'))).toBeUndefined()
    expect(after(seated, declines('b'))().state.object('concept', 'school')?.status).toBe('declined')
  })

  test('given that b confirms it, then it is decided', () => {
    const confirmed = after(seated, ({ acts }) => [
      'b',
      'act.confirmed',
      { act: acts.find(({ type }) => type === 'concept.accepted')?.hash ?? NO_ACT },
    ])
    expect(refusalOf(confirmed(), declines('b'))).toMatchObject(decided('accepted'))
  })
})
