// A place or unit in one line: what lists, search results and JSON show of it.
import { CAPITAL_RANK, isUnit, POPULATION_OF_UNIT, type Entry, type Gazetteer } from '../atlas/gazetteer.ts'
import { placeRef, type PlaceRef } from './place-ref.ts'

export type PlaceKind = 'capital' | 'seat-1' | 'seat-2' | 'seat-3' | 'seat-4' | 'seat-5' | 'place' | 'unit-1' | 'unit-2'

export interface PlaceSummary {
  readonly id: PlaceRef
  readonly name: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  /** Name of the first-level unit it lies in, where known. */
  readonly region?: string
  readonly kind: PlaceKind
  /** Inhabitants; absent where unknown. */
  readonly population?: number
  /** The figure looks like that of the whole unit. */
  readonly populationOfUnit: boolean
  readonly lat: number
  readonly lon: number
}

export function placeKind(gazetteer: Gazetteer, entry: Entry): PlaceKind {
  const rank = gazetteer.rank[entry]
  if (isUnit(gazetteer, entry)) return rank === 1 ? 'unit-1' : 'unit-2'
  if (rank === CAPITAL_RANK) return 'capital'
  return rank <= 5 ? (`seat-${rank}` as PlaceKind) : 'place'
}

export function placeSummary(gazetteer: Gazetteer, entry: Entry): PlaceSummary {
  const region = gazetteer.admin1[entry]
  const population = gazetteer.population[entry]
  return {
    id: placeRef(gazetteer, entry),
    name: gazetteer.name(entry),
    country: gazetteer.countries[gazetteer.country[entry]].code,
    ...(region >= 0 && region !== entry ? { region: gazetteer.name(region) } : {}),
    kind: placeKind(gazetteer, entry),
    ...(population > 0 ? { population } : {}),
    populationOfUnit: (gazetteer.flags[entry] & POPULATION_OF_UNIT) !== 0,
    lat: degrees(gazetteer.lat[entry]),
    lon: degrees(gazetteer.lon[entry]),
  }
}

/** Coordinates to the five decimals of the source. */
const degrees = (value: number) => Math.round(value * 1e5) / 1e5
