import { describe, expect, it } from 'vitest'
import { partnersOf } from '../network/network.ts'
import { evaluate, METHODS } from './evaluate.ts'
import { makeMatcher } from './matcher.ts'
import { rankCandidates } from './rank-candidates.ts'
import { anyModel, smallGazetteer, smallNetwork } from './small-world.ts'

const gazetteer = smallGazetteer()
const network = smallNetwork(gazetteer)
const matcher = makeMatcher(anyModel(), gazetteer, network)

describe('given pairs that the network does not hold', () => {
  const pairs = [
    [0, 40],
    [35, 95],
    [70, 10],
  ] as const
  const unknown = pairs.filter(([a, b]) => !partnersOf(network, a).includes(b))

  it('then the rank of the partner is its rank among all places of its country', () => {
    expect(unknown.length).toBeGreaterThan(0)
    for (const { source, partner, candidates, ranks } of evaluate(matcher, unknown).rankings) {
      const { ranked } = rankCandidates(matcher, { source, country: gazetteer.country[partner], limit: 100 })
      expect(ranks.kembar).toBe(ranked.find(({ candidate }) => candidate === partner)?.rank)
      expect(candidates).toBe(ranked.length)
    }
  })

  it('then every method is measured on the same rankings', () => {
    const { figures } = evaluate(matcher, unknown, true)
    for (const method of METHODS) {
      expect(figures[method].rankings).toBe(2 * unknown.length)
      expect(figures[method].mrr).toBeGreaterThan(0)
    }
  })
})

describe('given a pair that the network holds', () => {
  it('when it is asked for, then the tie itself is not seen and cold sees no tie of the source at all', () => {
    const partner = partnersOf(network, 0)[0]
    const warm = evaluate(matcher, [[0, partner]])
    expect(warm.rankings[0].candidates).toBeGreaterThan(0)
    const cold = evaluate(matcher, [[0, partner]], true).rankings[0]
    // Without any tie of the source nothing is in common, so Adamic-Adar is left with size and popularity.
    expect(cold.ranks['adamic-adar']).toBe(cold.ranks['size-and-popularity'])
    expect(evaluate(matcher, [[0, partner]])).toEqual(warm)
  })
})
