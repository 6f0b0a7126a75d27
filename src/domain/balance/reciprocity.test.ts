// Invariant 6: reciprocity is symmetric in a and b, free of scale, and in [0, 1].
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reciprocity } from './reciprocity.ts'

const RUNS = { numRuns: 10_000 }
const quantity = fc.double({ min: 0, max: 1e15, noNaN: true })
const measured = fc.tuple(quantity, quantity).filter(([ab, ba]) => ab > 1e-100 || ba > 1e-100)

describe('reciprocity', () => {
  test.each([
    [100, 100, 1],
    [0, 7, 0],
    [50, 100, 2 / 3],
    [900, 410, 820 / 1310],
  ])('given %d one way and %d the other, then it is %d', (ab, ba, r) => {
    expect(reciprocity(ab, ba)).toBeCloseTo(r, 12)
  })

  test('given nothing either way, then it is undefined and not 0', () => {
    expect(reciprocity(0, 0)).toBeUndefined()
  })

  test.each([
    [-1, 1],
    [1, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
  ])('given %d and %d, then it is refused', (ab, ba) => {
    expect(() => reciprocity(ab, ba)).toThrow(RangeError)
  })

  test('it is symmetric', () => {
    fc.assert(
      fc.property(measured, ([ab, ba]) => {
        expect(reciprocity(ab, ba)).toBe(reciprocity(ba, ab))
      }),
      RUNS,
    )
  })

  test('it lies in [0, 1]', () => {
    fc.assert(
      fc.property(measured, ([ab, ba]) => {
        const r = reciprocity(ab, ba) ?? -1
        expect(r).toBeGreaterThanOrEqual(0)
        expect(r).toBeLessThanOrEqual(1)
      }),
      RUNS,
    )
  })

  test('it is exactly the same for quantities that are doubled or halved, however often', () => {
    const counted = fc.nat(1_000_000_000).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(counted, counted, fc.integer({ min: -100, max: 100 }), (ab, ba, power) => {
        expect(reciprocity(ab * 2 ** power, ba * 2 ** power)).toBe(reciprocity(ab, ba))
      }),
      RUNS,
    )
  })

  test('it does not depend on the unit', () => {
    fc.assert(
      fc.property(measured, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), ([ab, ba], scale) => {
        expect(reciprocity(ab * scale, ba * scale)).toBeCloseTo(reciprocity(ab, ba) ?? -1, 9)
      }),
      RUNS,
    )
  })
})
