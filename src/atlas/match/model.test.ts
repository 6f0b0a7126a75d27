import { describe, expect, it } from 'vitest'
import { positionOn } from './axis.ts'
import { FEATURES, parameterCount } from './features.ts'
import { readModel, type ModelFile } from './model.ts'
import { shippedModel } from './shipped-model.ts'
import parameters from './parameters.json' with { type: 'json' }

const file: ModelFile = parameters

describe('given the shipped parameters', () => {
  it('then there are a few hundred numbers, with their provenance', () => {
    expect(FEATURES.reduce((sum, feature) => sum + parameterCount(feature), 0)).toBeLessThan(500)
    expect(shippedModel().provenance.pairs).toBeGreaterThan(0)
    expect(shippedModel().provenance.script).toBe('bench/learn/learn-match.ts')
  })

  it('then no evidence of ties is worth exactly nothing', () => {
    const worth = shippedModel()
      .terms.filter(({ feature }) => feature.fromNothing)
      .map(({ table }) => table[0])
    expect(worth.length).toBeGreaterThan(0)
    expect(worth.every((value) => value === 0)).toBe(true)
  })

  it('then a mirrored table reads the same both ways', () => {
    for (const { feature, table } of shippedModel().terms) {
      if (!feature.mirrored) continue
      const { knots } = feature.axes[0]
      for (let a = 0; a < knots; a++)
        for (let b = 0; b < knots; b++) expect(table[a * knots + b]).toBe(table[b * knots + a])
    }
  })
})

describe('given a damaged file of parameters', () => {
  it.each([
    [
      'a table is absent',
      { ...file.tables, distance: undefined as unknown as number[] },
      /distance: expected 12 numbers, found none/,
    ],
    ['a table is cut short', { ...file.tables, distance: [1, 2] }, /distance: expected 12 numbers, found 2/],
    ['a number is none', { ...file.tables, 'same-name': [0, Number.NaN] }, /same-name/],
    ['a feature does not exist', { ...file.tables, weather: [1] }, /does not exist: weather/],
  ])('when %s, then it is refused by the name of the feature', (_, tables, message) => {
    expect(() => readModel({ ...file, tables })).toThrow(message)
  })
})

describe('given an axis', () => {
  it('then nothing and not known stand on knot 0, and the ends hold', () => {
    expect(positionOn({ kind: 'log', from: -2, step: 0.5, knots: 5 }, 0)).toBe(0)
    expect(positionOn({ kind: 'log', from: -2, step: 0.5, knots: 5 }, 1e-9)).toBe(1)
    expect(positionOn({ kind: 'known', from: 2, step: 1, knots: 5 }, -1)).toBe(0)
    expect(positionOn({ kind: 'known', from: 2, step: 1, knots: 5 }, 3.5)).toBe(2.5)
    expect(positionOn({ kind: 'doubling', from: 1, step: 1, knots: 9 }, 7)).toBe(3)
    expect(positionOn({ kind: 'linear', from: 0, step: 1, knots: 5 }, 99)).toBeLessThan(4)
  })
})
