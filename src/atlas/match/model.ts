// The parameters of the model: one small table per feature, learned by bench/learn/learn-match.ts.
import { positionOn } from './axis.ts'
import { FEATURES, parameterCount, type Feature } from './features.ts'
import type { Column, Sample } from './sample.ts'

export interface Provenance {
  readonly script: string
  readonly data: string
  readonly learned: string
  readonly seed: number
  readonly pairs: number
  readonly note: string
  /** Figures of the same script on pairs that it had not seen; not of these parameters, which have seen all pairs. */
  readonly holdout: unknown
}

/** The file as it is committed. */
export interface ModelFile {
  readonly provenance: Provenance
  /** By name of the feature; a mirrored table row by row, from its diagonal on. */
  readonly tables: Readonly<Record<string, readonly number[]>>
}

export interface Term {
  readonly feature: Feature
  /** Row by row, one row per knot of the first axis. */
  readonly table: Float64Array
}

export interface MatchModel {
  readonly provenance: Provenance
  readonly terms: readonly Term[]
}

/** Throws an Error naming the feature when a table is absent, too many, of the wrong length or holds no finite number. */
export function readModel(file: ModelFile): MatchModel {
  const unknown = Object.keys(file.tables).find((name) => !FEATURES.some((feature) => feature.name === name))
  if (unknown !== undefined) throw new Error(`Parameters name a feature that does not exist: ${unknown}`)
  return {
    provenance: file.provenance,
    terms: FEATURES.map((feature) => ({ feature, table: unfold(feature, file.tables[feature.name]) })),
  }
}

function unfold(feature: Feature, values: readonly number[] | undefined): Float64Array {
  const count = parameterCount(feature)
  if (values?.length !== count || !values.every(Number.isFinite)) {
    throw new Error(`Parameters of ${feature.name}: expected ${count} numbers, found ${values?.length ?? 'none'}`)
  }
  if (!feature.mirrored) return Float64Array.from(values)
  const knots = feature.axes[0].knots
  const table = new Float64Array(knots * knots)
  let next = 0
  for (let row = 0; row < knots; row++) {
    for (let column = row; column < knots; column++)
      table[row * knots + column] = table[column * knots + row] = values[next++]
  }
  return table
}

/** What one term adds to the log-odds of a tie for the numbers in `columns`. */
export function termValue({ feature, table }: Term, sample: Sample, columns: readonly Column[]): number {
  const [first, second] = feature.axes
  const u = positionOn(first, sample[columns[0]])
  const row = Math.floor(u)
  const down = u - row
  if (second === undefined) return table[row] * (1 - down) + table[row + 1] * down
  const v = positionOn(second, sample[columns[1]])
  const column = Math.floor(v)
  const across = v - column
  const at = row * second.knots + column
  const upper = table[at] * (1 - across) + table[at + 1] * across
  const lower = table[at + second.knots] * (1 - across) + table[at + second.knots + 1] * across
  return upper * (1 - down) + lower * down
}

export interface Contribution {
  readonly own: number
  readonly reciprocal: number
}

/** The candidate as the source sees it, and the source as the candidate sees it. */
export function contributionOf(term: Term, sample: Sample): Contribution {
  const { own, reciprocal, mirrored } = term.feature
  const seen = termValue(term, sample, own)
  const joint = mirrored || (own.length === 1 && own[0] === reciprocal[0])
  return { own: seen, reciprocal: joint ? seen : termValue(term, sample, reciprocal) }
}
