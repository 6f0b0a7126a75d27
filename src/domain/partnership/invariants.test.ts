// The invariants of the record (reciprocity, deadlines and the altered byte have theirs beside balance, calendar and
// ledger). Histories are random; a failure prints its seed, and `KNOWN_SEED`-free runs differ each time.
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyHistory, forced, KNOT_TYPES, wordsOf } from '../../../tests/support/any-record.ts'
import { PARTNERSHIP } from '../../../tests/support/record.ts'
import { SIDES, type AnyAct } from '../act/act.ts'
import { KNOTS } from '../procedure/pack.ts'
import { foldActs } from './fold.ts'
import { readiness } from './knots.ts'
import type { MemoryState } from './memory-state.ts'

const RUNS = 10_000
const LONG = 120_000

const picture = (state: MemoryState): string =>
  canonicalize({
    head: state.head,
    objects: state.everything().toSorted((x, y) => (`${x.kind}/${x.id}` < `${y.kind}/${y.id}` ? -1 : 1)),
  }) ?? ''

const fold = (acts: readonly AnyAct[]) =>
  foldActs(
    PARTNERSHIP,
    acts.map((act) => ({ act })),
  )

test(
  '1. Any prefix-closed pair of strands folds, and neither order nor duplicates of delivery matter',
  () => {
    const history = anyHistory().chain((moves) => {
      const { acts } = forced(moves)
      const cut = { a: fc.nat(acts.length), b: fc.nat(acts.length) }
      return fc.tuple(fc.constant(acts), cut.a, cut.b, fc.infiniteStream(fc.nat(1_000_000)))
    })
    fc.assert(
      fc.property(history, ([acts, a, b, numbers]) => {
        const kept = acts.filter(({ side, seq }) => seq <= (side === 'a' ? a : b))
        const shuffled = [...kept, ...kept.slice(0, a)]
          .map((act) => ({ act, at: numbers.next().value ?? 0 }))
          .sort((x, y) => x.at - y.at)
          .map(({ act }) => act)
        expect(picture(fold(shuffled).state)).toBe(picture(fold(kept).state))
        expect(fold(shuffled).state.head.acts).toBe(kept.length)
      }),
      { numRuns: RUNS },
    )
  },
  LONG,
)

test(
  '2. What is decided is never found void by the fold',
  () => {
    let recorded = 0
    fc.assert(
      fc.property(anyHistory(), (moves) => {
        const record = forced([])
        for (const move of moves) {
          const words = wordsOf(record, move)
          if (!record.try(...words).ok) continue
          record.say(...words)
          recorded += 1
        }
        expect(record.state.head.voids).toBe(0)
        expect(fold(record.acts).state.head.voids).toBe(0)
      }),
      { numRuns: RUNS },
    )
    expect(recorded).toBeGreaterThan(RUNS)
  },
  LONG,
)

test(
  '4. A side writes its own strand only, and reporting ends the moment the other side is seated',
  () => {
    let reports = 0
    fc.assert(
      fc.property(anyHistory(), (moves) => {
        const { acts, state } = forced(moves)
        for (const side of SIDES) {
          const own = acts.filter((act) => act.side === side)
          expect(own.map(({ seq }) => seq)).toEqual(own.map((_, i) => i + 1))
        }
        const seatedAt = acts.findIndex(({ hash }) => hash === state.head.seats.b?.mark.act)
        const late = acts.filter(
          (act, i) => act.basis === 'reported' && act.side === 'a' && seatedAt >= 0 && i > seatedAt,
        )
        reports += late.length
        expect(late.every(({ hash }) => state.object('void', hash) !== undefined)).toBe(true)
      }),
      { numRuns: RUNS },
    )
    expect(reports).toBeGreaterThan(0)
  },
  LONG,
)

test(
  '5. No knot ties with a missing step on either side, in whatever order the acts come',
  () => {
    let ties = 0
    fc.assert(
      fc.property(anyHistory(KNOT_TYPES, 40), (moves) => {
        let before: readonly string[] = []
        forced(moves, ({ state: { head } }) => {
          const tied = KNOTS.filter((knot) => head.knots[knot]?.tied)
          const fresh = tied.filter((knot) => !before.includes(knot))
          ties += fresh.length
          expect(fresh.flatMap((knot) => readiness(head, knot))).toEqual([])
          expect(fresh.every((knot) => head.knots[knot]?.says.a && head.knots[knot]?.says.b)).toBe(true)
          before = tied
        })
      }),
      { numRuns: RUNS },
    )
    expect(ties).toBeGreaterThan(100)
  },
  LONG,
)
