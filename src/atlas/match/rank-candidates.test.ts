import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areTied, partnersOf } from '../network/network.ts'
import { GROUPS } from './features.ts'
import { makeMatcher, scoreOf } from './matcher.ts'
import { rankCandidates } from './rank-candidates.ts'
import { reachFrom } from './reach.ts'
import { takeSample } from './sample.ts'
import { scorePair } from './score-pair.ts'
import { anyModel, smallGazetteer, smallNetwork } from './small-world.ts'
import { NO_WISHES, type WishProfile } from './wish-profile.ts'

const gazetteer = smallGazetteer()
const network = smallNetwork(gazetteer)
const matcher = makeMatcher(anyModel(), gazetteer, network)
const place = fc.integer({ min: 0, max: gazetteer.placeCount - 1 })
const country = fc.integer({ min: 0, max: gazetteer.countries.length - 1 })
const twoPlaces = fc.tuple(place, place).filter(([a, b]) => a !== b)

describe('given any two places', () => {
  it('then the reasons add up to the score, and both views to their sums', () => {
    fc.assert(
      fc.property(twoPlaces, ([a, b]) => {
        const { score, own, reciprocal, reasons } = scorePair(matcher, a, b)
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
        expect(Math.abs(sum(reasons.map((reason) => reason.contribution)) - score)).toBeLessThan(1e-9)
        expect(Math.abs(sum(reasons.map((reason) => reason.own)) - own)).toBeLessThan(1e-9)
        expect(Math.abs((own + reciprocal) / 2 - score)).toBeLessThan(1e-9)
      }),
    )
  })

  it('when they change sides, then the score stays and the views change places', () => {
    fc.assert(
      fc.property(twoPlaces, ([a, b]) => {
        const [there, back] = [scorePair(matcher, a, b), scorePair(matcher, b, a)]
        expect(back.score).toBeCloseTo(there.score, 9)
        expect(back.own).toBeCloseTo(there.reciprocal, 9)
        expect(back.reciprocal).toBeCloseTo(there.own, 9)
      }),
    )
  })

  it('when a group has no weight, then exactly its reasons are gone', () => {
    fc.assert(
      fc.property(twoPlaces, fc.constantFrom(...GROUPS), ([a, b], group) => {
        const all = scorePair(matcher, a, b)
        const without = scorePair(matcher, a, b, { ...NO_WISHES, weights: { [group]: 0 } })
        expect(without.reasons).toEqual(all.reasons.filter((reason) => reason.group !== group))
      }),
    )
  })
})

describe('given a source and a country', () => {
  it('then the ranking is that of scoring every place, partners left out and named', () => {
    fc.assert(
      fc.property(place, country, (source, target) => {
        const { ranked, alreadyTied } = rankCandidates(matcher, { source, country: target, limit: 7 })
        reachFrom(matcher.reach, source)
        const [from, to] = [gazetteer.countryStart[target], gazetteer.countryStart[target + 1]]
        const scored = Array.from({ length: to - from }, (_, k) => from + k)
          .filter((candidate) => candidate !== source && !areTied(network, source, candidate))
          .map((candidate) => ({ candidate, score: scoreOf(matcher.model, takeSample(matcher.reach, candidate)) }))
          .sort((a, b) => b.score - a.score || a.candidate - b.candidate)
        expect(ranked.map(({ candidate }) => candidate)).toEqual(scored.slice(0, 7).map(({ candidate }) => candidate))
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, k) => k + 1))
        expect(alreadyTied).toEqual(
          [...partnersOf(network, source)].filter((partner) => partner >= from && partner < to),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('when the whole world is asked, then every country but the own is searched', () => {
    const { ranked } = rankCandidates(matcher, { source: 3, limit: 500 })
    expect(ranked.every(({ candidate }) => gazetteer.country[candidate] !== 0)).toBe(true)
    expect(ranked.length).toBe(
      gazetteer.placeCount -
        gazetteer.countryStart[1] -
        partnersOf(network, 3).filter((p) => gazetteer.country[p] !== 0).length,
    )
  })

  it('when wishes are stated, then they are reasons of their own and the order follows the new scores', () => {
    const profile: WishProfile = {
      offers: [],
      seeks: ['fisheries'],
      problems: [],
      weights: { 'people-to-people': 0.5, 'equal-status': 2 },
    }
    const { ranked } = rankCandidates(matcher, { source: 4, country: 2, limit: 30, profile })
    expect(ranked.some(({ reasons }) => reasons.some(({ evidence }) => evidence.key === 'wish-met'))).toBe(true)
    const scores = ranked.map(({ score }) => score)
    expect([...scores].sort((a, b) => b - a)).toEqual(scores)
  })

  it('when a unit asks, then its seat answers', () => {
    const unit = gazetteer.placeCount + 1
    expect(rankCandidates(matcher, { source: unit, country: 2, limit: 3 })).toEqual(
      rankCandidates(matcher, { source: gazetteer.seat[unit], country: 2, limit: 3 }),
    )
  })

  it('when the country or the limit does not exist, then it is refused', () => {
    expect(() => rankCandidates(matcher, { source: 1, country: 99, limit: 3 })).toThrow(RangeError)
    expect(() => rankCandidates(matcher, { source: 1, country: 1, limit: -1 })).toThrow(RangeError)
  })
})
