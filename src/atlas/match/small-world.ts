// A made-up world for tests: four countries on a grid of towns, ties drawn by a seed. No real place, no real tie.
import {
  makeGazetteer,
  NO_ELEVATION,
  POPULATION_UNKNOWN,
  type Country,
  type Gazetteer,
  type TextColumn,
} from '../gazetteer.ts'
import { buildNetwork, type Network } from '../network/network.ts'
import { FEATURES, parameterCount } from './features.ts'
import { readModel, type MatchModel } from './model.ts'

const COUNTRIES: readonly Country[] = ['AA', 'BB', 'CC', 'DD'].map((code, k) => ({
  code,
  continent: 'XX',
  name: `Country ${code}`,
  population: 1e6 * (k + 1),
  gdpPerHead: k === 3 ? 0 : 4000 * (k + 1),
  languages: [[k < 2 ? 'xx' : 'yy', 0.9, true]],
}))
export const TOWNS_EACH = 30
const COUNT = TOWNS_EACH * COUNTRIES.length

function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

export function smallGazetteer(): Gazetteer {
  const random = numbers(7)
  const units = COUNTRIES.map((_, k) => COUNT + k)
  const size = COUNT + units.length
  const country = Uint8Array.from({ length: size }, (_, i) => (i < COUNT ? Math.floor(i / TOWNS_EACH) : i - COUNT))
  const each = <T>(make: (i: number) => T): T[] =>
    Array.from({ length: size }, (_, i) => make(i < COUNT ? i : (i - COUNT) * TOWNS_EACH))
  const population = Int32Array.from(
    each((i) => (i % TOWNS_EACH === TOWNS_EACH - 1 ? 0 : Math.round(400_000 / (1 + (i % TOWNS_EACH)) ** 1.5))),
  )
  const columns = {
    id: Int32Array.from({ length: size }, (_, i) => (i < COUNT ? 1000 + i : 0)),
    lat: Float32Array.from(each((i) => 10 + 12 * Math.floor(i / TOWNS_EACH) + (i % 6) * 0.2)),
    lon: Float32Array.from(each((i) => 5 + Math.floor((i % TOWNS_EACH) / 6) * 0.2)),
    population,
    country,
    elevation: Int16Array.from(each((i) => (i % 11 === 0 ? NO_ELEVATION : (i * 37) % 900))),
    feature: new Uint8Array(size),
    rank: Uint8Array.from({ length: size }, (_, i) =>
      i >= COUNT ? 1 : i % TOWNS_EACH === 0 ? 0 : i % 5 === 0 ? 2 : 6,
    ),
    admin1: Int32Array.from({ length: size }, (_, i) => (i < COUNT ? units[country[i]] : -1)),
    admin2: new Int32Array(size).fill(-1),
    flags: Uint8Array.from(population, (people) => (people === 0 ? POPULATION_UNKNOWN : 0)),
    alternates: Uint16Array.from(each((i) => Math.round(40 / (1 + (i % TOWNS_EACH))))),
    coastKm: Float32Array.from(each(() => 100 * random())),
    portKm: Float32Array.from(each(() => 100 * random())),
    airportKm: Float32Array.from(each(() => 150 * random())),
    timezone: new Uint16Array(size),
    seat: Int32Array.from({ length: size }, (_, i) => (i < COUNT ? -1 : (i - COUNT) * TOWNS_EACH)),
    countryStart: Int32Array.from({ length: COUNTRIES.length + 1 }, (_, k) => k * TOWNS_EACH),
  }
  const names = text(Array.from({ length: size }, (_, i) => (i % 17 === 0 ? 'Newtown' : `Town ${i}`)))
  const nothing = text(Array.from({ length: size }, () => ''))
  const texts = {
    names,
    asciiNames: names,
    alternateNames: nothing,
    unitCodes: text(COUNTRIES.map(({ code }) => `${code}.01`)),
    byId: Int32Array.from({ length: COUNT }, (_, i) => i),
  }
  return makeGazetteer(columns, texts, { countries: COUNTRIES, features: ['PPL'], timezones: ['Etc/UTC'] })
}

function text(list: readonly string[]): TextColumn {
  let end = 0
  const ends = Uint32Array.from(list, (item) => (end += item.length))
  return { bytes: new TextEncoder().encode(list.join('')), ends }
}

export function smallNetwork(gazetteer: Gazetteer, ties = 160, seed = 11): Network {
  const random = numbers(seed)
  const pick = () => Math.floor(random() ** 1.6 * TOWNS_EACH) + TOWNS_EACH * Math.floor(random() * COUNTRIES.length)
  return buildNetwork(gazetteer.size, Array.from({ length: 2 * ties }, pick))
}

/** Parameters without meaning, so that every table and every cell of it counts in a test. */
export function anyModel(seed = 5): MatchModel {
  const random = numbers(seed)
  return readModel({
    provenance: { script: 'test', data: 'none', learned: '', seed, pairs: 0, note: '', holdout: null },
    tables: Object.fromEntries(
      FEATURES.map((feature) => [
        feature.name,
        Array.from({ length: parameterCount(feature) }, () => random() * 4 - 2),
      ]),
    ),
  })
}
