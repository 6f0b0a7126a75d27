// What stands behind a reason, as data without language; the edge turns each key into a sentence. Closed list.
import type { Entry } from '../gazetteer.ts'
import { areTied, partnersOf } from '../network/network.ts'
import { partnersSeen } from './outlook.ts'
import { chord2, kmOfChord2, visitNear } from './place-grid.ts'
import { NEIGHBOUR_RIM, neighbourWeight, VICINITY_KM, type Reach } from './reach.ts'
import type { Sample } from './sample.ts'
import type { Wish } from './wish-profile.ts'

/** Places are gazetteer entries, distances kilometres, heights metres, populations inhabitants (0 unknown). */
export type Evidence =
  | {
      readonly key: 'population-ratio'
      readonly data: { readonly source: number; readonly candidate: number; readonly ratio: number | null }
    }
  | {
      readonly key: 'seat-levels'
      readonly data: { readonly source: number; readonly candidate: number; readonly same: boolean }
    }
  | { readonly key: 'position-in-country'; readonly data: { readonly source: number; readonly candidate: number } }
  | { readonly key: 'number-of-ties'; readonly data: { readonly source: number; readonly candidate: number } }
  | { readonly key: 'ties-of-peers'; readonly data: { readonly source: number; readonly candidate: number } }
  | {
      readonly key: 'airport-distance' | 'port-distance' | 'coast-distance'
      readonly data: { readonly source: number; readonly candidate: number }
    }
  | { readonly key: 'elevations'; readonly data: { readonly source: number; readonly candidate: number } }
  | { readonly key: 'alternate-names'; readonly data: { readonly source: number; readonly candidate: number } }
  | {
      readonly key: 'distance' | 'latitude-difference' | 'economy-ratio' | 'shared-language'
      readonly data: { readonly value: number | null }
    }
  | { readonly key: 'common-partner'; readonly data: { readonly via: Entry; readonly count: number } }
  | {
      readonly key: 'partner-of-partner'
      readonly data: { readonly sourcePartner: Entry; readonly candidatePartner: Entry }
    }
  | {
      readonly key: 'neighbour-tie'
      readonly data: { readonly neighbour: Entry; readonly km: number; readonly of: 'source' | 'candidate' }
    }
  | {
      readonly key: 'neighbours-tied'
      readonly data: {
        readonly sourceNeighbour: Entry
        readonly candidateNeighbour: Entry
        readonly sourceKm: number
        readonly candidateKm: number
      }
    }
  | {
      readonly key: 'ties-with-country' | 'similar-ties' | 'unit-ties-with-country'
      readonly data: { readonly candidate: number; readonly source: number }
    }
  | { readonly key: 'size-of-partners'; readonly data: { readonly candidate: number; readonly source: number } }
  | {
      readonly key: 'ties-between-units' | 'ties-between-districts' | 'ties-between-countries'
      readonly data: { readonly count: number }
    }
  | { readonly key: 'same-name' | 'nothing-known'; readonly data: Readonly<Record<string, never>> }
  | { readonly key: 'wish-met'; readonly data: Wish }

const NOTHING: Evidence = { key: 'nothing-known', data: {} }
const both = <K extends string>(key: K, source: number, candidate: number) => ({ key, data: { source, candidate } })

/** The evidence of one feature for the pair that `sample` measures; the best single path where there are several. */
export function evidenceOf(feature: string, reach: Reach, b: Entry, sample: Sample): Evidence {
  const { outlook, source: a } = reach
  const { gazetteer } = outlook
  switch (feature) {
    case 'population': {
      const [mine, theirs] = [gazetteer.population[a], gazetteer.population[b]]
      return {
        key: 'population-ratio',
        data: { source: mine, candidate: theirs, ratio: mine > 0 && theirs > 0 ? theirs / mine : null },
      }
    }
    case 'seat':
      return {
        key: 'seat-levels',
        data: { source: sample.seatA, candidate: sample.seatB, same: sample.seatA === sample.seatB },
      }
    case 'place-in-country':
      return both('position-in-country', Math.round(2 ** sample.positionA), Math.round(2 ** sample.positionB))
    case 'openness':
    case 'standing-in-network':
      return both('number-of-ties', sample.tiesA, sample.tiesB)
    case 'openness-of-peers':
      return both('ties-of-peers', sample.peersA, sample.peersB)
    case 'airport':
      return both('airport-distance', sample.airportA, sample.airportB)
    case 'port':
      return both('port-distance', sample.portA, sample.portB)
    case 'coast':
      return both('coast-distance', sample.coastA, sample.coastB)
    case 'elevation':
      return both('elevations', sample.heightA, sample.heightB)
    case 'renown':
      return both('alternate-names', gazetteer.alternates[a], gazetteer.alternates[b])
    case 'distance':
      return { key: 'distance', data: { value: sample.distance } }
    case 'latitude':
      return { key: 'latitude-difference', data: { value: sample.latitude } }
    case 'economy':
      return { key: 'economy-ratio', data: { value: sample.economy < 0 ? null : Math.exp(sample.economy) } }
    case 'language':
      return { key: 'shared-language', data: { value: sample.language } }
    case 'ties-to-country':
      return { key: 'ties-with-country', data: { candidate: sample.countryTiesAB, source: sample.countryTiesBA } }
    case 'ties-to-similar-size':
      return { key: 'similar-ties', data: { candidate: sample.similarTiesAB, source: sample.similarTiesBA } }
    case 'unit-ties-to-country':
      return {
        key: 'unit-ties-with-country',
        data: { candidate: sample.unitToCountryAB, source: sample.unitToCountryBA },
      }
    case 'size-of-partners':
      return { key: 'size-of-partners', data: { candidate: meanPartner(reach, b), source: meanPartner(reach, a) } }
    case 'ties-between-units':
      return { key: 'ties-between-units', data: { count: sample.unitTies } }
    case 'ties-between-districts':
      return { key: 'ties-between-districts', data: { count: sample.districtTies } }
    case 'ties-between-countries':
      return {
        key: 'ties-between-countries',
        data: { count: outlook.countryEnds[gazetteer.country[a] * gazetteer.countries.length + gazetteer.country[b]] },
      }
    case 'same-name':
      return sample.sameName === 1 ? { key: 'same-name', data: {} } : NOTHING
    case 'common-partners':
      return commonPartner(reach, b)
    case 'partners-of-partners':
      return chain(reach, b)
    case 'neighbours-ties':
      return neighbourTie(reach, b)
    case 'ties-between-neighbours':
      return neighboursTied(reach, b)
    default:
      return NOTHING
  }
}

/** Typical inhabitants of a place's partners (geometric mean), 0 where none is known. */
function meanPartner({ outlook }: Reach, place: Entry): number {
  const known = outlook.partnersSized[place]
  return known > 0 ? Math.round(10 ** (outlook.partnerSize[place] / known)) : 0
}

function commonPartner({ outlook, source }: Reach, b: Entry): Evidence {
  const shared = [...partnersSeen(outlook, source)].filter((partner) => areTied(outlook.network, partner, b))
  if (shared.length === 0) return NOTHING
  const via = shared.reduce((best, partner) =>
    outlook.degree[partner] < outlook.degree[best] ||
    (outlook.degree[partner] === outlook.degree[best] && partner < best)
      ? partner
      : best,
  )
  return { key: 'common-partner', data: { via, count: shared.length } }
}

function chain({ outlook, source }: Reach, b: Entry): Evidence {
  let best: { readonly a: Entry; readonly c: Entry; readonly worth: number } | undefined
  for (const c of [...partnersSeen(outlook, b)].sort((x, y) => x - y)) {
    for (const a of [...partnersSeen(outlook, source)].sort((x, y) => x - y)) {
      const worth = 1 / Math.sqrt(outlook.degree[a] * outlook.degree[c])
      if (c !== source && a !== b && (best === undefined || worth > best.worth) && areTied(outlook.network, a, c))
        best = { a, c, worth }
    }
  }
  return best === undefined
    ? NOTHING
    : { key: 'partner-of-partner', data: { sourcePartner: best.a, candidatePartner: best.c } }
}

/** The nearest and most alike neighbour of either place that is tied to the other. */
function neighbourTie({ outlook, source }: Reach, b: Entry): Evidence {
  const { grid, size } = outlook.facts
  let best:
    | { readonly neighbour: Entry; readonly c2: number; readonly of: 'source' | 'candidate'; readonly weight: number }
    | undefined
  for (const [of, place, other] of [
    ['source', source, b],
    ['candidate', b, source],
  ] as const) {
    for (const neighbour of partnersSeen(outlook, other)) {
      const c2 = chord2(grid, neighbour, place)
      if (neighbour === place || c2 >= NEIGHBOUR_RIM) continue
      const weight = neighbourWeight(c2, size[place], size[neighbour])
      if (best === undefined || weight > best.weight || (weight === best.weight && neighbour < best.neighbour))
        best = { neighbour, c2, of, weight }
    }
  }
  return best === undefined
    ? NOTHING
    : { key: 'neighbour-tie', data: { neighbour: best.neighbour, km: kmOfChord2(best.c2), of: best.of } }
}

/** The closest pair of tied places of which one is a neighbour of the source and the other of the candidate. */
function neighboursTied({ outlook, source, vicinity }: Reach, b: Entry): Evidence {
  const { grid } = outlook.facts
  let best: { readonly mine: Entry; readonly theirs: Entry; readonly sum: number } | undefined
  const around: Entry[] = []
  visitNear(grid, b, VICINITY_KM, (place) => around.push(place))
  for (const theirs of around) {
    if (vicinity[theirs] === 0) continue
    for (const mine of partnersOf(outlook.network, theirs)) {
      if (mine === source) continue
      const sum = kmOfChord2(chord2(grid, mine, source)) + kmOfChord2(chord2(grid, theirs, b))
      if (best === undefined || sum < best.sum || (sum === best.sum && mine < best.mine)) best = { mine, theirs, sum }
    }
  }
  if (best === undefined) return NOTHING
  const { mine, theirs } = best
  return {
    key: 'neighbours-tied',
    data: {
      sourceNeighbour: mine,
      candidateNeighbour: theirs,
      sourceKm: kmOfChord2(chord2(grid, mine, source)),
      candidateKm: kmOfChord2(chord2(grid, theirs, b)),
    },
  }
}
