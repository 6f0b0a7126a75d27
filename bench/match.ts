// One match: Kembar's ranking beside a plain loop that measures one object per place and sorts them all.
//   node bench/match.ts [NETWORK.tsv]      (from the project's root, under the pinned Node)
import { fileURLToPath } from 'node:url'
import type { Entry } from '../src/atlas/gazetteer.ts'
import { makeMatcher, scoreOf, type Matcher } from '../src/atlas/match/matcher.ts'
import { rankCandidates } from '../src/atlas/match/rank-candidates.ts'
import { reachFrom } from '../src/atlas/match/reach.ts'
import { takeSample } from '../src/atlas/match/sample.ts'
import { shippedModel } from '../src/atlas/match/shipped-model.ts'
import { partnersOf } from '../src/atlas/network/network.ts'
import { readNetworkFile } from '../src/verbs/read-network-file.ts'
import { realAtlas } from '../tests/support/real-atlas.ts'
import { ms, percentiles } from './percentiles.ts'
import { seededRandom } from './seeded-random.ts'

const LIMIT = 10
const file = process.argv[2] ?? fileURLToPath(new URL('../ties/indonesia-cambodia.tsv', import.meta.url))
const { gazetteer } = realAtlas()
const { network, ties } = await readNetworkFile(gazetteer, file)
const matcher = makeMatcher(shippedModel(), gazetteer, network)

/** Sources as people ask for them: half with ties, half places of over 15,000 people, whatever is known of them. */
function sources(count: number): Entry[] {
  const random = seededRandom(7)
  const tied = Array.from({ length: gazetteer.placeCount }, (_, i) => i).filter(
    (i) => partnersOf(network, i).length > 0,
  )
  const large = Array.from({ length: gazetteer.placeCount }, (_, i) => i).filter(
    (i) => gazetteer.population[i] > 15_000,
  )
  return Array.from({ length: count }, (_, i) => {
    const list = i % 2 === 0 ? tied : large
    return list[Math.floor(random() * list.length)]
  })
}

function plainLoop({ outlook, reach, model }: Matcher, source: Entry, country?: number): Entry[] {
  reachFrom(reach, source)
  const partners = new Set(partnersOf(network, source))
  const places: { place: Entry; score: number }[] = []
  for (let place = 0; place < outlook.gazetteer.placeCount; place++) {
    const outside =
      country === undefined
        ? gazetteer.country[place] === gazetteer.country[source]
        : gazetteer.country[place] !== country
    if (outside || place === source || partners.has(place)) continue
    places.push({ place, score: scoreOf(model, takeSample(reach, place)) })
  }
  return places
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, LIMIT)
    .map(({ place }) => place)
}

const kembar = (source: Entry, country?: number) =>
  rankCandidates(matcher, { source, limit: LIMIT, ...(country === undefined ? {} : { country }) }).ranked.map(
    ({ candidate }) => candidate,
  )

const random = seededRandom(8)
const countries = sources(400).map(() => gazetteer.country[Math.floor(random() * gazetteer.placeCount)])
const report = (name: string, times: readonly number[]) => {
  const { p50, p95, max } = percentiles(times)
  console.log(`  ${name.padEnd(22)}${ms(p50)}${ms(p95)}${ms(max)}   (${times.length} questions)`)
}
const time = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

console.log(`${ties} ties, ${gazetteer.placeCount} places\n${''.padEnd(24)}   p50 ms   p95 ms   max ms`)
for (const source of sources(20)) kembar(source)

console.log('the whole world')
report(
  'Kembar',
  sources(200).map((source) => time(() => kembar(source))),
)
report(
  'one object per place',
  sources(12).map((source) => time(() => plainLoop(matcher, source))),
)
console.log('one country, drawn by its number of places')
report(
  'Kembar',
  sources(400).map((source, i) => time(() => kembar(source, countries[i]))),
)
report(
  'one object per place',
  sources(40).map((source, i) => time(() => plainLoop(matcher, source, countries[i]))),
)

const same = sources(12).filter(
  (source, i) => plainLoop(matcher, source, countries[i]).join() === kembar(source, countries[i]).join(),
).length
console.log(`both give the same list in ${same} of 12 questions`)
