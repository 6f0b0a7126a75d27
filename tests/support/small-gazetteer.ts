// A gazetteer of a few places made by the test itself, with the column order that the real one keeps.
import {
  makeGazetteer,
  NO_ELEVATION,
  ORDINARY_RANK,
  POPULATION_UNKNOWN,
  type Gazetteer,
  type TextColumn,
} from '../../src/atlas/gazetteer.ts'

export interface SmallPlace {
  readonly id: number
  readonly name: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly population?: number
}

export interface SmallUnit {
  readonly code: string
  readonly name: string
  /** GeoNames id of the seat; absent where no listed place lies in it. */
  readonly seat?: number
}

export function smallGazetteer(places: readonly SmallPlace[], units: readonly SmallUnit[] = []): Gazetteer {
  const countryOf = (code: string) => code.slice(0, 2)
  const codes = [
    ...new Set([...places.map((place) => place.country), ...units.map((unit) => countryOf(unit.code))]),
  ].sort()
  const population = (place: SmallPlace) => place.population ?? 0
  const ordered = places.toSorted(
    (a, b) => codes.indexOf(a.country) - codes.indexOf(b.country) || population(b) - population(a) || a.id - b.id,
  )
  const entryOf = new Map(ordered.map((place, entry) => [place.id, entry]))
  const seats = units.map((unit) => (unit.seat === undefined ? -1 : entryOf.get(unit.seat)!))
  const size = ordered.length + units.length
  const column = <T extends { [i: number]: number }>(
    array: T,
    place: (p: SmallPlace) => number,
    unit: (u: SmallUnit, i: number) => number,
  ) => {
    ordered.forEach((p, i) => (array[i] = place(p)))
    units.forEach((u, i) => (array[ordered.length + i] = unit(u, i)))
    return array
  }
  const ofSeat = (i: number, value: (place: SmallPlace) => number) => (seats[i] < 0 ? 0 : value(ordered[seats[i]]))
  const levelOf = (unit: SmallUnit) => unit.code.split('.').length - 1
  const unitSeatedAt = (level: number) => (place: SmallPlace) => {
    const found = units.findIndex((unit) => unit.seat === place.id && levelOf(unit) === level)
    return found < 0 ? -1 : ordered.length + found
  }

  return makeGazetteer(
    {
      id: column(
        new Int32Array(size),
        (p) => p.id,
        () => 0,
      ),
      lat: column(
        new Float32Array(size),
        (p) => p.lat,
        (_, i) => ofSeat(i, (p) => p.lat),
      ),
      lon: column(
        new Float32Array(size),
        (p) => p.lon,
        (_, i) => ofSeat(i, (p) => p.lon),
      ),
      population: column(new Int32Array(size), population, () => 0),
      elevation: new Int16Array(size).fill(NO_ELEVATION),
      country: column(
        new Uint8Array(size),
        (p) => codes.indexOf(p.country),
        (u) => codes.indexOf(countryOf(u.code)),
      ),
      feature: new Uint8Array(size),
      rank: column(new Uint8Array(size), () => ORDINARY_RANK, levelOf),
      admin1: column(new Int32Array(size), unitSeatedAt(1), () => -1),
      admin2: column(new Int32Array(size), unitSeatedAt(2), () => -1),
      flags: column(
        new Uint8Array(size),
        (p) => (population(p) === 0 ? POPULATION_UNKNOWN : 0),
        () => POPULATION_UNKNOWN,
      ),
      alternates: new Uint16Array(size),
      coastKm: new Float32Array(size),
      portKm: new Float32Array(size),
      airportKm: new Float32Array(size),
      timezone: new Uint16Array(size),
      seat: column(
        new Int32Array(size),
        () => -1,
        (_, i) => seats[i],
      ),
      countryStart: Int32Array.from([
        ...codes.map((_, i) => ordered.filter((p) => codes.indexOf(p.country) < i).length),
        ordered.length,
      ]),
    },
    {
      names: texts([...ordered.map((p) => p.name), ...units.map((u) => u.name)]),
      asciiNames: texts([...ordered.map((p) => p.name), ...units.map((u) => u.name)]),
      alternateNames: texts(ordered.map(() => '')),
      unitCodes: texts(units.map((u) => u.code)),
      byId: Int32Array.from(ordered.map((_, i) => i).sort((a, b) => ordered[a].id - ordered[b].id)),
    },
    {
      countries: codes.map((code) => ({
        code,
        continent: '',
        name: code,
        languages: [],
        population: 0,
        gdpPerHead: 0,
      })),
      features: ['PPL'],
      timezones: ['UTC'],
    },
  )
}

function texts(values: readonly string[]): TextColumn {
  const bytes = values.map((value) => new TextEncoder().encode(value))
  let end = 0
  const ends = Uint32Array.from(bytes.map((part) => (end += part.length)))
  const all = new Uint8Array(end)
  bytes.forEach((part, i) => all.set(part, ends[i] - part.length))
  return { bytes: all, ends }
}
