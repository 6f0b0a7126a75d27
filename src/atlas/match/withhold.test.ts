import { describe, expect, it } from 'vitest'
import { buildNetwork, partnersOf } from '../network/network.ts'
import { makeOutlook, type Outlook } from './outlook.ts'
import { makeReach, reachFrom } from './reach.ts'
import { takeSample } from './sample.ts'
import { smallGazetteer, smallNetwork } from './small-world.ts'
import { withhold } from './withhold.ts'

const gazetteer = smallGazetteer()
const network = smallNetwork(gazetteer)

function without(source: number, partners: readonly number[]): Outlook {
  const pairs: number[] = []
  for (let a = 0; a < gazetteer.size; a++) {
    for (const b of partnersOf(network, a)) {
      const gone = (a === source && partners.includes(b)) || (b === source && partners.includes(a))
      if (a < b && !gone) pairs.push(a, b)
    }
  }
  return makeOutlook(gazetteer, buildNetwork(gazetteer.size, pairs))
}

function expectSamples(actual: Outlook, expected: Outlook, source: number): void {
  const [mine, theirs] = [makeReach(actual), makeReach(expected)]
  reachFrom(mine, source)
  reachFrom(theirs, source)
  for (let place = 0; place < gazetteer.placeCount; place++) {
    if (place === source) continue
    const [a, b] = [takeSample(mine, place), takeSample(theirs, place)]
    for (const [column, value] of Object.entries(b)) expect(a[column as keyof typeof a], column).toBeCloseTo(value, 9)
  }
}

describe('given a place with ties', () => {
  for (const source of [0, 31, 62]) {
    const partners = [...partnersOf(network, source)]
    it(`when all ties of ${source} are withheld, then every number is that of a network that never had them`, () => {
      const outlook = makeOutlook(gazetteer, network)
      withhold(outlook, source, partners)
      expectSamples(outlook, without(source, partners), source)
    })
    it(`when one tie of ${source} is withheld and put back, then it is first gone, then everything is as before`, () => {
      const outlook = makeOutlook(gazetteer, network)
      const restore = withhold(outlook, source, partners.slice(0, 1))
      expectSamples(outlook, without(source, partners.slice(0, 1)), source)
      restore()
      const before = makeOutlook(gazetteer, network)
      for (const column of ['neighbours', 'degree', 'partnerSize', 'partnersSized', 'peerTies', 'unitEnds', 'countryEnds', 'countryTotal'] as const) {
        expect(outlook[column], column).toEqual(before[column])
      }
    })
  }
})
