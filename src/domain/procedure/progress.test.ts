import { describe, expect, test } from 'vitest'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { workingDaysBefore } from './days-before.ts'
import { outlineOf } from './outline.ts'
import type { Deadline, Pack, Step } from './pack.ts'
import { beginProcedure, foldStep, tieKnot, type StepFact } from './procedure-state.ts'
import { progress, type ProgressOptions } from './progress.ts'

/** Weekends alone, and 6 March 2026 a holiday; known for 2026. */
const calendar: WorkingCalendar = {
  country: 'ZZ',
  weekend: ['saturday', 'sunday'],
  holidaysOf: (year) =>
    year === 2026 ? [{ date: '2026-03-06', name: { en: 'Feast' }, source: 'Decree', kind: 'announced' }] : [],
  reliability: { sources: [{ title: 'Decree', known: 'official' }], from: 2026, until: 2026, note: '' },
}

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  title: { en: id },
  actors: [],
  requires: [],
  produces: [],
  deadline: null,
  legal_basis: [{ source: 'LAW' }],
  known: 'text',
  ...more,
})
const packOf = (steps: readonly Step[], external: readonly string[] = []): Pack => ({
  pack: 'zz',
  version: '1',
  country: 'ZZ',
  title: { en: 'Test' },
  languages: ['en'],
  unreviewed: [],
  status: 'ready',
  provisional: null,
  valid: { from: null, until: null },
  sources: [{ id: 'LAW', title: 'Law', link: null, known: 'text' }],
  actors: [],
  documents: external.map((id) => ({ id, title: { en: id }, external: true })),
  events: [],
  steps,
  limits: [],
  unknown: [],
})
const completed = (id: string, more: object = {}): StepFact => ({
  act: 'x',
  at: '2026-03-02T00:00:00.000Z',
  basis: 'stated',
  type: 'step.completed',
  body: { step: id, ...more },
})
const look = (pack: Pack, facts: readonly StepFact[], today = '2026-03-31', options: ProgressOptions = {}) =>
  progress(pack, facts.reduce(foldStep, beginProcedure(outlineOf(pack))), today, calendar, options)

const council: Deadline = { unit: 'working-day', within: 5, from: 'received:letter' }
const twoSteps = packOf([
  step('ask', { produces: ['letter'] }),
  step('council', { requires: ['letter'], deadline: council }),
  step('sign', { requires: ['council'], knot: 'mou' }),
])

describe('given a letter to the council', () => {
  test('when the day of receipt is told, then the deadline counts from it, past weekend and holiday', () => {
    const { next, overdue, open, blocked } = look(twoSteps, [
      completed('ask', { events: { 'received:letter': '2026-03-04' } }),
    ])
    // 4 March is day 0; 5 is 1, 6 a holiday, 9 to 12 are 2 to 5.
    expect(next).toMatchObject([{ step: 'council', due: '2026-03-12', why: { code: 'deadline', reliable: true } }])
    expect(next[0]?.why).not.toHaveProperty('assumed')
    expect(overdue).toEqual([{ step: 'council', due: '2026-03-12', days: 19 }])
    expect([open, blocked]).toEqual([['council'], [{ step: 'sign', missing: ['council'] }]])
  })

  test('when it is not told, then the day of the letter stands in and the answer says so', () => {
    const [first] = look(twoSteps, [completed('ask', { on: '2026-03-02' })]).next
    expect(first).toMatchObject({ due: '2026-03-10', why: { event_on: '2026-03-02', assumed: true } })
    expect(first?.why.text).toContain('assumed')
  })

  test('when the letter was written again after that receipt, then the old receipt no longer counts', () => {
    const again = [
      completed('ask', { on: '2026-03-02', events: { 'received:letter': '2026-03-04' } }),
      completed('ask', { on: '2026-03-16' }),
    ]
    expect(look(twoSteps, again).next[0]).toMatchObject({ due: '2026-03-23', why: { assumed: true } })
  })

  test('when nothing is done, then all else is blocked by the step before it', () => {
    const { open, blocked, done } = look(twoSteps, [])
    expect([done, open]).toEqual([[], ['ask']])
    expect(blocked).toEqual([
      { step: 'council', missing: ['ask'] },
      { step: 'sign', missing: ['council'] },
    ])
  })

  test('when the count runs into a year whose holidays are not known, then it is not reliable', () => {
    const late = [completed('ask', { events: { 'received:letter': '2026-12-30' } })]
    expect(look(twoSteps, late).next[0]).toMatchObject({ due: '2027-01-06', why: { reliable: false } })
  })

  test('when there is no calendar, then nothing is counted and the reason is told', () => {
    const state = foldStep(beginProcedure(outlineOf(twoSteps)), completed('ask'))
    const { next } = progress(twoSteps, state, '2026-03-31', undefined)
    expect(next).toMatchObject([{ due: null, why: { code: 'calendar-missing' } }])
  })
})

describe('given a joint milestone', () => {
  const ready = [completed('ask'), completed('council')]

  test('when this side has said it, then it waits, is not open, and the answer names the other side', () => {
    const { waiting, open, done, next } = look(twoSteps, [...ready, completed('sign', { on: '2026-03-20' })])
    expect(waiting).toEqual([{ step: 'sign', knot: 'mou', for: 'other side', since: '2026-03-20' }])
    expect([open, done]).toEqual([[], ['ask', 'council']])
    expect(next).toMatchObject([{ step: 'sign', due: null, why: { code: 'other-side', since: '2026-03-20' } }])
  })

  test('when the other side waits, then the answer says since when', () => {
    const { next } = look(twoSteps, ready, '2026-03-31', { waitingSince: { mou: '2026-03-10' } })
    expect(next).toMatchObject([{ step: 'sign', why: { code: 'other-side-waits', since: '2026-03-10' } }])
  })

  test('when it is tied, then what counts from it is due', () => {
    const pack = packOf([
      step('sign', { knot: 'mou' }),
      step('report', { requires: ['sign'], deadline: { unit: 'month', within: 1, from: 'tied:mou' } }),
    ])
    const said = foldStep(beginProcedure(outlineOf(pack)), completed('sign'))
    const tied = tieKnot(said, 'mou', '2026-01-31', 'x')
    expect(progress(pack, said, '2026-03-01', calendar).blocked).toEqual([{ step: 'report', missing: ['sign'] }])
    expect(progress(pack, tied, '2026-03-01', calendar).overdue).toEqual([
      { step: 'report', due: '2026-02-28', days: 1 },
    ])
  })
})

describe('given permits that run side by side before a departure', () => {
  const before = (n: number, unit: Deadline['unit'] = 'day'): Partial<Step> => ({
    deadline: { unit, before: n, of: 'departure' },
  })
  const travel = packOf(
    [
      step('last', before(7)),
      step('unset'),
      step('first', before(1, 'month')),
      step('middle', before(10, 'working-day')),
      step('papers', { ...before(3), requires: ['invitation'] }),
    ],
    ['invitation'],
  )
  const events = { departure: '2026-03-20' }

  test('when the departure is known, then the strictest stands first and what has no date last', () => {
    const { next, overdue } = look(travel, [], '2026-03-05', { events })
    // Ten working days before Friday 20 March, with the holiday of 6 March: Thursday 5 March.
    expect(next.map(({ step: id, due }) => [id, due])).toEqual([
      ['first', '2026-02-20'],
      ['middle', '2026-03-05'],
      ['last', '2026-03-13'],
      ['papers', '2026-03-17'],
      ['unset', null],
    ])
    expect(overdue.map(({ step: id }) => id)).toEqual(['first'])
  })

  test('when it is not known, then the missing event is named, and a deadline not set is not “none”', () => {
    const { next } = look(travel, [])
    expect(next[0]?.why).toMatchObject({ code: 'event-missing', event: 'departure' })
    expect(next[1]?.why).toMatchObject({ code: 'not-set', text: expect.stringContaining('not confirmed') })
  })

  test('when only a document from outside is missing, then the step is blocked by it and its deadline runs', () => {
    const { blocked, open, overdue } = look(travel, [], '2026-03-18', { events })
    expect(blocked).toEqual([{ step: 'papers', missing: ['invitation'] }])
    expect(open).not.toContain('papers')
    expect(overdue.map(({ step: id }) => id)).toContain('papers')
    const laid = look(travel, [completed('last', { documents: ['invitation'] })], '2026-03-18', { events })
    expect(laid.open).toContain('papers')
  })
})

test('given working days counted backwards, then the day itself is day 0 and nothing before it is skipped', () => {
  expect(workingDaysBefore(calendar, '2026-03-09', 0).due).toBe('2026-03-09')
  expect(workingDaysBefore(calendar, '2026-03-09', 1).due).toBe('2026-03-05')
  expect(workingDaysBefore(calendar, '2026-01-02', 5)).toEqual({ due: '2025-12-26', reliable: false })
})

test('given a provisional pack, then its reason stands in the answer', () => {
  const pack: Pack = { ...twoSteps, status: 'provisional', provisional: { en: 'One source.' } }
  expect(look(pack, []).provisional).toEqual({ en: 'One source.' })
  expect(look(twoSteps, []).provisional).toBe(false)
})
