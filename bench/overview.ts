// Opening a partnership with a long record: the head, its concepts, texts and void acts, without reading an act. The peer
// of the same run is a partnership with next to no acts. Then what goes through every act, with the memory it takes.
//   node bench/overview.ts [ACTS]     (from the project's root, under the pinned Node; 100,000 acts take about a minute)
import type { AnyIntent } from '../src/domain/act/act.ts'
import { readHead, readObjects } from '../src/ledger/overview.ts'
import { rebuild } from '../src/ledger/rebuild.ts'
import { verify } from '../src/ledger/verify.ts'
import { ms, percentiles } from './percentiles.ts'
import { scratchLedger, type ScratchLedger } from './scratch-ledger.ts'

const ACTS = Number(process.argv[2] ?? 100_000)
const TOGETHER = 500
const OPENINGS = 300

const ledger = await scratchLedger()
try {
  const few = await openings(ledger)
  const filling = performance.now()
  for (let n = 0; n < ACTS; n += TOGETHER) await ledger.sayAll(Array.from({ length: TOGETHER }, (_, i) => flow(n + i)))
  console.log(`${ACTS} acts recorded in ${seconds(filling)} s, ${TOGETHER} at a time`)
  const many = await openings(ledger)
  console.log(`overview of a partnership        p50       p95   (ms)`)
  console.log(`with 2 acts                ${ms(few.p50)} ${ms(few.p95)}`)
  console.log(`with ${String(ACTS).padEnd(22)}${ms(many.p50)} ${ms(many.p95)}`)
  for (const [name, work] of [
    ['verify', verify],
    ['rebuild', rebuild],
  ] as const) {
    const start = performance.now()
    const told = await work(ledger.database, ledger.partnership)
    const memory = Math.round(process.memoryUsage().rss / 1e6)
    console.log(`${name}: ${seconds(start)} s, ${memory} MB, ${JSON.stringify(told)}`)
  }
} finally {
  await ledger.close()
}

async function openings({ database, partnership }: ScratchLedger) {
  const times: number[] = []
  for (let n = 0; n < OPENINGS; n += 1) {
    const start = performance.now()
    await Promise.all([
      readHead(database, partnership),
      readObjects(database, partnership, 'concept', 100),
      readObjects(database, partnership, 'text', 100),
      readObjects(database, partnership, 'void', 100),
    ])
    times.push(performance.now() - start)
  }
  return percentiles(times)
}

function flow(n: number): Pick<AnyIntent, 'side' | 'type' | 'body'> {
  const side = n % 2 === 0 ? 'a' : 'b'
  const day = `${2016 + (n % 10)}-${String(1 + (n % 12)).padStart(2, '0')}-15`
  return {
    side,
    type: 'flow.recorded',
    body: {
      flow: `flow-${n}`,
      sector: 'trade',
      measure: 'exports',
      unit: 'USD',
      from: side,
      to: side === 'a' ? 'b' : 'a',
      quantity: n / 8,
      when: { from: day, to: day },
      source: 'Customs',
    },
  } as Pick<AnyIntent, 'side' | 'type' | 'body'>
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1)
}
