// Folding a long record, beside reading the same acts from their lines, in one run.
//   node bench/fold.ts [ACTS]     (from the project's root, under the pinned Node)
import { foldActs } from '../src/domain/partnership/fold.ts'
import type { AnyAct } from '../src/domain/act/act.ts'
import { PARTNERSHIP, seatedRecord } from '../tests/support/record.ts'
import { ms, percentiles } from './percentiles.ts'

const COUNT = Number(process.argv[2] ?? 10_000)
const ROUNDS = 15

const acts = longRecord(COUNT)
const lines = acts.map((act) => JSON.stringify(act))
const folds: number[] = []
const parses: number[] = []
let voids = 0
for (let round = 0; round < ROUNDS; round += 1) {
  const begin = performance.now()
  const { state } = foldActs(
    PARTNERSHIP,
    acts.map((act) => ({ act })),
  )
  const folded = performance.now()
  const read = lines.map((line) => JSON.parse(line) as AnyAct)
  const parsed = performance.now()
  if (read.length !== state.head.acts) throw new Error('The fold lost acts.')
  voids = state.head.voids
  folds.push(folded - begin)
  parses.push(parsed - folded)
}
console.log(`${acts.length} acts, ${voids} void, ${ROUNDS} rounds     p50       p95  (ms)`)
print('fold', folds)
print('JSON.parse of the same acts', parses)

function print(name: string, times: readonly number[]): void {
  const { p50, p95 } = percentiles(times)
  console.log(`${name.padEnd(32)}${ms(p50)} ${ms(p95)}`)
}

/** Promises kept and missed, flows both ways, concepts offered and answered: what a busy record consists of. */
function longRecord(count: number): readonly AnyAct[] {
  const record = seatedRecord()
  record.later('2026-06-01')
  for (let n = 0; record.acts.length < count; n += 1) {
    const [side, other] = n % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const)
    record.say(side, 'commitment.made', { commitment: `c${n}`, what: { en: 'A promise' }, due: '2026-12-31' })
    record.say(side, 'commitment.kept', { commitment: `c${n}`, on: `2026-0${1 + (n % 5)}-10` })
    record.say(side, 'flow.recorded', {
      flow: `f${n}`,
      sector: 'trade',
      measure: 'exports',
      unit: 'USD',
      from: side,
      to: other,
      quantity: n,
      when: { from: '2025-01-01', to: `2025-${String(1 + (n % 12)).padStart(2, '0')}-28` },
      source: 'Customs',
    })
    const concept = {
      sector: 'education' as const,
      title: { en: 'A school' },
      sides: { a: { gives: [], gains: [] }, b: { gives: [], gains: [] } },
    }
    const version = record.say(side, 'concept.offered', { concept: `k${n}`, ...concept })
    record.say(other, 'concept.accepted', { concept: `k${n}`, version })
    record.say(side, 'review.submitted', {
      review: `r${n}`,
      when: { from: '2025-01-01', to: '2025-12-31' },
      summary: { en: 'Well.' },
    })
  }
  return record.acts.slice(0, count)
}
