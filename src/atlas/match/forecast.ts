// What a candidate brings to any score, kept per place so that a bound (bound.ts) costs a few look-ups.
import type { Entry } from '../gazetteer.ts'
import { positionOn } from './axis.ts'
import { FEATURES } from './features.ts'
import type { MatchModel, Term } from './model.ts'
import { opennessOfPeers, PEERS_EACH_SIDE, type Outlook } from './outlook.ts'

/** Mirrored features, those that tell candidates apart best first: the first MAIN_ROWS are read before the others. */
export const ROWS = [
  'population',
  'standing-in-network',
  'renown',
  'place-in-country',
  'seat',
  'coast',
  'elevation',
  'airport',
  'port',
] as const
export const MAIN_ROWS = 3

export interface Forecast {
  readonly model: MatchModel
  readonly outlook: Outlook
  /** Half of what the candidate's own openness and that of its peers add. */
  readonly alone: Float32Array
  /** Positions of the candidate on the axes of ROWS, in that order. */
  readonly positions: readonly Float32Array[]
  /** Mean size of the candidate's partners, -1 where none is known. */
  readonly partnerSize: Float32Array
  /** First-level units, and working memory of bound.ts: what units of both levels add for one source, by entry. */
  readonly units: readonly Entry[]
  readonly unitParts: Float64Array
}

export function makeForecast(model: MatchModel, outlook: Outlook): Forecast {
  const count = outlook.gazetteer.placeCount
  const column = () => new Float32Array(count)
  const { facts, gazetteer } = outlook
  const units = [...new Set(gazetteer.admin1.subarray(0, count))].filter((unit) => unit >= 0)
  const forecast = {
    model,
    outlook,
    alone: column(),
    positions: ROWS.map(column),
    partnerSize: column(),
    units,
    unitParts: new Float64Array(gazetteer.size),
  }
  const numbers = [
    facts.size,
    outlook.degree,
    facts.renown,
    facts.position,
    gazetteer.rank,
    gazetteer.coastKm,
    facts.height,
    gazetteer.airportKm,
    gazetteer.portKm,
  ]
  ROWS.forEach((name, k) => {
    const axis = termNamed(model, name).feature.axes[0]
    for (let place = 0; place < count; place++) forecast.positions[k][place] = positionOn(axis, numbers[k][place])
  })
  const refresh = refresher(forecast)
  for (let place = 0; place < count; place++) refresh(place)
  return forecast
}

/** Reads again what ties of `places` change: in themselves and in the peers around them. */
export function refreshAround(forecast: Forecast, places: readonly Entry[]): void {
  const { facts } = forecast.outlook
  const refresh = refresher(forecast)
  for (const place of places) {
    const at = facts.peerAt[place]
    const end = Math.min(facts.peerEnd[place], at + PEERS_EACH_SIDE + 1)
    for (let k = Math.max(facts.peerStart[place], at - PEERS_EACH_SIDE); k < end; k++) refresh(facts.peers[k])
  }
}

function refresher({ model, outlook, alone, positions, partnerSize }: Forecast): (place: Entry) => void {
  const { facts, degree } = outlook
  const [openness, peers, standing] = [
    termNamed(model, 'openness'),
    termNamed(model, 'openness-of-peers'),
    termNamed(model, 'standing-in-network'),
  ]
  const tieAxis = standing.feature.axes[0]
  return (place) => {
    positions[ROWS.indexOf('standing-in-network')][place] = positionOn(tieAxis, degree[place])
    alone[place] = (cell(openness, facts.size[place], degree[place]) + line(peers, opennessOfPeers(outlook, place))) / 2
    const known = outlook.partnersSized[place]
    partnerSize[place] = known > 0 ? outlook.partnerSize[place] / known : -1
  }
}

export function termNamed(model: MatchModel, name: string): Term {
  const term = model.terms[FEATURES.findIndex((feature) => feature.name === name)]
  if (term?.feature.name !== name) throw new Error(`The model has no feature ${name}`)
  return term
}

/** Between the knots of a row. */
export function lerp(row: Float64Array, u: number): number {
  const k = u | 0
  return row[k] + (u - k) * (row[k + 1] - row[k])
}

export function line({ feature, table }: Term, x: number): number {
  return lerp(table, positionOn(feature.axes[0], x))
}

export function cell({ feature: { axes }, table }: Term, x: number, y: number): number {
  const wide = axes[1]?.knots ?? 1
  const [u, v] = [positionOn(axes[0], x), positionOn(axes[1] ?? axes[0], y)]
  const [k, l] = [u | 0, v | 0]
  const at = k * wide + l
  const upper = table[at] + (v - l) * (table[at + 1] - table[at])
  return upper + (u - k) * (table[at + wide] + (v - l) * (table[at + wide + 1] - table[at + wide]) - upper)
}

/** The table of two axes with the position on its first fixed: one row over the second. */
export function rowOf({ feature: { axes }, table }: Term, u: number): Float64Array {
  const wide = axes[1]?.knots ?? 1
  const k = u | 0
  const row = new Float64Array(wide)
  for (let c = 0; c < wide; c++) row[c] = table[k * wide + c] * (1 - (u - k)) + table[(k + 1) * wide + c] * (u - k)
  return row
}

export function highest(table: Float64Array): number {
  let best = -Infinity
  for (const value of table) if (value > best) best = value
  return best
}
