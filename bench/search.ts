// Search as you type: Kembar's name index beside MiniSearch and PostgreSQL's pg_trgm, on the same names, in one run.
//   node bench/search.ts            (from the project's root, under the pinned Node)
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import pg from 'pg'
import type { Entry } from '../src/atlas/gazetteer.ts'
import { foldName } from '../src/atlas/search/fold-name.ts'
import { openPostgres } from '../src/main/postgres.ts'
import { realAtlas } from '../tests/support/real-atlas.ts'
import { ms, percentiles } from './percentiles.ts'
import { exactQuestions, misspeltQuestions, typedQuestions, type Question } from './search-queries.ts'

type Search = (text: string, limit: number) => readonly Entry[] | Promise<readonly Entry[]>

const COUNT = 1000
const COUNT_SLOW = 200
const { gazetteer, search } = realAtlas()

const country = (entry: Entry) => gazetteer.countries[gazetteer.country[entry]].name
/** All names of a place, folded, and its country: what each peer is given. */
const namesOf = (entry: Entry) =>
  [
    ...new Set([gazetteer.name(entry), gazetteer.asciiName(entry), ...gazetteer.alternateNames(entry)].map(foldName)),
  ].filter((name) => name !== '')

function kembar(): Search {
  return (text, limit) => search.find({ text, limit }).map((hit) => hit.entry)
}

function miniSearch(): Search {
  const index = new MiniSearch<{ id: number; name: string; other: string; country: string }>({
    fields: ['name', 'other', 'country'],
    idField: 'id',
  })
  index.addAll(
    Array.from({ length: gazetteer.placeCount }, (_, id) => {
      const [name, ...other] = namesOf(id)
      return { id, name: name ?? '', other: other.join(' '), country: country(id) }
    }),
  )
  const boost = (id: number) => 1 + Math.log10(1 + gazetteer.population[id]) / 4
  return (text, limit) =>
    index
      .search(foldName(text), {
        prefix: true,
        fuzzy: 0.2,
        combineWith: 'AND',
        boost: { name: 2 },
        boostDocument: (id) => boost(id as number),
      })
      .slice(0, limit)
      .map((result) => result.id as number)
}

async function trigrams(client: pg.Client): Promise<Search> {
  await client.query('create extension pg_trgm')
  await client.query('create table names (entry int, name text, weight real)')
  for (let from = 0; from < gazetteer.placeCount; from += 5000) {
    const rows = { entry: [] as number[], name: [] as string[], weight: [] as number[] }
    for (let entry = from; entry < Math.min(from + 5000, gazetteer.placeCount); entry++) {
      for (const name of namesOf(entry)) {
        for (const text of [name, `${name} ${foldName(country(entry))}`]) {
          rows.entry.push(entry)
          rows.name.push(text)
          rows.weight.push(Math.log10(1 + gazetteer.population[entry]))
        }
      }
    }
    await client.query('insert into names select * from unnest($1::int[], $2::text[], $3::real[])', [
      rows.entry,
      rows.name,
      rows.weight,
    ])
  }
  await client.query('create index on names using gin (name gin_trgm_ops)')
  await client.query('analyze names')
  return async (text, limit) => {
    const { rows } = await client.query<{ entry: number }>(
      `select entry, max(similarity(name, $1) + weight / 50) as fit from names where name % $1 or name like $2 group by entry order by fit desc limit $3`,
      [foldName(text), `${foldName(text).replaceAll(/[%_\\]/g, '')}%`, limit],
    )
    return rows.map((row) => row.entry)
  }
}

async function run(
  name: string,
  peer: Search,
  questions: readonly Question[],
  limit: number,
  count: number,
): Promise<string> {
  const times: number[] = []
  let same = 0
  let strict = 0
  for (const { text, answer } of questions.slice(0, count)) {
    const start = performance.now()
    const found = await peer(text, limit)
    times.push(performance.now() - start)
    if (found.includes(answer)) strict++
    if (
      found.some(
        (entry) =>
          gazetteer.country[entry] === gazetteer.country[answer] &&
          foldName(gazetteer.name(entry)) === foldName(gazetteer.name(answer)),
      )
    )
      same++
  }
  const { p50, p95, max } = percentiles(times)
  const share = (hits: number) => `${((100 * hits) / times.length).toFixed(1)} %`.padStart(9)
  return `  ${name.padEnd(12)}${ms(p50)}${ms(p95)}${ms(max)}  ${share(strict)} ${share(same)}   (${times.length} queries)`
}

const folder = mkdtempSync(join(tmpdir(), 'kembar-bench-'))
// PostgreSQL does not run as root; its own user must be able to enter.
chmodSync(folder, 0o755)
const postgres = await openPostgres({ port: 0, dataFolder: folder, origin: 'http://localhost' })
const client = new pg.Client({ connectionString: postgres.url })
try {
  await client.connect()
  const peers: [string, Search, number][] = [
    ['Kembar', kembar(), COUNT],
    ['MiniSearch', miniSearch(), COUNT_SLOW],
    ['pg_trgm', await trigrams(client), COUNT_SLOW],
  ]
  const tasks: [string, Question[], number][] = [
    ['exact name with country, first answer', exactQuestions(gazetteer, COUNT), 1],
    ['one typing error, over 15,000 people, within five', misspeltQuestions(gazetteer, COUNT), 5],
    ['while typing (any prefix), within five', typedQuestions(gazetteer, COUNT), 5],
  ]
  for (const [task, questions, limit] of tasks) {
    console.log(`\n${task}\n  ${''.padEnd(12)}   p50 ms   p95 ms   max ms  the place  its name`)
    for (const [name, peer, count] of peers) console.log(await run(name, peer, questions, limit, count))
  }
} finally {
  await client.end()
  await postgres.close()
  rmSync(folder, { recursive: true, force: true })
}
