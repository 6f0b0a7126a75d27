// What the model reads of the network per place, unit and country: counted once per network. Everything that a tie adds
// stands here, so that withhold.ts can take a tie out again and put it back.
import type { Entry, Gazetteer } from '../gazetteer.ts'
import type { Network } from '../network/network.ts'
import { placeFacts, type PlaceFacts } from './place-facts.ts'

export interface Outlook {
  readonly gazetteer: Gazetteer
  readonly facts: PlaceFacts
  readonly network: Network
  /** Partners of place i are `neighbours[offsets[i] … offsets[i] + degree[i] - 1]`; a withheld tie stands behind them. */
  readonly neighbours: Int32Array
  readonly offsets: Int32Array
  readonly degree: Int32Array
  /** Sum of the partners' sizes (decimal logarithms) where known, and how many are known. */
  readonly partnerSize: Float64Array
  readonly partnersSized: Int32Array
  /** Sum of the ties, each counted to PEER_TIES_MAX, of the peers around a place. */
  readonly peerTies: Int32Array
  /** Ends of ties in each first-level unit, by entry. */
  readonly unitEnds: Int32Array
  /** Ends of ties in country a whose other end lies in country b: `a * countries + b`. */
  readonly countryEnds: Int32Array
  readonly countryTotal: Int32Array
}

/** Peers on each side that say how open places like this one are. */
export const PEERS_EACH_SIDE = 40
export const PEER_TIES_MAX = 8

/** Shapes: per-place columns have `gazetteer.size` rows. Takes some tens of milliseconds; `facts` may be handed in again. */
export function makeOutlook(
  gazetteer: Gazetteer,
  network: Network,
  facts: PlaceFacts = placeFacts(gazetteer),
): Outlook {
  const { size, countries } = gazetteer
  const outlook: Outlook = {
    gazetteer,
    facts,
    network,
    neighbours: network.neighbours.slice(),
    offsets: network.offsets,
    degree: new Int32Array(size),
    partnerSize: new Float64Array(size),
    partnersSized: new Int32Array(size),
    peerTies: new Int32Array(size),
    unitEnds: new Int32Array(size),
    countryEnds: new Int32Array(countries.length * countries.length),
    countryTotal: new Int32Array(countries.length),
  }
  for (let i = 0; i < gazetteer.placeCount; i++) {
    outlook.degree[i] = network.offsets[i + 1] - network.offsets[i]
    for (let k = network.offsets[i]; k < network.offsets[i + 1]; k++) countEnd(outlook, i, network.neighbours[k], 1)
  }
  sumPeers(outlook)
  return outlook
}

/** Adds (+1) or takes away (-1) what the end `at` of a tie to `other` adds to the sums, the degree and the peers apart. */
export function countEnd(outlook: Outlook, at: Entry, other: Entry, sign: 1 | -1): void {
  const { gazetteer, facts } = outlook
  if (facts.size[other] >= 0) {
    outlook.partnerSize[at] += sign * facts.size[other]
    outlook.partnersSized[at] += sign
  }
  const unit = gazetteer.admin1[at]
  if (unit >= 0) outlook.unitEnds[unit] += sign
  const country = gazetteer.country[at]
  outlook.countryEnds[country * gazetteer.countries.length + gazetteer.country[other]] += sign
  outlook.countryTotal[country] += sign
}

/** Tells the peers of a place that its number of ties went from `before` to `after`. */
export function tellPeers({ facts, peerTies }: Outlook, place: Entry, before: number, after: number): void {
  const change = Math.min(PEER_TIES_MAX, after) - Math.min(PEER_TIES_MAX, before)
  if (change === 0) return
  const at = facts.peerAt[place]
  const end = Math.min(facts.peerEnd[place], at + PEERS_EACH_SIDE + 1)
  for (let k = Math.max(facts.peerStart[place], at - PEERS_EACH_SIDE); k < end; k++) {
    if (k !== at) peerTies[facts.peers[k]] += change
  }
}

function sumPeers(outlook: Outlook): void {
  for (let i = 0; i < outlook.gazetteer.placeCount; i++) tellPeers(outlook, i, 0, outlook.degree[i])
}

/** Mean ties of the places of the same country and rank that stand next to a place by population; drawn towards 0.3. */
export function opennessOfPeers({ facts, peerTies }: Outlook, place: Entry): number {
  const at = facts.peerAt[place]
  const from = Math.max(facts.peerStart[place], at - PEERS_EACH_SIDE)
  const to = Math.min(facts.peerEnd[place], at + PEERS_EACH_SIDE + 1)
  return (peerTies[place] + PRIOR_TIES * PRIOR_PEERS) / (to - from - 1 + PRIOR_PEERS)
}

const PRIOR_TIES = 0.3
const PRIOR_PEERS = 2

/** The partners of a place, withheld ones left out, in no order; a view, not a copy. */
export function partnersSeen({ neighbours, offsets, degree }: Outlook, place: Entry): Int32Array {
  return neighbours.subarray(offsets[place], offsets[place] + degree[place])
}
