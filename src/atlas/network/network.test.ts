import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areTied, buildNetwork, degreeOf, partnersOf } from './network.ts'

test('given pairs in any order and direction, then partners are ascending, without doubles and self-ties', () => {
  const network = buildNetwork(5, [3, 0, 0, 3, 0, 2, 1, 1, 4, 0])
  expect([...partnersOf(network, 0)]).toEqual([2, 3, 4])
  expect([...partnersOf(network, 1)]).toEqual([])
  expect(network.edgeCount).toBe(3)
})

test('given any pairs, then areTied says exactly which, both ways, and degrees add up to twice the ties', () => {
  const node = fc.integer({ min: 0, max: 11 })
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node)), (pairs) => {
      const network = buildNetwork(12, pairs.flat())
      const expected = new Set(pairs.filter(([a, b]) => a !== b).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
      let degrees = 0
      for (let a = 0; a < 12; a++) {
        degrees += degreeOf(network, a)
        for (let b = 0; b < 12; b++) expect(areTied(network, a, b)).toBe(expected.has(`${a} ${b}`))
      }
      expect(degrees).toBe(2 * network.edgeCount)
    }),
  )
})
