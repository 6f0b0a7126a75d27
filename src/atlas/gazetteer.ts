// The gazetteer: every place and every administrative unit as columns of typed arrays, addressed by entry index.
// Entries 0 … placeCount-1 are places, ordered by country code, then population (largest first), then GeoNames id,
// so one country is one contiguous range. Entries placeCount … size-1 are administrative units.

/** An entry index into the columns of a Gazetteer. */
export type Entry = number

/** Administrative rank of a place as a seat of government. Lower is higher; ORDINARY_RANK is no seat at all. */
export const CAPITAL_RANK = 0
export const ORDINARY_RANK = 6

/** Population is not given in the source (GeoNames writes 0). */
export const POPULATION_UNKNOWN = 1
/** The population figure looks like that of the whole administrative unit, not of the town. */
export const POPULATION_OF_UNIT = 2

/** Elevation where the source gives none. */
export const NO_ELEVATION = -32768

export interface Country {
  /** ISO 3166-1 alpha-2 */
  readonly code: string
  readonly continent: string
  /** English name, for logs; pages use the reader's language. */
  readonly name: string
  /** BCP 47 language subtags with the share of the population that uses them, in [0, 1]; most used first. CLDR. */
  readonly languages: readonly (readonly [language: string, share: number, official: boolean])[]
  /** Inhabitants, 0 where unknown. CLDR. */
  readonly population: number
  /** Gross domestic product per head in US dollars at purchasing power parity, 0 where unknown. CLDR. */
  readonly gdpPerHead: number
}

export interface GazetteerColumns {
  /** GeoNames id of a place; 0 for a unit. */
  readonly id: Int32Array
  /** Degrees. A unit has the coordinates of its seat. */
  readonly lat: Float32Array
  readonly lon: Float32Array
  /** Inhabitants as the source says; 0 is unknown. A unit has its seat's figure where that looks like the unit's, else 0. */
  readonly population: Int32Array
  /** Metres above the sea, NO_ELEVATION where unknown. */
  readonly elevation: Int16Array
  /** Index into `countries`. */
  readonly country: Uint8Array
  /** Index into `features` (GeoNames feature codes; units: ADM1, ADM2). */
  readonly feature: Uint8Array
  /** CAPITAL_RANK … ORDINARY_RANK; a unit has its level (1 or 2). */
  readonly rank: Uint8Array
  /** Entry of the first- and second-level unit that holds this entry, -1 where there is none. */
  readonly admin1: Int32Array
  readonly admin2: Int32Array
  /** Bits POPULATION_UNKNOWN, POPULATION_OF_UNIT. */
  readonly flags: Uint8Array
  /** Number of alternate names in the source: how widely a place is written about. */
  readonly alternates: Uint16Array
  /** Kilometres to the nearest coast, listed sea port, airport with scheduled service. */
  readonly coastKm: Float32Array
  readonly portKm: Float32Array
  readonly airportKm: Float32Array
  /** Index into `timezones` (IANA names). */
  readonly timezone: Uint16Array
  /** Units: the place where the unit is governed, -1 where no listed place lies in it. Places: -1. */
  readonly seat: Int32Array
  /** First place entry of each country; `countries.length + 1` long, the last is placeCount. */
  readonly countryStart: Int32Array
}

export interface Gazetteer extends GazetteerColumns {
  readonly size: number
  readonly placeCount: number
  readonly countries: readonly Country[]
  readonly features: readonly string[]
  readonly timezones: readonly string[]
  /** The local name as GeoNames has it. */
  name(entry: Entry): string
  asciiName(entry: Entry): string
  alternateNames(entry: Entry): readonly string[]
  /** GeoNames admin code of a unit, such as `ID.07.3320`; empty for a place. */
  unitCode(entry: Entry): string
  /** Entry of a GeoNames id, -1 where it is not in the gazetteer. */
  indexOfId(id: number): Entry
  /** Entry of a unit code, -1 where it is not in the gazetteer. */
  indexOfUnit(code: string): Entry
  /** Index into `countries`, -1 for an unknown code. Upper or lower case. */
  indexOfCountry(code: string): number
}

/** Text columns are UTF-8 with end offsets: entry i spans ends[i-1] … ends[i]. */
export interface TextColumn {
  readonly bytes: Uint8Array
  readonly ends: Uint32Array
}

export interface GazetteerTexts {
  readonly names: TextColumn
  readonly asciiNames: TextColumn
  readonly alternateNames: TextColumn
  readonly unitCodes: TextColumn
  /** Place entries ordered by GeoNames id, for look-up. */
  readonly byId: Int32Array
}

export interface GazetteerTables {
  readonly countries: readonly Country[]
  readonly features: readonly string[]
  readonly timezones: readonly string[]
}

const decoder = new TextDecoder()

function textAt(column: TextColumn, i: number): string {
  const from = i === 0 ? 0 : column.ends[i - 1]
  return decoder.decode(column.bytes.subarray(from, column.ends[i]))
}

/** Puts columns, texts and tables together. Pure: the arrays come from a loader or from a test. */
export function makeGazetteer(columns: GazetteerColumns, texts: GazetteerTexts, tables: GazetteerTables): Gazetteer {
  const size = columns.lat.length
  const placeCount = texts.byId.length
  const countryIndex = new Map(tables.countries.map((country, i) => [country.code, i]))
  let units: Map<string, Entry> | undefined
  const unitIndex = () => {
    if (units === undefined) {
      units = new Map()
      for (let entry = placeCount; entry < size; entry++) units.set(textAt(texts.unitCodes, entry - placeCount), entry)
    }
    return units
  }
  return {
    ...columns,
    ...tables,
    size,
    placeCount,
    name: (entry) => textAt(texts.names, entry),
    asciiName: (entry) => textAt(texts.asciiNames, entry),
    alternateNames: (entry) => {
      const joined = textAt(texts.alternateNames, entry)
      return joined === '' ? [] : joined.split(',')
    },
    unitCode: (entry) => (entry < placeCount ? '' : textAt(texts.unitCodes, entry - placeCount)),
    indexOfId: (id) => {
      let low = 0
      let high = placeCount - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const entry = texts.byId[middle]
        if (columns.id[entry] === id) return entry
        if (columns.id[entry] < id) low = middle + 1
        else high = middle - 1
      }
      return -1
    },
    indexOfUnit: (code) => unitIndex().get(code.toUpperCase()) ?? -1,
    indexOfCountry: (code) => countryIndex.get(code.toUpperCase()) ?? -1,
  }
}

/** True for an administrative unit, false for a place. */
export function isUnit(gazetteer: Gazetteer, entry: Entry): boolean {
  return entry >= gazetteer.placeCount
}

/** The place that stands for an entry on the map and in ties: the place itself, or the seat of a unit (-1: none listed). */
export function seatOf(gazetteer: Gazetteer, entry: Entry): Entry {
  return isUnit(gazetteer, entry) ? gazetteer.seat[entry] : entry
}

/** Levels (1, 2) of the units that a place is the seat of; empty for an ordinary place. */
export function unitsSeatedAt(gazetteer: Gazetteer, place: Entry): readonly Entry[] {
  return [gazetteer.admin1[place], gazetteer.admin2[place]].filter(
    (unit) => unit >= 0 && gazetteer.seat[unit] === place,
  )
}
