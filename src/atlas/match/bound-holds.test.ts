// The quick way to the best candidates against the plain one, on the real gazetteer: bounds may save time, never change a list.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { realAtlas } from '../../../tests/support/real-atlas.ts'
import { readNetworkFile } from '../../verbs/read-network-file.ts'
import type { Entry } from '../gazetteer.ts'
import { partnersOf } from '../network/network.ts'
import { makeMatcher, scoreOf, weighted } from './matcher.ts'
import { rankCandidates } from './rank-candidates.ts'
import { reachFrom } from './reach.ts'
import { takeSample } from './sample.ts'
import { shippedModel } from './shipped-model.ts'
import { NO_WISHES, type WishProfile } from './wish-profile.ts'

const { gazetteer } = realAtlas()
const ties = fileURLToPath(new URL('../../../ties/indonesia-cambodia.tsv', import.meta.url))
const { network } = await readNetworkFile(gazetteer, ties)
const matcher = makeMatcher(shippedModel(), gazetteer, network)
const LIMIT = 25

function plainly(source: Entry, country: number | undefined, profile: WishProfile): Entry[] {
  const { model, reach } = weighted(matcher, profile)
  reachFrom(reach, source)
  const out = new Set([source, ...partnersOf(network, source)])
  const found: { place: Entry; score: number }[] = []
  for (let place = 0; place < gazetteer.placeCount; place++) {
    const elsewhere =
      country === undefined
        ? gazetteer.country[place] === gazetteer.country[source]
        : gazetteer.country[place] !== country
    if (!elsewhere && !out.has(place)) found.push({ place, score: scoreOf(model, takeSample(reach, place)) })
  }
  return found
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, LIMIT)
    .map(({ place }) => place)
}

const heavy: WishProfile = {
  ...NO_WISHES,
  weights: { 'equal-status': 0, 'people-to-people': 2, 'similar-character': 0.5 },
}

test.each([
  ['Jepara, which has no tie', 1642548, 'KH', NO_WISHES],
  ['Jakarta, which has many', 1642911, 'US', NO_WISHES],
  ['Jakarta in its own country', 1642911, 'ID', NO_WISHES],
  ['Phnom Penh with other weights', 1821306, 'ID', heavy],
  ['Jepara in the whole world', 1642548, undefined, NO_WISHES],
  ['Surabaya in the whole world, with other weights', 1625822, undefined, heavy],
] as const)('given %s, then the list is that of measuring every place', (_, id, code, profile) => {
  const source = gazetteer.indexOfId(id)
  const country = code === undefined ? undefined : gazetteer.indexOfCountry(code)
  const question = { source, limit: LIMIT, profile, ...(country === undefined ? {} : { country }) }
  expect(rankCandidates(matcher, question).ranked.map(({ candidate }) => candidate)).toEqual(
    plainly(source, country, profile),
  )
})
