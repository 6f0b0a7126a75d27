import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallGazetteer } from '../../../tests/support/small-gazetteer.ts'
import { buildNetwork, type Network } from './network.ts'
import { components, degreeAssortativity, transitivity } from './network-shape.ts'
import { networkStats } from './network-stats.ts'

// Along the equator, one degree apart; A … C in one country, the others in a second.
const gazetteer = smallGazetteer(
  Array.from({ length: 7 }, (_, i) => ({
    id: i + 1,
    name: 'ABCDEFG'[i],
    country: i < 3 ? 'ID' : 'KH',
    lat: 0,
    lon: i,
  })),
)
const graph = (...pairs: readonly (readonly [number, number])[]) => buildNetwork(gazetteer.size, pairs.flat())
const degree = (Math.PI / 180) * 6371.0088

describe('given no tie at all', () => {
  test('then the counts are 0 and every other figure is null', () => {
    expect(networkStats(graph(), gazetteer)).toEqual({
      nodes: 0,
      edges: 0,
      mean_degree: null,
      max_degree: 0,
      transitivity: null,
      assortativity: null,
      components: 0,
      largest_component: 0,
      median_km: null,
      median_km_random: null,
      share_within_country: null,
      top_places: [],
      top_country_pairs: [],
    })
  })
})

describe('given one tie', () => {
  test('then there is no triple and no variance of degree', () => {
    expect(networkStats(graph([0, 3]), gazetteer)).toMatchObject({
      nodes: 2,
      edges: 1,
      mean_degree: 1,
      transitivity: null,
      assortativity: null,
    })
  })
})

describe('given a triangle with a tail (A-B, B-C, C-A, C-D) and a pair apart (E-F)', () => {
  const stats = networkStats(graph([0, 1], [1, 2], [2, 0], [2, 3], [4, 5]), gazetteer)

  test('then the counts', () => {
    expect(stats).toMatchObject({ nodes: 6, edges: 5, max_degree: 3, components: 2, largest_component: 4 })
    expect(stats.mean_degree).toBeCloseTo(10 / 6, 12)
  })

  test('then transitivity is three triangles in five triples', () => expect(stats.transitivity).toBeCloseTo(3 / 5, 12))

  test('then assortativity by hand', () => {
    // Ends of the ties, both ways: (2,2) (2,3) (2,3) (3,1) (1,1).
    const x = [2, 2, 2, 3, 2, 3, 3, 1, 1, 1]
    const y = [2, 2, 3, 2, 3, 2, 1, 3, 1, 1]
    const mean = x.reduce((a, b) => a + b) / 10
    const covariance = x.reduce((sum, value, i) => sum + (value - mean) * (y[i] - mean), 0)
    const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    expect(stats.assortativity).toBeCloseTo(covariance / variance, 12)
  })

  test('then the middle distance of ties, and of all pairs of nodes', () => {
    expect(stats.median_km).toBeCloseTo(degree, 3)
    expect(stats.median_km_random).toBeCloseTo(2 * degree, 3)
  })

  test('then the countries', () => {
    expect(stats.share_within_country).toBeCloseTo(4 / 5, 12)
    expect(stats.top_country_pairs).toEqual([{ a: 'ID', b: 'KH', ties: 1 }])
    expect(stats.top_places[0]).toEqual({ id: 3, name: 'C', country: 'ID', degree: 3 })
    expect(stats.top_places.map((place) => place.id)).toEqual([3, 1, 2, 4, 5, 6])
  })
})

describe('given every place has the same number of ties', () => {
  test('then assortativity has no value', () => {
    expect(degreeAssortativity(graph([0, 1], [1, 2], [2, 0]))).toBeNull()
    expect(transitivity(graph([0, 1], [1, 2], [2, 0]))).toBe(1)
  })
})

describe('given a star', () => {
  test('then it is wholly disassortative and has no triangle', () => {
    const star = graph([0, 1], [0, 2], [0, 3])
    expect(degreeAssortativity(star)).toBeCloseTo(-1, 12)
    expect(transitivity(star)).toBe(0)
  })
})

describe('given doubles and self-ties', () => {
  test('then they change nothing', () => {
    expect(networkStats(graph([0, 1], [1, 0], [2, 2], [0, 1]), gazetteer)).toEqual(
      networkStats(graph([0, 1]), gazetteer),
    )
  })
})

test('given any graph, then the figures agree with a count over all triples and all pairs', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 25 }), (pairs) => {
      const network = graph(...pairs)
      const slow = countSlowly(network, pairs)
      expect(transitivity(network)).toEqual(slow.transitivity)
      expect(components(network)).toEqual(slow.components)
    }),
  )
})

function countSlowly(network: Network, pairs: readonly (readonly [number, number])[]) {
  const n = network.size
  const tied = Array.from({ length: n }, () => new Array<boolean>(n).fill(false))
  for (const [a, b] of pairs) if (a !== b) tied[a][b] = tied[b][a] = true
  let [closed, triples] = [0, 0]
  for (let v = 0; v < n; v++) {
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        if (!tied[v][a] || !tied[v][b]) continue
        triples++
        if (tied[a][b]) closed++
      }
    }
  }
  const piece = tied.map((_, i) => i)
  for (let round = 0; round < n; round++) {
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) if (tied[a][b]) piece[a] = piece[b] = Math.min(piece[a], piece[b])
  }
  const sizes = new Map<number, number>()
  piece.forEach((p, i) => tied[i].some(Boolean) && sizes.set(p, (sizes.get(p) ?? 0) + 1))
  return {
    transitivity: triples === 0 ? null : closed / triples,
    components: { count: sizes.size, largest: Math.max(0, ...sizes.values()) },
  }
}
