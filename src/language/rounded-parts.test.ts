import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundedParts } from './rounded-parts.ts'

const inHundredths = (value: number) => Math.round(value * 100) + 0

test('given any parts, when rounded, then the shown parts add up to the shown sum and none is off by more than a unit', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 30 }), (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      const shown = roundedParts(parts, total, 2)
      expect(shown.reduce((sum, part) => sum + inHundredths(part), 0)).toBe(inHundredths(total))
      shown.forEach((part, i) => expect(Math.abs(part - parts[i])).toBeLessThanOrEqual(0.01 + 1e-9))
    }),
  )
})

test('given three thirds of one, when rounded to two decimals, then one of them carries the rest', () => {
  expect(roundedParts([1 / 3, 1 / 3, 1 / 3], 1, 2)).toEqual([0.34, 0.33, 0.33])
})
