// What flowed each way, per sector. Measures of different units are never added: a sector's figure is the weighted mean of
// the reciprocity of its measures, and beside it always stand the numbers themselves.
import type { Side } from '../act/act.ts'
import type { Head } from '../partnership/head.ts'
import type { Concept } from '../partnership/objects.ts'
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
  readonly key: string
  readonly a_to_b: number
  readonly b_to_a: number
}

/** @throws RangeError for a weight that is not a positive number */
export function balanceOf(head: Head, { fromYear, toYear }: Years, weights: Weights = {}): readonly SectorBalance[] {
  const movements = Object.entries(head.flows).flatMap(([key, { a_to_b, b_to_a }]): Movement[] => {
    const cut = key.lastIndexOf('|')
    const year = Number(key.slice(cut + 1))
    return year >= fromYear && year <= toYear ? [{ key: key.slice(0, cut), a_to_b, b_to_a }] : []
  })
  // The head keeps thousandths.
  return bySector(summed(movements, 1000), weights)
}

/** What the accepted concepts expect in a year, or all that are given. */
export function forecastBalance(concepts: readonly Concept[], weights: Weights = {}): readonly SectorBalance[] {
  const movements = concepts.flatMap(({ versions }): Movement[] => {
    const { sector, forecast = [] } = versions.at(-1)?.content ?? { sector: 'trade' as const }
    return forecast.map(({ measure, unit, a_to_b, b_to_a }) => ({
      key: `${sector}|${measure}|${unit}`,
      a_to_b: Math.round(a_to_b * 1000),
      b_to_a: Math.round(b_to_a * 1000),
    }))
  })
  return bySector(summed(movements, 1000), weights)
}

function summed(movements: readonly Movement[], parts: number): readonly Movement[] {
  const sums = new Map<string, Movement>()
  for (const { key, a_to_b, b_to_a } of movements) {
    const before = sums.get(key) ?? { key, a_to_b: 0, b_to_a: 0 }
    sums.set(key, { key, a_to_b: before.a_to_b + a_to_b, b_to_a: before.b_to_a + b_to_a })
  }
  return [...sums.values()].map(({ key, a_to_b, b_to_a }) => ({ key, a_to_b: a_to_b / parts, b_to_a: b_to_a / parts }))
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
        .toSorted((x, y) => (`${x.measure}|${x.unit}` < `${y.measure}|${y.unit}` ? -1 : 1))
      return { sector, r: weightedMean(measures), measures }
    })
    .toSorted((x, y) => (x.sector < y.sector ? -1 : 1))
}

function measureBalance({ key, a_to_b, b_to_a }: Movement, weights: Weights): MeasureBalance & { sector: string } {
  const [sector = '', measure = '', unit = ''] = key.split('|')
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
