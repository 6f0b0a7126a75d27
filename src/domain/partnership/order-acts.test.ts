// Acts that arrive damaged: each is void with its own code, or waits, and the rest of the record stands.
import { expect, test } from 'vitest'
import { PARTNERSHIP, rehash, seatedRecord } from '../../../tests/support/record.ts'
import { ARRIVAL_CODES } from '../../../tests/support/refusal-codes.ts'
import type { AnyAct } from '../act/act.ts'
import { foldActs } from './fold.ts'
import type { Delivered } from './order-acts.ts'

function promises(): readonly AnyAct[] {
  const record = seatedRecord()
  for (const n of [1, 2, 3])
    record.say('a', 'commitment.made', { commitment: `c${n}`, what: { en: `Promise ${n}` }, due: '2026-06-01' })
  return record.acts
}

const acts = promises()
const at = (n: number) => acts[n] as AnyAct
const second = at(3)
const codes = (delivered: readonly Delivered[]) =>
  foldActs(PARTNERSHIP, delivered)
    .state.objects('void')
    .map(({ refusal }) => refusal.code)
const whole = (...more: readonly Delivered[]): readonly Delivered[] => [...acts.map((act) => ({ act })), ...more]

/** What an act must look like for each code that only arriving acts have. */
const CASES: Record<(typeof ARRIVAL_CODES)[number], readonly Delivered[]> = {
  'hash-mismatch': acts.map((act) => (act === second ? { act, fault: { code: 'hash-mismatch' } } : { act })),
  'signature-invalid': acts.map((act) => (act === second ? { act, fault: { code: 'signature-invalid' } } : { act })),
  'unknown-act-type': acts.map((act) =>
    act === second ? { act, fault: { code: 'unknown-act-type', type: 'moon.visited' } } : { act },
  ),
  'strand-forked': whole({ act: rehash({ ...second, at: '2026-01-06T03:00:00.000Z' }) }),
  'chain-broken': [...acts.slice(0, 3), rehash({ ...second, previous: 'a'.repeat(64) })].map((act) => ({ act })),
}

test.each(ARRIVAL_CODES)('given an act with %s, then it is void with that code and everything else counts', (code) => {
  expect(codes(CASES[code])).toEqual([code])
})

test('given a fork, then the act that the strand goes on from holds, whichever came first', () => {
  const rival = { act: rehash({ ...second, at: '2026-01-06T03:00:00.000Z' }) }
  for (const delivered of [whole(rival), [rival, ...whole()]])
    expect(foldActs(PARTNERSHIP, delivered).state.objects('void')).toMatchObject([{ act: rival.act.hash }])
})

test('given an altered copy and a faithful one of the same act, then the faithful one is taken', () => {
  const altered: Delivered = { act: second, fault: { code: 'hash-mismatch' } }
  expect(codes([altered, ...whole()])).toEqual([])
  expect(codes(whole(altered))).toEqual([])
})

test('given a gap, then what comes after it waits and nothing after it counts', () => {
  const { state, waiting } = foldActs(
    PARTNERSHIP,
    acts.filter((act) => act !== second).map((act) => ({ act })),
  )
  expect(waiting).toEqual([{ side: 'a', missing: 3, acts: [at(4)] }])
  expect(state.objects('commitment').map(({ id }) => id)).toEqual(['c1'])
})

test('given a clock that goes back within a strand, then the act is void and stays behind the one before it', () => {
  const back = rehash({ ...second, clock: 1 })
  expect(codes([...acts.slice(0, 3), back].map((act) => ({ act })))).toEqual(['chain-broken'])
})

test('given altered copies that claim other places in the record, then no order of the lines changes the state', () => {
  const fault = { code: 'hash-mismatch' } as const
  const moved: readonly Delivered[] = [
    { act: { ...second, side: 'b', seq: 1 } as AnyAct, fault },
    { act: { ...second, seq: 999 } as AnyAct, fault },
    { act: { ...second, at: '2026-01-06T03:00:00.000Z' } as AnyAct, fault },
  ]
  const straight = foldActs(PARTNERSHIP, whole())
  const alone = whole().filter(({ act }) => act !== second)
  for (const delivered of [whole(...moved), [...moved, ...whole()], [...moved.toReversed(), ...whole()]])
    expect(foldActs(PARTNERSHIP, delivered).state.everything()).toEqual(straight.state.everything())
  const forwards = foldActs(PARTNERSHIP, [...moved, ...alone])
  const backwards = foldActs(PARTNERSHIP, [...alone, ...moved].toReversed())
  expect(backwards.state.head).toEqual(forwards.state.head)
  expect(backwards.waiting).toEqual(forwards.waiting)
})

test('given a clock that leaps beyond all reason, then the act is void and nobody runs out of clocks', () => {
  const leap = rehash({ ...second, clock: Number.MAX_SAFE_INTEGER })
  const { state } = foldActs(
    PARTNERSHIP,
    [...acts.slice(0, 3), leap].map((act) => ({ act })),
  )
  expect(state.objects('void').map(({ refusal }) => refusal.code)).toEqual(['chain-broken'])
  expect(state.head.clock).toBe(at(2).clock)
})
