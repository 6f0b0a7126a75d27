import { describe, expect, it } from 'vitest'
import { buildNetwork, partnersOf } from '../network/network.ts'
import { makeOutlook, type Outlook } from './outlook.ts'
import { makeReach, reachFrom } from './reach.ts'
import { COLUMNS, takeSample } from './sample.ts'
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

/** The largest difference of any column of any place. */
function difference(actual: Outlook, expected: Outlook, source: number): number {
  const [mine, theirs] = [makeReach(actual), makeReach(expected)]
  reachFrom(mine, source)
  reachFrom(theirs, source)
  const places = Array.from({ length: gazetteer.placeCount }, (_, i) => i).filter((place) => place !== source)
  return Math.max(
    ...places.flatMap((place) => {
      const [a, b] = [takeSample(mine, place), takeSample(theirs, place)]
      return COLUMNS.map((column) => Math.abs(a[column] - b[column]))
    }),
  )
}

describe('given a place with ties', () => {
  for (const source of [0, 31, 62]) {
    const partners = [...partnersOf(network, source)]
    it(`when all ties of ${source} are withheld, then every number is that of a network that never had them`, () => {
      const outlook = makeOutlook(gazetteer, network)
      withhold(outlook, source, partners)
      expect(difference(outlook, without(source, partners), source)).toBeLessThan(1e-9)
    })
    it(`when one tie of ${source} is withheld and put back, then it is first gone, then everything is as before`, () => {
      const outlook = makeOutlook(gazetteer, network)
      const restore = withhold(outlook, source, partners.slice(0, 1))
      expect(difference(outlook, without(source, partners.slice(0, 1)), source)).toBeLessThan(1e-9)
      restore()
      const before = makeOutlook(gazetteer, network)
      for (const column of [
        'neighbours',
        'degree',
        'partnerSize',
        'partnersSized',
        'peerTies',
        'unitEnds',
        'countryEnds',
        'countryTotal',
      ] as const) {
        expect(outlook[column], column).toEqual(before[column])
      }
    })
  }
})
