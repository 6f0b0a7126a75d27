// Visits, minutes and events: who may say what, and when.
import { describe, expect, test } from 'vitest'
import {
  after,
  inEnglish,
  later,
  NO_ACT,
  refusalOf,
  type Says,
  type Story,
} from '../../../tests/support/agreement-stories.ts'
import { seatedRecord } from '../../../tests/support/record.ts'
import type { ActType } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'

const WHEN = { from: '2026-01-02', to: '2026-01-04' }
const VISIT = { title: inEnglish('Visit'), from: 'a' as const, mission: [inEnglish('Meet')], when: WHEN }
const FAIR = { kind: 'forum', title: inEnglish('Forum'), host: 'Town hall', when: WHEN } as const
const TALK = { on: '2026-01-04', title: inEnglish('Talk'), summary: inEnglish('We talked.') }

const first = (record: ReturnType<Story>, type: ActType) => record.acts.find((act) => act.type === type)?.hash ?? NO_ACT
const newest = (record: ReturnType<Story>) =>
  record.state.object('delegation', 'visit')?.versions.at(-1)?.hash ?? NO_ACT
const original = (record: ReturnType<Story>) => first(record, 'delegation.proposed')
const never = () => NO_ACT

const proposes =
  (side: Side): Says =>
  () => [side, 'delegation.proposed', { delegation: 'visit', ...VISIT }]
const rewords =
  (side: Side, replaces = newest): Says =>
  (record) => [side, 'delegation.revised', { delegation: 'visit', replaces: replaces(record), ...VISIT, size: 4 }]
const welcomes =
  (side: Side, version = newest): Says =>
  (record) => [side, 'delegation.welcomed', { delegation: 'visit', version: version(record) }]
const declines =
  (side: Side, version = newest): Says =>
  (record) => [side, 'delegation.declined', { delegation: 'visit', version: version(record), reason: 'Elections.' }]
const cancels =
  (side: Side): Says =>
  () => [side, 'delegation.cancelled', { delegation: 'visit', reason: 'Flood.' }]
const reports =
  (side: Side): Says =>
  () => [side, 'delegation.reported', { delegation: 'visit', when: WHEN, summary: inEnglish('Well.') }]
const notes =
  (side: Side, about: { delegation?: string; event?: string } = {}): Says =>
  () => [side, 'minutes.drafted', { minutes: 'talk', ...TALK, ...about }]
const confirms =
  (side: Side, version = (record: ReturnType<Story>) => first(record, 'minutes.drafted')): Says =>
  (record) => [side, 'minutes.confirmed', { minutes: 'talk', version: version(record) }]
const announces =
  (side: Side): Says =>
  () => [side, 'event.announced', { event: 'fair', ...FAIR }]
const changes =
  (side: Side, replaces = (record: ReturnType<Story>) => first(record, 'event.announced')): Says =>
  (record) => [side, 'event.revised', { event: 'fair', replaces: replaces(record), ...FAIR, venue: 'The square' }]
const tells =
  (side: Side): Says =>
  () => [side, 'event.reported', { event: 'fair', when: WHEN, summary: inEnglish('Full.') }]

const proposed = after(seatedRecord, proposes('a'))
const reworded = after(proposed, rewords('a'))
const welcomed = after(proposed, welcomes('b'))
const declined = after(proposed, declines('b'))
const cancelled = after(proposed, cancels('a'))
const reported = after(welcomed, reports('a'))
const noted = after(seatedRecord, notes('a'))
const announced = after(seatedRecord, announces('a'))
const changed = after(announced, changes('a'))
const told = after(announced, tells('a'))

const unknown = { code: 'unknown-object', kind: 'delegation', id: 'visit' }
const ofA = { code: 'wrong-side', kind: 'delegation', id: 'visit', owner: 'a' }
const decided = (status: string) => ({ code: 'already-decided', kind: 'delegation', id: 'visit', status })

describe('visits are refused', () => {
  test.each<[string, string, Story, Says, object]>([
    ['a visit', 'b uses its id', proposed, proposes('b'), { code: 'id-taken', kind: 'delegation', id: 'visit' }],
    ['nothing', 'a rewords', seatedRecord, rewords('a'), unknown],
    ['a visit', 'b rewords it', proposed, rewords('b'), ofA],
    ['a reworded one', 'a rewords the first wording', reworded, rewords('a', original), { code: 'superseded-version' }],
    ['a visit', 'a rewords what was never said', proposed, rewords('a', never), { code: 'unknown-version' }],
    ['a cancelled one', 'a rewords it', cancelled, rewords('a'), decided('cancelled')],
    ['a reported one', 'a rewords it', reported, rewords('a'), decided('reported')],
    ['nothing', 'b welcomes', seatedRecord, welcomes('b'), unknown],
    ['a visit', 'a welcomes its own', proposed, welcomes('a'), ofA],
    ['a visit', 'b welcomes what was never said', proposed, welcomes('b', never), { code: 'unknown-version' }],
    ['a welcomed one', 'b welcomes it again', welcomed, welcomes('b'), decided('welcomed')],
    ['a declined one', 'b welcomes it', declined, welcomes('b'), decided('declined')],
    ['a visit', 'a declines its own', proposed, declines('a'), ofA],
    [
      'a reworded one',
      'b declines the first wording',
      reworded,
      declines('b', original),
      { code: 'superseded-version' },
    ],
    ['a welcomed one', 'b declines it', welcomed, declines('b'), decided('welcomed')],
    ['nothing', 'a cancels', seatedRecord, cancels('a'), unknown],
    ['a visit', 'b cancels it', proposed, cancels('b'), ofA],
    ['a declined one', 'a cancels it', declined, cancels('a'), decided('declined')],
    ['nothing', 'a reports', seatedRecord, reports('a'), unknown],
    ['a cancelled one', 'a reports it', cancelled, reports('a'), decided('cancelled')],
    ['a declined one', 'b reports it', declined, reports('b'), decided('declined')],
    ['a reported one', 'b reports it too', reported, reports('b'), decided('reported')],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })

  test('given four visits of one month, when the first is corrected to the month before, then three are left in the month', () => {
    const visits = ['v1', 'v2', 'v3', 'v4'].flatMap((delegation): readonly Says[] => [
      () => ['a', 'delegation.proposed', { delegation, ...VISIT }],
      () => ['a', 'delegation.reported', { delegation, when: WHEN, summary: inEnglish('Well.') }],
    ])
    const body = { delegation: '', when: { from: '2025-12-01', to: '2025-12-02' }, summary: inEnglish('Well.') }
    const corrected = after(after(seatedRecord, ...visits), ({ acts, state }) => {
      // The head names three of the four; it is the other one that moves.
      const named = state.head.activity.a['2026-01']?.newest.map(({ act }) => act) ?? []
      const target = acts.find((act) => act.type === 'delegation.reported' && !named.includes(act.hash))
      const delegation = target?.type === 'delegation.reported' ? target.body.delegation : ''
      return ['a', 'act.corrected', { act: target?.hash ?? NO_ACT, body: { ...body, delegation }, reason: 'A slip.' }]
    })
    const { a, b } = corrected().state.head.activity
    expect(Object.entries(a).map(([month, { newest, more }]) => [month, newest.length + more])).toEqual([
      ['2026-01', 3],
      ['2025-12', 1],
    ])
    expect(b).toEqual({})
  })

  test('given a visit of February, when it is reported in January, then the day has not come', () => {
    const early: Says = () => [
      'a',
      'delegation.reported',
      { delegation: 'visit', when: { from: '2026-02-01', to: '2026-02-03' }, summary: inEnglish('Well.') },
    ]
    expect(refusalOf(proposed(), early)).toMatchObject({ code: 'date-in-future', date: '2026-02-03' })
    expect(refusalOf(later(proposed, '2026-02-03')(), early)).toBeUndefined()
  })
})

describe('visits take their way', () => {
  test.each<[string, string, Story, Says, object]>([
    ['nothing', 'a proposes one', seatedRecord, proposes('a'), { status: 'proposed', owner: 'a' }],
    ['nothing', 'b invites a', seatedRecord, proposes('b'), { status: 'proposed', owner: 'b' }],
    ['a visit', 'b welcomes it', proposed, welcomes('b'), { status: 'welcomed', answer: { mark: { side: 'b' } } }],
    ['a visit', 'b declines it', proposed, declines('b'), { status: 'declined', answer: { reason: 'Elections.' } }],
    ['a welcomed one', 'a cancels it', welcomed, cancels('a'), { status: 'cancelled', answer: { reason: 'Flood.' } }],
    ['a declined one', 'a rewords it', declined, rewords('a'), { status: 'proposed' }],
    ['one that nobody answered', 'b reports it', proposed, reports('b'), { status: 'reported' }],
  ])('given %s, when %s', (_given, _when, story, says, state) => {
    expect(after(story, says)().state.object('delegation', 'visit')).toMatchObject(state)
  })
})

describe('a visit is activity of the side that travels, and of the host that showed itself', () => {
  const invited = after(seatedRecord, proposes('b'))
  test.each<[string, Story, readonly Side[]]>([
    ['one of a that b welcomed and a reports', reported, ['a', 'b']],
    ['one of a that nobody welcomed and a reports', after(proposed, reports('a')), ['a']],
    ['one of a that nobody welcomed and b reports', after(proposed, reports('b')), ['a', 'b']],
    ['one to which b invited a and a reports', after(invited, reports('a')), ['a', 'b']],
  ])('given %s', (_given, story, sides) => {
    const { activity } = story().state.head
    expect((['a', 'b'] as const).filter((side) => Object.keys(activity[side]).length > 0)).toEqual(sides)
  })
})

describe('minutes and events are refused', () => {
  const visit = { kind: 'delegation', id: 'visit' }
  test.each<[string, string, Story, Says, object]>([
    ['minutes', 'b uses their id', noted, notes('b'), { code: 'id-taken', kind: 'minutes', id: 'talk' }],
    [
      'nothing',
      'they name a visit',
      seatedRecord,
      notes('a', { delegation: 'visit' }),
      { code: 'unknown-object', ...visit },
    ],
    [
      'a visit',
      'they name an event too',
      proposed,
      notes('a', { delegation: 'visit', event: 'fair' }),
      { kind: 'event' },
    ],
    ['nothing', 'b confirms', seatedRecord, confirms('b'), { code: 'unknown-object', kind: 'minutes', id: 'talk' }],
    ['minutes of a', 'a confirms', noted, confirms('a'), { code: 'wrong-side', owner: 'a' }],
    ['minutes', 'b confirms other words', noted, confirms('b', never), { code: 'unknown-version', version: NO_ACT }],
    ['an event', 'b uses its id', announced, announces('b'), { code: 'id-taken', kind: 'event', id: 'fair' }],
    ['nothing', 'a changes it', seatedRecord, changes('a'), { code: 'unknown-object', kind: 'event', id: 'fair' }],
    ['an event of a', 'b changes it', announced, changes('b'), { code: 'wrong-side', kind: 'event', owner: 'a' }],
    ['a changed one', 'a changes the first wording', changed, changes('a'), { code: 'superseded-version' }],
    ['an event', 'a changes what was never said', announced, changes('a', never), { code: 'unknown-version' }],
    ['a reported one', 'a changes it', told, changes('a'), { code: 'already-decided', status: 'reported' }],
    ['nothing', 'a reports it', seatedRecord, tells('a'), { code: 'unknown-object', kind: 'event', id: 'fair' }],
    ['an event of a', 'b reports it', announced, tells('b'), { code: 'wrong-side', kind: 'event', owner: 'a' }],
    ['a reported one', 'a reports it again', told, tells('a'), { code: 'already-decided', status: 'reported' }],
  ])('given %s, when %s', (_given, _when, story, says, refusal) => {
    expect(refusalOf(story(), says)).toMatchObject(refusal)
  })

  test('given a visit, when minutes name it, then they are kept with it', () => {
    const { object } = after(proposed, notes('b', { delegation: 'visit' }))().state
    expect(object('minutes', 'talk')).toMatchObject({ owner: 'b', versions: [{ content: { delegation: 'visit' } }] })
  })

  test('given a changed event, then its newest wording is in force', () => {
    const { object } = changed().state
    expect(object('event', 'fair')?.versions.at(-1)?.content.venue).toBe('The square')
  })
})
