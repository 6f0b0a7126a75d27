// Fits the tables of all features to choice lists: the likelihood of the partner among the places that could have been
// chosen. Linear in the tables, so the problem is convex and its answer does not depend on where it starts.
import { FEATURES } from '../../src/atlas/match/features.ts'
import { seededRandom } from '../seeded-random.ts'
import { VIEWS, type ChoiceLists } from './choice-lists.ts'

export interface FitOptions {
  readonly passes: number
  readonly rate: number
  readonly seed: number
  /** Features whose tables may change. */
  readonly learns: (name: string) => boolean
}

const BATCH = 64
const RIDGE = 1e-6

export function emptyTables(): Float64Array[] {
  return FEATURES.map(({ axes }) => new Float64Array(axes[0].knots * (axes[1]?.knots ?? 1)))
}

/** Changes `tables` (one per feature, full, row by row) in place. Adam with a rate that falls to nothing. */
export function fitTables(tables: Float64Array[], lists: ChoiceLists, options: FitOptions): void {
  const random = seededRandom(options.seed)
  const count = lists.starts.length - 1
  const order = Array.from({ length: count }, (_, l) => l)
  const zeros = () => tables.map((table) => new Float64Array(table.length))
  const [gradient, first, second] = [zeros(), zeros(), zeros()]
  const views = readViews(lists, tables)
  const steps = options.passes * Math.ceil(count / BATCH)
  let step = 0
  const buffer = { score: new Float64Array(4096), pull: new Float64Array(4096) }
  for (let pass = 0; pass < options.passes; pass++) {
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (let from = 0; from < count; from += BATCH) {
      const batch = order.slice(from, from + BATCH)
      for (const table of gradient) table.fill(0)
      for (const l of batch) {
        pulls(lists, l, views, buffer)
        const start = lists.starts[l]
        for (let row = start; row < lists.starts[l + 1]; row++) {
          const pull = buffer.pull[row - start]
          if (Math.abs(pull) > 1e-9) for (const view of views) view.spread(row, pull, gradient[view.f])
        }
      }
      step++
      const rate = options.rate * Math.min(1, 2 * (1 - step / steps) + 0.01)
      const [fade1, fade2] = [1 - 0.9 ** step, 1 - 0.999 ** step]
      FEATURES.forEach(({ name, mirrored, axes }, f) => {
        if (!options.learns(name)) return
        if (mirrored) makeMirrored(gradient[f], axes[0].knots)
        for (let k = 0; k < tables[f].length; k++) {
          const slope = gradient[f][k] / batch.length + RIDGE * tables[f][k]
          first[f][k] = 0.9 * first[f][k] + 0.1 * slope
          second[f][k] = 0.999 * second[f][k] + 0.001 * slope * slope
          tables[f][k] -= (rate * first[f][k]) / fade1 / (Math.sqrt(second[f][k] / fade2) + 1e-8)
        }
      })
    }
  }
}

function makeMirrored(table: Float64Array, knots: number): void {
  for (let a = 0; a < knots; a++) {
    for (let b = a + 1; b < knots; b++)
      table[a * knots + b] = table[b * knots + a] = table[a * knots + b] + table[b * knots + a]
  }
}

interface View {
  readonly f: number
  value(row: number): number
  spread(row: number, pull: number, gradient: Float64Array): void
}

function readViews(lists: ChoiceLists, tables: readonly Float64Array[]): View[] {
  let at = 0
  return VIEWS.map(({ f, columns, share }) => {
    const [a, b] = [lists.positions[at], columns.length > 1 ? lists.positions[at + 1] : undefined]
    at += columns.length
    const table = tables[f]
    if (b === undefined) {
      return {
        f,
        value: (row) => {
          const k = a[row] | 0
          const p = a[row] - k
          return share * ((1 - p) * table[k] + p * table[k + 1])
        },
        spread: (row, pull, gradient) => {
          const k = a[row] | 0
          const p = a[row] - k
          gradient[k] += share * pull * (1 - p)
          gradient[k + 1] += share * pull * p
        },
      }
    }
    const wide = FEATURES[f].axes[1]?.knots ?? 1
    return {
      f,
      value: (row) => {
        const [k, l] = [a[row] | 0, b[row] | 0]
        const [p, q] = [a[row] - k, b[row] - l]
        const o = k * wide + l
        return (
          share *
          ((1 - p) * ((1 - q) * table[o] + q * table[o + 1]) +
            p * ((1 - q) * table[o + wide] + q * table[o + wide + 1]))
        )
      },
      spread: (row, pull, gradient) => {
        const [k, l] = [a[row] | 0, b[row] | 0]
        const [p, q] = [a[row] - k, b[row] - l]
        const o = k * wide + l
        const x = share * pull
        gradient[o] += x * (1 - p) * (1 - q)
        gradient[o + 1] += x * (1 - p) * q
        gradient[o + wide] += x * p * (1 - q)
        gradient[o + wide + 1] += x * p * q
      },
    }
  })
}

/** How much each row's score should fall (positive) or rise (negative). */
function pulls(
  { starts, logWeight }: ChoiceLists,
  l: number,
  views: readonly View[],
  { score, pull }: { readonly score: Float64Array; readonly pull: Float64Array },
): void {
  const start = starts[l]
  const rows = starts[l + 1] - start
  let highest = -Infinity
  for (let k = 0; k < rows; k++) {
    let sum = 0
    for (const view of views) sum += view.value(start + k)
    score[k] = sum
    highest = Math.max(highest, sum + logWeight[start + k])
  }
  let total = 0
  for (let k = 0; k < rows; k++) total += pull[k] = Math.exp(score[k] + logWeight[start + k] - highest)
  for (let k = 0; k < rows; k++) pull[k] /= total
  pull[0] -= 1
}

/** Moves tables so that nothing is worth 0, or an average alternative of the lists is; no order changes by it. */
export function centreTables(tables: Float64Array[], lists: ChoiceLists, moves: (name: string) => boolean): void {
  const views = readViews(lists, tables)
  FEATURES.forEach(({ name, fromNothing }, f) => {
    if (!moves(name)) return
    let shift = tables[f][0]
    if (!fromNothing) {
      let [sum, weight] = [0, 0]
      for (let l = 0; l + 1 < lists.starts.length; l++) {
        for (let row = lists.starts[l] + 1; row < lists.starts[l + 1]; row++) {
          const w = Math.exp(lists.logWeight[row])
          weight += w
          for (const view of views) if (view.f === f) sum += w * view.value(row)
        }
      }
      shift = sum / weight
    }
    for (let k = 0; k < tables[f].length; k++) tables[f][k] -= shift
  })
}
