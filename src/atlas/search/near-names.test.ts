import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterSignature } from './letter-signature.ts'
import { typingDistance } from './near-names.ts'

const codes = (text: string) => Uint16Array.from([...Array(text.length).keys()].map((i) => text.charCodeAt(i)))

/** The textbook table, whole. */
function slowDistance(a: string, b: string): number {
  const d = [...Array(a.length + 1).keys()].map((i) =>
    [...Array(b.length + 1).keys()].map((j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1)
    }
  }
  return d[a.length][b.length]
}

const bits = (word: number) => word.toString(2).replaceAll('0', '').length
const word = fc.string({ unit: fc.constantFrom(...'abcde រs'), maxLength: 12 })

describe('near names', () => {
  test.each([
    ['surabaya', 'surabya', 1],
    ['bandung', 'bandugn', 1],
    ['jepara', 'djepara', 1],
    ['semarang', 'semarnga', 2],
    ['jepara', 'jepara', 0],
  ])('%s and %s are %d apart', (a, b, distance) => {
    expect(typingDistance(codes(a), codes(b), 0, b.length, 2)).toBe(distance)
  })

  test('the banded distance is the textbook distance, cut off above the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, limit) => {
        const padded = codes(`xx${b}yy`)
        expect(typingDistance(codes(a), padded, 2, b.length, limit)).toBe(Math.min(limit + 1, slowDistance(a, b)))
      }),
      { numRuns: 10_000 },
    )
  })

  test('the signature never hides a name that is near enough', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [x, y] = [letterSignature(a), letterSignature(b)]
        const differing = bits((x[0] ^ y[0]) >>> 0) + bits((x[1] ^ y[1]) >>> 0)
        expect(differing).toBeLessThanOrEqual(2 * slowDistance(a, b))
      }),
      { numRuns: 10_000 },
    )
  })
})
