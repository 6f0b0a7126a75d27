import { describe, expect, test } from 'vitest'
import { seatedRecord } from '../../../tests/support/record.ts'
import type { ActBody } from '../act/act-bodies.ts'
import type { Side } from '../act/act.ts'
import type { Objects } from '../partnership/objects.ts'
import { balanceOf, forecastBalance } from './balance.ts'

const YEARS = { fromYear: 2024, toYear: 2025 }

function flow(
  flowId: string,
  from: Side,
  quantity: number,
  more: Partial<ActBody['flow.recorded']> = {},
): ActBody['flow.recorded'] {
  return {
    flow: flowId,
    sector: 'tourism-culture',
    measure: 'visitors',
    unit: 'person',
    from,
    to: from === 'a' ? 'b' : 'a',
    quantity,
    when: { from: '2025-01-01', to: '2025-12-31' },
    source: 'Statistics office',
    ...more,
  }
}

function recordOf(...flows: readonly ActBody['flow.recorded'][]) {
  const record = seatedRecord()
  for (const one of flows) record.say(one.from, 'flow.recorded', one)
  return record
}

describe('balance', () => {
  test('given visitors both ways, then the numbers, the reciprocity and the side with the surplus are told', () => {
    const { head } = recordOf(flow('x', 'a', 300), flow('y', 'b', 100)).state
    expect(balanceOf(head, YEARS)).toEqual([
      {
        sector: 'tourism-culture',
        r: 0.5,
        measures: [{ measure: 'visitors', unit: 'person', a_to_b: 300, b_to_a: 100, r: 0.5, surplus: 'a', weight: 1 }],
      },
    ])
  })

  test('given measures of two units, then they are not added: the sector is the weighted mean of both', () => {
    const money = { measure: 'spending', unit: 'USD' }
    const { head } = recordOf(flow('x', 'a', 10), flow('y', 'b', 10), flow('z', 'a', 5, money)).state
    const [equal] = balanceOf(head, YEARS)
    const [weighted] = balanceOf(head, YEARS, { 'tourism-culture|visitors|person': 3 })
    expect([equal?.r, weighted?.r]).toEqual([0.5, 0.75])
    expect(equal?.measures.map(({ unit }) => unit)).toEqual(['USD', 'person'])
  })

  test('given other years, then nothing is told of them', () => {
    const { head } = recordOf(flow('x', 'a', 10, { when: { from: '2020-01-01', to: '2020-12-31' } })).state
    expect(balanceOf(head, YEARS)).toEqual([])
  })

  test('given tenths that are recorded and withdrawn, then nothing is left of them', () => {
    const record = recordOf(flow('x', 'a', 0.1), flow('y', 'a', 0.2))
    record.say('a', 'flow.withdrawn', { flow: 'x', reason: 'Twice.' })
    record.say('a', 'flow.withdrawn', { flow: 'y', reason: 'Twice.' })
    expect(record.state.head.flows).toEqual({})
    expect(record.state.head.activity.a).toEqual({})
  })

  test('given a correction, then the new figure stands in the place of the old one', () => {
    const record = recordOf(flow('x', 'a', 9000))
    const act = record.acts.at(-1)?.hash ?? ''
    record.say('a', 'act.corrected', { act, body: flow('x', 'a', 900), reason: 'A zero too many.' })
    expect(balanceOf(record.state.head, YEARS)[0]?.measures[0]?.a_to_b).toBe(900)
    expect(record.state.object('flow', 'x')?.mark.corrected?.reason).toBe('A zero too many.')
  })

  test.each([0, -1, Number.NaN])('given a weight of %d, then it is refused', (weight) => {
    const { head } = recordOf(flow('x', 'a', 1)).state
    expect(() => balanceOf(head, YEARS, { 'tourism-culture|visitors|person': weight })).toThrow(RangeError)
  })

  test('given concepts with forecasts, then their balance is visible before anything is signed', () => {
    const record = seatedRecord()
    for (const [concept, forecast] of [
      ['school', { measure: 'students', unit: 'person', a_to_b: 4, b_to_a: 10 }],
      ['camp', { measure: 'students', unit: 'person', a_to_b: 6, b_to_a: 10 }],
    ] as const)
      record.say('a', 'concept.offered', {
        concept,
        sector: 'education',
        title: { en: concept },
        sides: { a: { gives: [], gains: [] }, b: { gives: [], gains: [] } },
        forecast: [forecast],
      })
    const [education] = forecastBalance(record.state.objects('concept'))
    expect(education?.measures[0]).toMatchObject({ a_to_b: 10, b_to_a: 20, surplus: 'b' })
    expect(education?.r).toBeCloseTo(2 / 3, 12)
  })

  test('given measures whose words contain the sign between the parts of a key, then they are kept apart', () => {
    const [education] = forecastBalance([
      concept([
        { measure: 'pupils|primary', unit: 'person', a_to_b: 1, b_to_a: 2 },
        { measure: 'pupils', unit: 'primary|person', a_to_b: 3, b_to_a: 3 },
      ]),
    ])
    expect(education?.measures.map(({ measure, unit, a_to_b }) => [measure, unit, a_to_b])).toEqual([
      ['pupils', 'primary|person', 3],
      ['pupils|primary', 'person', 1],
    ])
  })

  test('given a concept that expects nothing either way, then its balance is unknown and not 0', () => {
    expect(forecastBalance([concept([{ measure: 'pupils', unit: 'person', a_to_b: 0, b_to_a: 0 }])])).toEqual([
      {
        sector: 'education',
        r: null,
        measures: [{ measure: 'pupils', unit: 'person', a_to_b: 0, b_to_a: 0, r: null, surplus: null, weight: 1 }],
      },
    ])
  })

  test('given one measure of which nothing flows, then the sector is the mean of the others', () => {
    const [education] = forecastBalance([
      concept([
        { measure: 'pupils', unit: 'person', a_to_b: 0, b_to_a: 0 },
        { measure: 'teachers', unit: 'person', a_to_b: 1, b_to_a: 3 },
      ]),
    ])
    expect(education?.r).toBe(0.5)
  })
})

function concept(forecast: NonNullable<ActBody['concept.offered']['forecast']>): Objects['concept'] {
  const record = seatedRecord()
  record.say('a', 'concept.offered', {
    concept: 'school',
    sector: 'education',
    title: { en: 'A school' },
    sides: { a: { gives: [], gains: [] }, b: { gives: [], gains: [] } },
    forecast,
  })
  const [school] = record.state.objects('concept')
  if (school === undefined) throw new Error('No concept was offered.')
  return school
}
