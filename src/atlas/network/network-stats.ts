// The network in figures. Nodes are places with at least one tie; figures that have no value are null, never 0 or NaN.
import type { Entry, Gazetteer } from '../gazetteer.ts'
import { degreeOf, partnersOf, type Network } from './network.ts'
import { components, degreeAssortativity, transitivity } from './network-shape.ts'
import { greatCircleKm } from '../great-circle.ts'

export interface NetworkStats {
  readonly nodes: number
  readonly edges: number
  readonly mean_degree: number | null
  readonly max_degree: number
  readonly transitivity: number | null
  readonly assortativity: number | null
  readonly components: number
  readonly largest_component: number
  /** Median great-circle distance of tied places, kilometres. */
  readonly median_km: number | null
  /** The same for pairs drawn at random among the nodes: what the distance would be without preference. */
  readonly median_km_random: number | null
  readonly share_within_country: number | null
  readonly top_places: readonly TopPlace[]
  /** Pairs of two different countries. */
  readonly top_country_pairs: readonly TopCountryPair[]
}

export interface TopPlace {
  /** GeoNames id */
  readonly id: number
  readonly name: string
  readonly country: string
  readonly degree: number
}

export interface TopCountryPair {
  /** ISO 3166-1 alpha-2; `a` comes before `b` in the alphabet. */
  readonly a: string
  readonly b: string
  readonly ties: number
}

const RANDOM_PAIRS = 100_000
const SEED = 20181
const TOP = 10

/** All figures of a network laid over `gazetteer`. The random pairs are the same in every run. */
export function networkStats(network: Network, gazetteer: Gazetteer): NetworkStats {
  const nodes: Entry[] = []
  for (let entry = 0; entry < network.size; entry++) if (degreeOf(network, entry) > 0) nodes.push(entry)
  const edges = network.edgeCount
  const { count, largest } = components(network)
  const km = (a: Entry, b: Entry) =>
    greatCircleKm(gazetteer.lat[a], gazetteer.lon[a], gazetteer.lat[b], gazetteer.lon[b])

  const lengths = new Float64Array(edges)
  const countryPairs = new Map<number, number>()
  const countries = gazetteer.countries.length
  let within = 0
  let at = 0
  for (const a of nodes) {
    for (const b of partnersOf(network, a)) {
      if (b < a) continue
      lengths[at++] = km(a, b)
      const [low, high] = [gazetteer.country[a], gazetteer.country[b]].sort((x, y) => x - y)
      if (low === high) within++
      else countryPairs.set(low * countries + high, (countryPairs.get(low * countries + high) ?? 0) + 1)
    }
  }

  return {
    nodes: nodes.length,
    edges,
    mean_degree: nodes.length === 0 ? null : (2 * edges) / nodes.length,
    max_degree: nodes.reduce((most, entry) => Math.max(most, degreeOf(network, entry)), 0),
    transitivity: transitivity(network),
    assortativity: degreeAssortativity(network),
    components: count,
    largest_component: largest,
    median_km: median(lengths),
    median_km_random: median(randomLengths(nodes, km)),
    share_within_country: edges === 0 ? null : within / edges,
    top_places: topPlaces(network, gazetteer, nodes),
    top_country_pairs: topCountryPairs(gazetteer, countryPairs),
  }
}

function topPlaces(network: Network, gazetteer: Gazetteer, nodes: readonly Entry[]): readonly TopPlace[] {
  return nodes
    .toSorted((a, b) => degreeOf(network, b) - degreeOf(network, a) || gazetteer.id[a] - gazetteer.id[b])
    .slice(0, TOP)
    .map((entry) => ({
      id: gazetteer.id[entry],
      name: gazetteer.name(entry),
      country: gazetteer.countries[gazetteer.country[entry]].code,
      degree: degreeOf(network, entry),
    }))
}

function topCountryPairs(gazetteer: Gazetteer, counts: ReadonlyMap<number, number>): readonly TopCountryPair[] {
  const { countries } = gazetteer
  return [...counts]
    .map(([key, ties]) => {
      const codes = [countries[Math.floor(key / countries.length)].code, countries[key % countries.length].code]
      const [a, b] = codes.sort()
      return { a, b, ties }
    })
    .sort((x, y) => y.ties - x.ties || (x.a + x.b < y.a + y.b ? -1 : 1))
    .slice(0, TOP)
}

// Few nodes: every pair once, so that the figure is exact. Many: a seeded sample.
function randomLengths(nodes: readonly Entry[], km: (a: Entry, b: Entry) => number): Float64Array {
  const n = nodes.length
  const pairs = (n * (n - 1)) / 2
  if (pairs <= RANDOM_PAIRS) {
    const all = new Float64Array(pairs)
    let at = 0
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) all[at++] = km(nodes[i], nodes[j])
    return all
  }
  const next = seeded(SEED)
  return Float64Array.from({ length: RANDOM_PAIRS }, () => {
    const i = Math.floor(next() * n)
    const j = Math.floor(next() * (n - 1))
    return km(nodes[i], nodes[j < i ? j : j + 1])
  })
}

/** The middle value, the mean of the two middle ones for an even count; null without values. Sorts in place. */
function median(values: Float64Array): number | null {
  if (values.length === 0) return null
  values.sort()
  const middle = values.length >> 1
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
}

// Mulberry32 (Tommy Ettinger, public domain): small, and enough to draw pairs.
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
