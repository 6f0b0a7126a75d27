// The population trap: in GeoNames the figure of a seat is sometimes that of the whole unit (Jepara: 1,257,912 is the
// regency, the town is far smaller). Nothing in the data says so; this marks the figures that look like it, so that a
// page can say so and a comparison can be careful. It changes no figure.
import type { UnitRow } from './read-units.ts'

export interface SeatFigure {
  readonly population: number
  readonly country: string
  readonly rank: number
  /** The unit that it is the seat of (deepest). */
  readonly unit: UnitRow
  /** Places listed in that unit, the seat included. */
  readonly placesInUnit: number
  /** Number of alternate names: a real city of that size is written about in many languages. */
  readonly alternates: number
}

/** A figure this many robust standard deviations above the seats of its rank and country looks like the unit's. */
const SUSPICIOUS = 2.3
const FEWEST_PEERS = 8
const FEW_NAMES = 10
const SMALLEST = 50_000
/** Units that are themselves a city: the figure is both the unit's and the city's. */
const CITY_UNIT =
  /\b(kota|city|municipality|metropolitan|urban|stadt|ciudad|ville|shi|si|gu|krong|grad)\b|ora[sș]|municipiul/i

/** For each seat, whether its figure looks like that of its whole unit. */
export function spotUnitPopulations(seats: readonly SeatFigure[]): boolean[] {
  const peers = new Map<string, number[]>()
  for (const seat of seats) {
    if (seat.population === 0) continue
    const key = `${seat.country} ${seat.rank}`
    peers.set(key, [...(peers.get(key) ?? []), Math.log(seat.population)])
  }
  const spread = new Map([...peers].map(([key, values]) => [key, robustSpread(values)]))
  return seats.map((seat) => {
    if (
      seat.population < SMALLEST ||
      seat.rank === 0 ||
      seat.placesInUnit < 2 ||
      seat.alternates > FEW_NAMES ||
      CITY_UNIT.test(seat.unit.name)
    )
      return false
    const peer = spread.get(`${seat.country} ${seat.rank}`)
    return peer !== undefined && (Math.log(seat.population) - peer.median) / peer.deviation >= SUSPICIOUS
  })
}

function robustSpread(values: readonly number[]): { median: number; deviation: number } | undefined {
  if (values.length < FEWEST_PEERS) return undefined
  const median = middle(values)
  const deviation = 1.4826 * middle(values.map((value) => Math.abs(value - median)))
  return deviation > 0 ? { median, deviation } : undefined
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
