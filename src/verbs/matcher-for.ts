// The matcher of a network, made once: what it derives from the gazetteer is kept for the next network too.
import type { Gazetteer } from '../atlas/gazetteer.ts'
import { makeMatcher, type Matcher } from '../atlas/match/matcher.ts'
import type { PlaceFacts } from '../atlas/match/place-facts.ts'
import type { Network } from '../atlas/network/network.ts'
import type { Atlas } from './house.ts'

const matchers = new WeakMap<Network, Matcher>()
const factsOf = new WeakMap<Gazetteer, PlaceFacts>()

export function matcherFor(atlas: Atlas, network: Network): Matcher {
  let matcher = matchers.get(network)
  if (matcher === undefined) {
    matcher = makeMatcher(atlas.model, atlas.gazetteer, network, factsOf.get(atlas.gazetteer))
    factsOf.set(atlas.gazetteer, matcher.outlook.facts)
    matchers.set(network, matcher)
  }
  return matcher
}
