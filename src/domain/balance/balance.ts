// What flowed each way, per sector. Measures of different units are never added: a sector's figure is the weighted mean of
// the reciprocity of its measures, and beside it always stand the numbers themselves.
import type { Side } from '../act/act.ts'
import type { Head } from '../partnership/head.ts'
import type { Concept } from '../partnership/objects.ts'
import { current } from '../partnership/versions.ts'
import { reciprocity } from './reciprocity.ts'

export interface MeasureBalance {
  readonly measure: string
  readonly unit: string
  readonly a_to_b: number
  readonly b_to_a: number
  /** In [0, 1]; null where nothing flowed. */
  readonly r: number | null
  /** The side that sent more. */
  readonly surplus: Side | null
  readonly weight: number
}

export interface SectorBalance {
  readonly sector: string
  readonly r: number | null
  readonly measures: readonly MeasureBalance[]
}

/** Both years included. */
export interface Years {
  readonly fromYear: number
  readonly toYear: number
}

/** By `sector|measure|unit`; 1 where absent. Declared by both sides; negative ones are refused. */
export type Weights = Readonly<Record<string, number>>

interface Movement {
  readonly sector: string
  readonly measure: string
  readonly unit: string
  /** Thousandths, as the head keeps them. */
  readonly a_to_b: number
  readonly b_to_a: number
}

/** @throws RangeError for a weight that is not a positive number */
export function balanceOf(head: Head, { fromYear, toYear }: Years, weights: Weights = {}): readonly SectorBalance[] {
  const movements = Object.entries(head.flows).flatMap(([key, { a_to_b, b_to_a }]): Movement[] => {
    const [sector = '', measure = '', unit = '', year] = key.split('|')
    return Number(year) >= fromYear && Number(year) <= toYear ? [{ sector, measure, unit, a_to_b, b_to_a }] : []
  })
  return bySector(summed(movements), weights)
}

/** What the accepted concepts expect in a year, or all that are given. */
export function forecastBalance(concepts: readonly Concept[], weights: Weights = {}): readonly SectorBalance[] {
  const movements = concepts.flatMap((concept): Movement[] => {
    const { sector, forecast = [] } = current(concept).content
    return forecast.map(({ measure, unit, a_to_b, b_to_a }) => ({
      sector,
      measure,
      unit,
      a_to_b: Math.round(a_to_b * 1000),
      b_to_a: Math.round(b_to_a * 1000),
    }))
  })
  return bySector(summed(movements), weights)
}

function summed(movements: readonly Movement[]): readonly Movement[] {
  const sums = new Map<string, Movement>()
  for (const movement of movements) {
    // A concept words its measures freely, so no sign is safe between them.
    const key = JSON.stringify([movement.sector, movement.measure, movement.unit])
    const { a_to_b, b_to_a } = sums.get(key) ?? { a_to_b: 0, b_to_a: 0 }
    sums.set(key, { ...movement, a_to_b: a_to_b + movement.a_to_b, b_to_a: b_to_a + movement.b_to_a })
  }
  return [...sums.values()].map((sum) => ({ ...sum, a_to_b: sum.a_to_b / 1000, b_to_a: sum.b_to_a / 1000 }))
}

function bySector(movements: readonly Movement[], weights: Weights): readonly SectorBalance[] {
  const sectors = Map.groupBy(
    movements.map((movement) => measureBalance(movement, weights)),
    ({ sector }) => sector,
  )
  return [...sectors]
    .map(([sector, all]) => {
      const measures = all
        .map(({ measure, unit, a_to_b, b_to_a, r, surplus, weight }) => ({
          measure,
          unit,
          a_to_b,
          b_to_a,
          r,
          surplus,
          weight,
        }))
        .toSorted((x, y) => inOrder(x.measure, y.measure) || inOrder(x.unit, y.unit))
      return { sector, r: weightedMean(measures), measures }
    })
    .toSorted((x, y) => inOrder(x.sector, y.sector))
}

const inOrder = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)

function measureBalance(movement: Movement, weights: Weights): MeasureBalance & { sector: string } {
  const { sector, measure, unit, a_to_b, b_to_a } = movement
  const key = `${sector}|${measure}|${unit}`
  const weight = weights[key] ?? 1
  if (!(Number.isFinite(weight) && weight > 0)) throw new RangeError(`A weight is a positive number: ${key} ${weight}`)
  const surplus = a_to_b === b_to_a ? null : a_to_b > b_to_a ? 'a' : 'b'
  return { sector, measure, unit, a_to_b, b_to_a, r: reciprocity(a_to_b, b_to_a) ?? null, surplus, weight }
}

function weightedMean(measures: readonly MeasureBalance[]): number | null {
  const known = measures.flatMap(({ r, weight }) => (r === null ? [] : [{ r, weight }]))
  const whole = known.reduce((sum, { weight }) => sum + weight, 0)
  return whole === 0 ? null : known.reduce((sum, { r, weight }) => sum + r * weight, 0) / whole
}
