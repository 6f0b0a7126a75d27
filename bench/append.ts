// Recording an act (read, decide, sign, fold, write, on disk) beside a bare insert of the same bytes, turn by turn in one
// run against the embedded PostgreSQL.
//   node bench/append.ts [ACTS]     (from the project's root, under the pinned Node)
import { sql } from 'kysely'
import { canonical } from '../src/ledger/canonical.ts'
import { ms } from './percentiles.ts'
import { scratchLedger } from './scratch-ledger.ts'

const COUNT = Number(process.argv[2] ?? 2000)
const WARM_UP = 200

const ledger = await scratchLedger()
const { database } = ledger
try {
  await sql`create table bare (n integer primary key, content text not null)`.execute(database)
  const appends: number[] = []
  const inserts: number[] = []
  for (let n = 0; n < COUNT + WARM_UP; n += 1) {
    const body = { commitment: `promise-${n}`, what: { en: `Promise number ${n} of the bench` }, due: '2027-06-30' }
    const start = performance.now()
    const act = await ledger.say(n % 2 === 0 ? 'a' : 'b', 'commitment.made', body)
    const recorded = performance.now()
    const content = canonical(act)
    const between = performance.now()
    await sql`insert into bare (n, content) values (${n}, ${content})`.execute(database)
    const inserted = performance.now()
    if (n < WARM_UP) continue
    appends.push(recorded - start)
    inserts.push(inserted - between)
  }
  console.log(`${COUNT} acts, one after the other      p50       p99   (ms)`)
  print('append', appends)
  print('bare insert of the same bytes', inserts)
  const times = (share: number) => (at(appends, share) / at(inserts, share)).toFixed(2)
  console.log(`append / bare insert               ${times(0.5)}x      ${times(0.99)}x`)
} finally {
  await ledger.close()
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

function print(name: string, times: readonly number[]): void {
  console.log(`${name.padEnd(32)}${ms(at(times, 0.5))} ${ms(at(times, 0.99))}`)
}
