// Learns the parameters of the match: `node bench/learn/learn-match.ts --network FILE [--out FILE] [--lists N]`.
// First on nine tenths of the pairs, to measure on the tenth that was held out; then on all of them, to ship.
// The same file and seed give the same parameters.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Entry, Gazetteer } from '../../src/atlas/gazetteer.ts'
import { openAtlas } from '../../src/atlas/load/open-atlas.ts'
import { evaluate, METHODS } from '../../src/atlas/match/evaluate.ts'
import { FEATURES, parameterCount } from '../../src/atlas/match/features.ts'
import { makeMatcher } from '../../src/atlas/match/matcher.ts'
import { readModel, type ModelFile } from '../../src/atlas/match/model.ts'
import { makeOutlook } from '../../src/atlas/match/outlook.ts'
import { placeFacts, type PlaceFacts } from '../../src/atlas/match/place-facts.ts'
import { makeReach } from '../../src/atlas/match/reach.ts'
import { buildNetwork } from '../../src/atlas/network/network.ts'
import { seededRandom } from '../seeded-random.ts'
import { makeChoiceLists, type Choice } from './choice-lists.ts'
import { centreTables, emptyTables, fitTables } from './fit-tables.ts'
import { splitPairs } from './holdout.ts'

type Pair = readonly [Entry, Entry]

const SEED = 2026
const HELD_OUT = 0.1
const SHIPPED = fileURLToPath(new URL('../../src/atlas/match/parameters.json', import.meta.url))

const { values } = parseArgs({
  options: {
    network: { type: 'string' },
    out: { type: 'string', default: SHIPPED },
    lists: { type: 'string', default: '16000' },
    atlas: { type: 'string' },
    'held-out': { type: 'string' },
  },
})
if (values.network === undefined)
  throw new Error('Say which pairs to learn from: --network FILE (place_a, place_b, tab separated)')
const { gazetteer } = openAtlas(values.atlas ?? mkdtempSync(join(tmpdir(), 'kembar-learn-')))
const facts = placeFacts(gazetteer)
const pairs = readPairs(values.network, gazetteer)
const listCount = Number(values.lists)

const { heldOut, rest } = splitPairs(pairs, HELD_OUT, SEED)
if (values['held-out'] !== undefined) writePairs(values['held-out'], heldOut, rest)
const holdout = measure(learn(rest, gazetteer, facts), rest, heldOut)
console.table(holdout.warm)
console.table(holdout.cold)
const tables = learn(pairs, gazetteer, facts)
const file: ModelFile = {
  provenance: {
    script: 'bench/learn/learn-match.ts',
    data: 'twin-town pairs of Wikidata (snapshots of 2016, 2017 and 2022, CC0) and of the lists of English Wikipedia (February 2026, CC BY-SA), joined to GeoNames; the pairs are not part of this project',
    learned: '2026-11',
    seed: SEED,
    pairs: pairs.length,
    note: 'Learned from all pairs. The figures beside are of the same script on a tenth of the pairs that it had not seen.',
    holdout,
  },
  tables,
}
writeFileSync(
  values.out,
  `${JSON.stringify(file, null, 1).replace(/\[[-\d.,\s]+\]/g, (list) => list.replace(/\s+/g, ' '))}\n`,
)
console.log(
  `${FEATURES.reduce((sum, feature) => sum + parameterCount(feature), 0)} parameters written to ${values.out}`,
)

function learn(known: readonly Pair[], atlas: Gazetteer, placesFacts: PlaceFacts): ModelFile['tables'] {
  const reach = makeReach(makeOutlook(atlas, buildNetwork(atlas.size, known.flat()), placesFacts))
  const random = seededRandom(SEED)
  const draw = (count: number): Choice[] =>
    Array.from({ length: count }, (_, k) => {
      const [a, b] = known[Math.floor(random() * known.length)]
      const turned = random() < 0.5
      return { source: turned ? b : a, partner: turned ? a : b, cold: k % 2 === 1 }
    })
  const between = new Set(FEATURES.filter((feature) => feature.betweenCountries).map((feature) => feature.name))
  const full = emptyTables()
  const lists = makeChoiceLists(reach, draw(listCount), random)
  fitTables(full, lists, { passes: 6, rate: 0.05, seed: SEED, learns: (name) => !between.has(name) })
  centreTables(full, lists, (name) => !between.has(name))
  const world = makeChoiceLists(reach, draw(Math.ceil(listCount / 5)), random, true)
  fitTables(full, world, { passes: 6, rate: 0.05, seed: SEED, learns: (name) => between.has(name) })
  centreTables(full, world, (name) => between.has(name))
  return Object.fromEntries(
    FEATURES.map((feature, f) => [feature.name, fold(full[f], feature.axes[0].knots, feature.mirrored)]),
  )
}

/** Three decimals; a mirrored table from its diagonal on. */
function fold(table: Float64Array, knots: number, mirrored: boolean): number[] {
  return [...table]
    .filter((_, k) => !mirrored || k % knots >= Math.floor(k / knots))
    .map((value) => Math.round(value * 1000) / 1000)
}

function measure(learned: ModelFile['tables'], known: readonly Pair[], asked: readonly Pair[]) {
  const provenance: ModelFile['provenance'] = {
    script: '',
    data: '',
    learned: '',
    seed: SEED,
    pairs: known.length,
    note: '',
    holdout: null,
  }
  const matcher = makeMatcher(
    readModel({ provenance, tables: learned }),
    gazetteer,
    buildNetwork(gazetteer.size, known.flat()),
    facts,
  )
  const round = (x: number) => Math.round(x * 1e4) / 1e4
  const figures = (cold: boolean) => {
    const found = evaluate(matcher, asked, cold).figures
    return Object.fromEntries(
      METHODS.map((method) => {
        const { rankings, mrr, hits1, hits10, hits50, medianRank } = found[method]
        return [
          method,
          { rankings, mrr: round(mrr), hits1: round(hits1), hits10: round(hits10), hits50: round(hits50), medianRank },
        ]
      }),
    )
  }
  return { warm: figures(false), cold: figures(true) }
}

function readPairs(path: string, atlas: Gazetteer): Pair[] {
  const rows = readFileSync(path, 'utf8').split('\n').slice(1)
  return rows
    .map(
      (row) =>
        row
          .split('\t')
          .slice(0, 2)
          .map((id) => atlas.indexOfId(Number(id))) as [Entry, Entry],
    )
    .filter(([a, b]) => a >= 0 && b >= 0 && a !== b)
}

/** For `kembar evaluate --network FOLDER/network.tsv --pairs FOLDER/pairs.tsv`. */
function writePairs(folder: string, asked: readonly Pair[], known: readonly Pair[]): void {
  const text = (list: readonly Pair[]) =>
    `place_a\tplace_b\tsources\n${list.map((pair) => `${pair.map((place) => gazetteer.id[place]).join('\t')}\tsplit\n`).join('')}`
  writeFileSync(join(folder, 'pairs.tsv'), text(asked))
  writeFileSync(join(folder, 'network.tsv'), text(known))
}
