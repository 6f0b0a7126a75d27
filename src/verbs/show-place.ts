// All that the gazetteer says of one place or unit.
import { NO_ELEVATION, isUnit, unitsSeatedAt } from '../atlas/gazetteer.ts'
import type { Atlas } from './house.ts'
import { LONGEST_QUERY } from './input-limits.ts'
import { entryOfRef } from './place-ref.ts'
import { placeSummary, type PlaceSummary } from './place-summary.ts'
import { done, refuse, type Result } from './refusal.ts'

export interface PlaceView extends PlaceSummary {
  readonly asciiName: string
  readonly alternateNames: readonly string[]
  /** Metres above the sea. */
  readonly elevation?: number
  readonly coastKm: number
  readonly portKm: number
  readonly airportKm: number
  /** IANA name */
  readonly timezone: string
  /** Units that hold it, largest first. */
  readonly units: readonly PlaceSummary[]
  /** Units that it is the seat of. */
  readonly seatOf: readonly PlaceSummary[]
  /** For a unit: where it is governed. */
  readonly seat?: PlaceSummary
}

/** `id` is a GeoNames id or a unit code. */
export function showPlace(atlas: Atlas, id: string): Result<PlaceView> {
  const { gazetteer } = atlas
  const entry = entryOfRef(gazetteer, id)
  if (entry < 0) return refuse({ code: 'unknown-place', query: id.slice(0, LONGEST_QUERY) })
  const units = [gazetteer.admin1[entry], gazetteer.admin2[entry]].filter((unit) => unit >= 0 && unit !== entry)
  const unit = isUnit(gazetteer, entry)
  const seat = gazetteer.seat[entry]
  const elevation = gazetteer.elevation[entry]
  const summary = (other: number) => placeSummary(gazetteer, other)
  return done({
    ...summary(entry),
    asciiName: gazetteer.asciiName(entry),
    alternateNames: gazetteer.alternateNames(entry),
    ...(elevation === NO_ELEVATION ? {} : { elevation }),
    coastKm: wholeTenths(gazetteer.coastKm[entry]),
    portKm: wholeTenths(gazetteer.portKm[entry]),
    airportKm: wholeTenths(gazetteer.airportKm[entry]),
    timezone: gazetteer.timezones[gazetteer.timezone[entry]],
    units: units.map(summary),
    seatOf: unit ? [] : unitsSeatedAt(gazetteer, entry).map(summary),
    ...(unit && seat >= 0 ? { seat: summary(seat) } : {}),
  })
}

const wholeTenths = (km: number) => Math.round(km * 10) / 10
