// What ties reach from one source: sums per place, filled once per source, so that each candidate costs a few look-ups.
import type { Entry } from '../gazetteer.ts'
import { partnersSeen, type Outlook } from './outlook.ts'
import { chord2OfKm, visitNear } from './place-grid.ts'

/** Neighbours whose ties speak for a place, and how far what they say is spread around their partners. */
export const NEIGHBOUR_KM = 60
export const VICINITY_KM = 40
const SIZE_DECAY = 1.5
const SIMILAR_DECAY = 2

export interface Reach {
  readonly outlook: Outlook
  source: Entry
  /** Adamic-Adar: partners in common, each worth 1 / ln(its partners). */
  readonly common: Float64Array
  /** Chains source - a - b - place, each worth 1 / sqrt(partners of a * partners of b). */
  readonly chains: Float64Array
  /** Ties of the source's neighbours to the place, weighted by nearness and by likeness of size. */
  readonly nearTies: Float64Array
  /** Ties of the place's neighbours to the source, weighted in the same way. */
  readonly ownNear: Float64Array
  /** Ties of the source's neighbours to the place, weighted by nearness within VICINITY_KM alone, and that spread around the partners. */
  readonly vicinity: Float64Array
  readonly bothNear: Float64Array
  /** Ties from the source's country, and the same weighted by likeness of their size to the source's. */
  readonly countryTies: Int32Array
  readonly similarTies: Float64Array
  /** By entry of the unit: ties from the source's first-level unit, its second-level unit, its country. */
  readonly unitTies: Int32Array
  readonly districtTies: Int32Array
  readonly unitToCountry: Int32Array
  /** By country: ties from the source's first-level unit; the source's own partners. */
  readonly unitByCountry: Int32Array
  readonly ownByCountry: Map<number, Entry[]>
  /** Places that any of the per-place sums is not 0 for, once each; and the marks of that. */
  readonly places: Entry[]
  readonly marked: Uint8Array
  readonly units: Entry[]
}

export function makeReach(outlook: Outlook): Reach {
  const { size, countries } = outlook.gazetteer
  const sums = () => new Float64Array(size)
  const counts = () => new Int32Array(size)
  return {
    outlook,
    source: -1,
    common: sums(),
    chains: sums(),
    nearTies: sums(),
    ownNear: sums(),
    vicinity: sums(),
    bothNear: sums(),
    countryTies: counts(),
    similarTies: sums(),
    unitTies: counts(),
    districtTies: counts(),
    unitToCountry: counts(),
    unitByCountry: new Int32Array(countries.length),
    ownByCountry: new Map(),
    places: [],
    marked: new Uint8Array(size),
    units: [],
  }
}

/** Empties the sums and fills them for `source`. */
export function reachFrom(reach: Reach, source: Entry): void {
  clear(reach)
  reach.source = source
  followPaths(reach)
  askNeighbours(reach)
  askCountry(reach)
  listOwn(reach)
}

function listOwn(reach: Reach): void {
  const {
    gazetteer,
    facts: { grid, size },
  } = reach.outlook
  for (const partner of partnersSeen(reach.outlook, reach.source)) {
    visitNear(grid, partner, NEIGHBOUR_KM, (place, c2) => {
      mark(reach, place)
      reach.ownNear[place] += neighbourWeight(c2, size[place], size[partner])
    })
    const country = gazetteer.country[partner]
    const known = reach.ownByCountry.get(country)
    if (known === undefined) reach.ownByCountry.set(country, [partner])
    else known.push(partner)
  }
}

function clear(reach: Reach): void {
  for (const place of reach.places) {
    reach.common[place] =
      reach.chains[place] =
      reach.nearTies[place] =
      reach.ownNear[place] =
      reach.vicinity[place] =
      reach.bothNear[place] =
        0
    reach.countryTies[place] = reach.similarTies[place] = reach.marked[place] = 0
  }
  for (const unit of reach.units) reach.unitTies[unit] = reach.districtTies[unit] = reach.unitToCountry[unit] = 0
  reach.places.length = reach.units.length = 0
  reach.unitByCountry.fill(0)
  reach.ownByCountry.clear()
}

function mark(reach: Reach, place: Entry): void {
  if (reach.marked[place] === 1) return
  reach.marked[place] = 1
  reach.places.push(place)
}

function followPaths(reach: Reach): void {
  const { outlook, source, common, chains } = reach
  const { degree } = outlook
  for (const a of partnersSeen(outlook, source)) {
    const worth = 1 / Math.log(Math.max(2, degree[a]))
    for (const b of partnersSeen(outlook, a)) {
      if (b === source) continue
      mark(reach, b)
      common[b] += worth
      const chain = 1 / Math.sqrt(degree[a] * degree[b])
      for (const place of partnersSeen(outlook, b)) {
        if (place === a || place === source) continue
        mark(reach, place)
        chains[place] += chain
      }
    }
  }
}

/** 1 at the place itself, 0 at the rim (biweight). */
export function nearness(c2: number, rim: number): number {
  const rest = 1 - c2 / rim
  return rest > 0 ? rest * rest : 0
}

export const NEIGHBOUR_RIM = chord2OfKm(NEIGHBOUR_KM)
export const VICINITY_RIM = chord2OfKm(VICINITY_KM)

export function likeness(sizeA: number, sizeB: number, decay: number): number {
  return Math.exp(-decay * Math.abs(sizeA - sizeB))
}

/** How much a tie of a neighbour counts: near, and of a like size. */
export function neighbourWeight(c2: number, sizeA: number, sizeB: number): number {
  return nearness(c2, NEIGHBOUR_RIM) * likeness(sizeA, sizeB, SIZE_DECAY)
}

export function similarWeight(sizeA: number, sizeB: number): number {
  return likeness(sizeA, sizeB, SIMILAR_DECAY)
}

function askNeighbours(reach: Reach): void {
  const { outlook, source, nearTies, vicinity, bothNear } = reach
  const { grid, size } = outlook.facts
  const spoken: Entry[] = []
  visitNear(grid, source, NEIGHBOUR_KM, (neighbour, c2) => {
    if (outlook.degree[neighbour] === 0) return
    const weight = neighbourWeight(c2, size[source], size[neighbour])
    const close = nearness(c2, VICINITY_RIM)
    for (const place of partnersSeen(outlook, neighbour)) {
      mark(reach, place)
      nearTies[place] += weight
      if (close === 0) continue
      if (vicinity[place] === 0) spoken.push(place)
      vicinity[place] += close
    }
  })
  for (const partner of spoken) {
    const worth = vicinity[partner]
    visitNear(grid, partner, VICINITY_KM, (place, c2) => {
      mark(reach, place)
      bothNear[place] += worth * nearness(c2, VICINITY_RIM)
    })
  }
}

function askCountry(reach: Reach): void {
  const { outlook, source, countryTies, similarTies, unitTies, districtTies, unitToCountry, unitByCountry, units } =
    reach
  const { gazetteer, facts, degree } = outlook
  const { admin1, admin2, country, countryStart } = gazetteer
  const home = country[source]
  for (let place = countryStart[home]; place < countryStart[home + 1]; place++) {
    if (degree[place] === 0) continue
    const similar = similarWeight(facts.size[place], facts.size[source])
    const sameUnit = admin1[source] >= 0 && admin1[place] === admin1[source]
    const sameDistrict = admin2[source] >= 0 && admin2[place] === admin2[source]
    for (const partner of partnersSeen(outlook, place)) {
      const [unit, district] = [admin1[partner], admin2[partner]]
      // The source's own ties count for units and countries; they cannot count for a candidate, which is not tied.
      mark(reach, partner)
      countryTies[partner]++
      similarTies[partner] += similar
      if (sameUnit) unitByCountry[country[partner]]++
      if (unit >= 0) {
        if (unitToCountry[unit] === 0) units.push(unit)
        unitToCountry[unit]++
        if (sameUnit) unitTies[unit]++
      }
      if (district >= 0 && sameDistrict) {
        if (districtTies[district] === 0) units.push(district)
        districtTies[district]++
      }
    }
  }
}
