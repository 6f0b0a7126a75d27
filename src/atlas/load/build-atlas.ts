// Builds the gazetteer's columns from the reference packages: places, units, seats, evidence, countries.
// Takes some seconds; done once, then kept as a column file (open-atlas.ts).
import {
  makeGazetteer,
  POPULATION_OF_UNIT,
  POPULATION_UNKNOWN,
  type Gazetteer,
  type GazetteerColumns,
  type GazetteerTables,
  type GazetteerTexts,
  type TextColumn,
} from '../gazetteer.ts'
import { measureNearness } from './measure-nearness.ts'
import { readCountries } from './read-countries.ts'
import { rankOfFeature, readPlaces, type PlaceRow } from './read-places.ts'
import { readUnits, type UnitRow } from './read-units.ts'
import { spotUnitPopulations } from './spot-unit-populations.ts'

export interface AtlasParts {
  readonly columns: GazetteerColumns
  readonly texts: GazetteerTexts
  readonly tables: GazetteerTables
}

/** What the packages say of places and units, before it becomes columns; tests give a small one. */
export interface AtlasRows {
  readonly places: readonly PlaceRow[]
  readonly units: readonly UnitRow[]
}

export function buildAtlas(rows: AtlasRows = { places: readPlaces(), units: readUnits() }): AtlasParts {
  const { places } = rows
  const codes = new Set(places.map((place) => place.country))
  const units = rows.units.filter((unit) => codes.has(unit.country))
  const countries = readCountries(codes)
  const features = [...new Set([...places.map((place) => place.feature), 'ADM1', 'ADM2'])].sort()
  const timezones = [...new Set(places.map((place) => place.timezone))].sort()
  const size = places.length + units.length
  const at = {
    country: new Map(countries.map((country, i) => [country.code, i])),
    feature: new Map(features.map((feature, i) => [feature, i])),
    timezone: new Map(timezones.map((timezone, i) => [timezone, i])),
    unit: new Map(units.map((unit, i) => [unit.code, places.length + i])),
  }
  const columns = {
    id: new Int32Array(size),
    lat: new Float32Array(size),
    lon: new Float32Array(size),
    population: new Int32Array(size),
    elevation: new Int16Array(size),
    country: new Uint8Array(size),
    feature: new Uint8Array(size),
    rank: new Uint8Array(size),
    admin1: new Int32Array(size).fill(-1),
    admin2: new Int32Array(size).fill(-1),
    flags: new Uint8Array(size),
    alternates: new Uint16Array(size),
    coastKm: new Float32Array(size),
    portKm: new Float32Array(size),
    airportKm: new Float32Array(size),
    timezone: new Uint16Array(size),
    seat: new Int32Array(size).fill(-1),
    countryStart: new Int32Array(countries.length + 1),
  } satisfies GazetteerColumns

  places.forEach((place, i) => {
    columns.id[i] = place.id
    columns.lat[i] = place.lat
    columns.lon[i] = place.lon
    columns.population[i] = place.population
    columns.elevation[i] = place.elevation
    columns.country[i] = at.country.get(place.country) ?? 0
    columns.feature[i] = at.feature.get(place.feature) ?? 0
    columns.rank[i] = rankOfFeature(place.feature)
    columns.admin1[i] = at.unit.get(`${place.country}.${place.admin1}`) ?? -1
    columns.admin2[i] = at.unit.get(`${place.country}.${place.admin1}.${place.admin2}`) ?? -1
    columns.flags[i] = place.population === 0 ? POPULATION_UNKNOWN : 0
    columns.alternates[i] = place.alternateNames === '' ? 0 : place.alternateNames.split(',').length
    columns.timezone[i] = at.timezone.get(place.timezone) ?? 0
    columns.countryStart[columns.country[i] + 1]++
  })
  for (let i = 0; i < countries.length; i++) columns.countryStart[i + 1] += columns.countryStart[i]
  const nearness = measureNearness(places)
  for (const name of ['coastKm', 'portKm', 'airportKm'] as const) columns[name].set(nearness[name])

  placeUnits(columns, places, units, at)
  const byId = new Int32Array(places.length).map((_, i) => i).sort((a, b) => places[a].id - places[b].id)
  const texts: GazetteerTexts = {
    names: textColumn([...places.map((place) => place.name), ...units.map((unit) => unit.name)]),
    asciiNames: textColumn([...places.map((place) => place.asciiName), ...units.map((unit) => unit.name)]),
    alternateNames: textColumn([
      ...places.map((place) => place.alternateNames),
      ...units.map((unit) => unit.otherNames.join(',')),
    ]),
    unitCodes: textColumn(units.map((unit) => unit.code)),
    byId,
  }
  return { columns, texts, tables: { countries, features, timezones } }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Gives each unit its seat and what follows from it, and marks seats whose figure looks like the unit's. */
function placeUnits(
  columns: Mutable<GazetteerColumns>,
  places: readonly PlaceRow[],
  units: readonly UnitRow[],
  at: {
    readonly country: ReadonlyMap<string, number>
    readonly feature: ReadonlyMap<string, number>
    readonly unit: ReadonlyMap<string, number>
  },
): void {
  const first = places.length
  const held = new Int32Array(units.length)
  const better = (a: number, b: number) =>
    b < 0 ||
    columns.rank[a] < columns.rank[b] ||
    (columns.rank[a] === columns.rank[b] && columns.population[a] > columns.population[b])
  for (let place = 0; place < first; place++) {
    for (const unit of [columns.admin1[place], columns.admin2[place]]) {
      if (unit < 0) continue
      held[unit - first]++
      if (better(place, columns.seat[unit])) columns.seat[unit] = place
    }
  }
  units.forEach((unit, i) => {
    const entry = first + i
    const seat = columns.seat[entry]
    columns.country[entry] = at.country.get(unit.country) ?? 0
    columns.feature[entry] = at.feature.get(unit.level === 1 ? 'ADM1' : 'ADM2') ?? 0
    columns.rank[entry] = unit.level
    columns.flags[entry] = POPULATION_UNKNOWN
    columns.alternates[entry] = unit.otherNames.length
    if (unit.level === 2) columns.admin1[entry] = at.unit.get(unit.code.slice(0, unit.code.lastIndexOf('.'))) ?? -1
    if (seat < 0) return
    for (const name of ['lat', 'lon', 'elevation', 'coastKm', 'portKm', 'airportKm', 'timezone'] as const)
      columns[name][entry] = columns[name][seat]
  })
  const seated = units.flatMap((unit, i) => {
    const seat = columns.seat[first + i]
    return seat >= 0 && columns.rank[seat] <= unit.level
      ? [{ unit, entry: first + i, seat, placesInUnit: held[i] }]
      : []
  })
  const suspicious = spotUnitPopulations(
    seated.map(({ unit, seat, placesInUnit }) => ({
      unit,
      placesInUnit,
      alternates: columns.alternates[seat],
      population: columns.population[seat],
      country: unit.country,
      rank: columns.rank[seat],
    })),
  )
  seated.forEach(({ entry, seat, unit }, i) => {
    // A seat of both levels is judged by the unit that its own rank names.
    if (!suspicious[i] || columns.rank[seat] !== unit.level) return
    columns.flags[seat] |= POPULATION_OF_UNIT
    columns.flags[entry] = 0
    columns.population[entry] = columns.population[seat]
  })
}

function textColumn(texts: readonly string[]): TextColumn {
  const ends = new Uint32Array(texts.length)
  const parts = texts.map((text) => Buffer.from(text))
  let end = 0
  parts.forEach((part, i) => (ends[i] = end += part.length))
  return { bytes: new Uint8Array(Buffer.concat(parts)), ends }
}

export function gazetteerOf(parts: AtlasParts): Gazetteer {
  return makeGazetteer(parts.columns, parts.texts, parts.tables)
}
