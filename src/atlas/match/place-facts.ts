// What the model reads of a place and no network changes: derived once from a gazetteer.
import { NO_ELEVATION, type Entry, type Gazetteer } from '../gazetteer.ts'
import { foldName } from '../search/fold-name.ts'
import { buildPlaceGrid, type PlaceGrid } from './place-grid.ts'

export interface PlaceFacts {
  /** Decimal logarithm of the inhabitants, -1 where unknown. */
  readonly size: Float32Array
  /** Binary logarithm of 1 + the number of larger places in the country. */
  readonly position: Float32Array
  /** Binary logarithm of 1 + the number of alternate names: how widely a place is written about. */
  readonly renown: Float32Array
  /** Metres above the sea, 0 where unknown or below. */
  readonly height: Float32Array
  /** Places of the same folded name have the same number. */
  readonly nameKey: Int32Array
  /** Places of the same country and rank, by population: `peers[peerStart[i] … peerEnd[i] - 1]` holds place i's list. */
  readonly peers: Int32Array
  readonly peerAt: Int32Array
  readonly peerStart: Int32Array
  readonly peerEnd: Int32Array
  readonly grid: PlaceGrid
  /** Share of a random pair of inhabitants of two countries with a language in common, `a * countries + b`. */
  readonly sharedLanguage: Float32Array
}

export function placeFacts(gazetteer: Gazetteer): PlaceFacts {
  const { placeCount } = gazetteer
  const size = new Float32Array(placeCount)
  const position = new Float32Array(placeCount)
  const renown = new Float32Array(placeCount)
  const height = new Float32Array(placeCount)
  const nameKey = new Int32Array(placeCount)
  const keys = new Map<string, number>()
  for (let i = 0; i < placeCount; i++) {
    const { population, elevation } = gazetteer
    size[i] = population[i] > 0 ? Math.log10(population[i]) : -1
    position[i] = Math.log2(1 + i - gazetteer.countryStart[gazetteer.country[i]])
    renown[i] = Math.log2(1 + gazetteer.alternates[i])
    height[i] = elevation[i] === NO_ELEVATION || elevation[i] < 0 ? 0 : elevation[i]
    const name = foldName(gazetteer.asciiName(i))
    const key = keys.get(name) ?? keys.size
    keys.set(name, key)
    nameKey[i] = key
  }
  return {
    size,
    position,
    renown,
    height,
    nameKey,
    ...peerLists(gazetteer),
    grid: buildPlaceGrid(gazetteer),
    sharedLanguage: sharedLanguages(gazetteer),
  }
}

const RANKS = 8

function peerLists({ placeCount, country, rank, countries }: Gazetteer) {
  const listOf = (i: Entry) => country[i] * RANKS + rank[i]
  const starts = new Int32Array(countries.length * RANKS + 1)
  for (let i = 0; i < placeCount; i++) starts[listOf(i) + 1]++
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1]
  const fill = starts.slice()
  const peers = new Int32Array(placeCount)
  const peerAt = new Int32Array(placeCount)
  const peerStart = new Int32Array(placeCount)
  const peerEnd = new Int32Array(placeCount)
  for (let i = 0; i < placeCount; i++) {
    const list = listOf(i)
    peerAt[i] = fill[list]++
    peers[peerAt[i]] = i
    peerStart[i] = starts[list]
    peerEnd[i] = starts[list + 1]
  }
  return { peers, peerAt, peerStart, peerEnd }
}

/** The best single language: the share who use it in the one country times the share in the other. CLDR. */
function sharedLanguages({ countries }: Gazetteer): Float32Array {
  const shared = new Float32Array(countries.length * countries.length)
  const tables = countries.map((country) => new Map(country.languages.map(([language, share]) => [language, share])))
  countries.forEach((a, i) => {
    countries.forEach((_, j) => {
      let best = 0
      for (const [language, share] of a.languages) best = Math.max(best, share * (tables[j].get(language) ?? 0))
      shared[i * countries.length + j] = best
    })
  })
  return shared
}
