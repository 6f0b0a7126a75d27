// A quick upper bound of a candidate's score, so that the full measure is taken only of candidates that could be among
// the best. The bound is exact in what depends on size, rank, renown and number of ties, and takes the best case of the
// rest. It never decides an order: what passes is scored in full.
import type { Entry } from '../gazetteer.ts'
import { positionOn, type Axis } from './axis.ts'
import type { MatchModel, Term } from './model.ts'
import { opennessOfPeers, type Outlook } from './outlook.ts'
import type { Reach } from './reach.ts'

const KNOWN = ['population', 'seat', 'place-in-country', 'renown', 'standing-in-network'] as const
const ALONE = ['openness', 'openness-of-peers'] as const
/** Terms that are nothing for a place that no tie reaches. */
const REACHED = ['common-partners', 'partners-of-partners', 'neighbours-ties', 'ties-between-neighbours', 'ties-to-country', 'ties-to-similar-size', 'size-of-partners'] as const
const SLACK = 1e-4

export interface Forecast {
  readonly model: MatchModel
  readonly outlook: Outlook
  /** Half of what the candidate's own openness adds, and that of its peers. */
  readonly alone: Float32Array
  /** Positions on the axes of KNOWN, in that order. */
  readonly positions: readonly Float32Array[]
}

export function makeForecast(model: MatchModel, outlook: Outlook): Forecast {
  const count = outlook.gazetteer.placeCount
  const forecast = { model, outlook, alone: new Float32Array(count), positions: KNOWN.map(() => new Float32Array(count)) }
  refreshForecast(forecast, 0, count)
  return forecast
}

/** Reads places from … to - 1 again, after ties were withheld or put back. */
export function refreshForecast({ model, outlook, alone, positions }: Forecast, from: Entry, to: Entry): void {
  const { facts, gazetteer, degree } = outlook
  const axes = KNOWN.map((name) => termNamed(model, name).feature.axes[0])
  const numbers = [facts.size, gazetteer.rank, facts.position, facts.renown, degree]
  const openness = termNamed(model, 'openness')
  const peers = termNamed(model, 'openness-of-peers')
  for (let place = from; place < to; place++) {
    for (let k = 0; k < KNOWN.length; k++) positions[k][place] = positionOn(axes[k], numbers[k][place])
    alone[place] = (cell(openness, facts.size[place], degree[place]) + line(peers, opennessOfPeers(outlook, place))) / 2
  }
}

/** Gives the bound of a candidate for the source that `reach` was filled for. */
export function boundFor(forecast: Forecast, reach: Reach): (place: Entry) => number {
  const { model, outlook, alone, positions } = forecast
  const { facts, gazetteer, degree } = outlook
  const a = reach.source
  const mine = [facts.size[a], gazetteer.rank[a], facts.position[a], facts.renown[a], degree[a]]
  const rows = KNOWN.map((name, k) => rowOf(termNamed(model, name), mine[k]))
  let apart = (cell(termNamed(model, 'openness'), mine[0], degree[a]) + line(termNamed(model, 'openness-of-peers'), opennessOfPeers(outlook, a))) / 2
  let most = SLACK
  const exact: readonly string[] = [...KNOWN, ...ALONE]
  const reached: readonly string[] = REACHED
  let mostReached = 0
  for (const term of model.terms) {
    if (exact.includes(term.feature.name)) continue
    const best = highest(term.table)
    if (reached.includes(term.feature.name)) mostReached += best
    else most += best
  }
  // Size of partners differs from nothing for the source's own partners even where no tie reaches the candidate, and
  // those of its own ties that the candidate sees: count them as reached when the source has ties.
  const sees = reach.ownByCountry.size > 0
  apart += most
  const [p0, p1, p2, p3, p4] = positions
  const [r0, r1, r2, r3, r4] = rows
  const none = model.terms.filter((term) => reached.includes(term.feature.name)).reduce((sum, term) => sum + term.table[0], 0)
  return (place) => {
    const rest = sees || reach.marked[place] === 1 || degree[place] > 0 ? mostReached : Math.max(none, 0)
    return apart + rest + alone[place] + at(r0, p0[place]) + at(r1, p1[place]) + at(r2, p2[place]) + at(r3, p3[place]) + at(r4, p4[place])
  }
}

function at(row: Float64Array, u: number): number {
  const k = u | 0
  return row[k] + (u - k) * (row[k + 1] - row[k])
}

export function termNamed(model: MatchModel, name: string): Term {
  const term = model.terms.find(({ feature }) => feature.name === name)
  if (term === undefined) throw new Error(`The model has no feature ${name}`)
  return term
}

function highest(table: Float64Array): number {
  return table.reduce((best, value) => Math.max(best, value), -Infinity)
}

function line({ feature, table }: Term, x: number): number {
  return at(table, positionOn(feature.axes[0], x))
}

function cell(term: Term, x: number, y: number): number {
  return at(rowOf(term, x), positionOn(secondAxis(term), y))
}

function secondAxis({ feature }: Term): Axis {
  return feature.axes[1] ?? feature.axes[0]
}

/** The table of two axes with its first number fixed: one row over the second. */
function rowOf(term: Term, x: number): Float64Array {
  const wide = secondAxis(term).knots
  const u = positionOn(term.feature.axes[0], x)
  const k = u | 0
  const row = new Float64Array(wide + 1)
  for (let c = 0; c < wide; c++) row[c] = term.table[k * wide + c] * (1 - (u - k)) + term.table[(k + 1) * wide + c] * (u - k)
  return row
}
