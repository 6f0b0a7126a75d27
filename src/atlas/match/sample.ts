// The numbers that the model reads of one pair: a row of named columns, source A and candidate B.
import type { Entry } from '../gazetteer.ts'
import { opennessOfPeers } from './outlook.ts'
import { chord2, kmOfChord2 } from './place-grid.ts'
import { similarWeight, type Reach } from './reach.ts'

export const COLUMNS = [
  'sizeA',
  'sizeB',
  'seatA',
  'seatB',
  'positionA',
  'positionB',
  'renownA',
  'renownB',
  'tiesA',
  'tiesB',
  'peersA',
  'peersB',
  'airportA',
  'airportB',
  'portA',
  'portB',
  'coastA',
  'coastB',
  'heightA',
  'heightB',
  'latitude',
  'distance',
  'sameName',
  'common',
  'chains',
  'bothNear',
  'nearTiesAB',
  'nearTiesBA',
  'countryTiesAB',
  'countryTiesBA',
  'similarTiesAB',
  'similarTiesBA',
  'partnerSizeAB',
  'partnerSizeBA',
  'unitTies',
  'districtTies',
  'unitToCountryAB',
  'unitToCountryBA',
  'unitOpennessA',
  'unitOpennessB',
  'language',
  'economy',
  'countries',
] as const
export type Column = (typeof COLUMNS)[number]
export type Sample = Readonly<Record<Column, number>>

const UNKNOWN = -1
/** Steps of a tenfold difference; 3 is "no difference", so that smaller stays on the known part of the axis. */
const EQUAL_SIZE = 3

/**
 * Measures candidate `b` as seen from the source that `reach` was filled for. Sizes are decimal logarithms of inhabitants
 * (-1 unknown), distances kilometres, heights metres; the columns of ties are the sums of reach.ts. `AB` is what the
 * source sees in the candidate, `BA` the same with the parts exchanged, so that a row read backwards is the row of (b, a).
 */
export function takeSample(reach: Reach, b: Entry): Sample {
  const { outlook, source: a } = reach
  const { gazetteer, facts, degree } = outlook
  const { admin1, admin2, country } = gazetteer
  const [unitA, unitB, districtB] = [admin1[a], admin1[b], admin2[b]]
  const [homeA, homeB] = [country[a], country[b]]
  const own = ownTies(reach, b)
  return {
    sizeA: facts.size[a],
    sizeB: facts.size[b],
    seatA: gazetteer.rank[a],
    seatB: gazetteer.rank[b],
    positionA: facts.position[a],
    positionB: facts.position[b],
    renownA: facts.renown[a],
    renownB: facts.renown[b],
    tiesA: degree[a],
    tiesB: degree[b],
    peersA: opennessOfPeers(outlook, a),
    peersB: opennessOfPeers(outlook, b),
    airportA: gazetteer.airportKm[a],
    airportB: gazetteer.airportKm[b],
    portA: gazetteer.portKm[a],
    portB: gazetteer.portKm[b],
    coastA: gazetteer.coastKm[a],
    coastB: gazetteer.coastKm[b],
    heightA: facts.height[a],
    heightB: facts.height[b],
    latitude: Math.abs(gazetteer.lat[a] - gazetteer.lat[b]),
    distance: kmOfChord2(chord2(facts.grid, a, b)),
    sameName: facts.nameKey[a] === facts.nameKey[b] ? 1 : 0,
    common: reach.common[b],
    chains: reach.chains[b],
    bothNear: reach.bothNear[b],
    nearTiesAB: reach.nearTies[b],
    nearTiesBA: reach.ownNear[b],
    countryTiesAB: reach.countryTies[b],
    countryTiesBA: own.count,
    similarTiesAB: reach.similarTies[b],
    similarTiesBA: own.similar,
    partnerSizeAB: partnerSize(reach, b, a),
    partnerSizeBA: partnerSize(reach, a, b),
    unitTies: unitA >= 0 && unitB >= 0 ? reach.unitTies[unitB] : 0,
    districtTies: districtB >= 0 ? reach.districtTies[districtB] : 0,
    unitToCountryAB: unitB >= 0 ? reach.unitToCountry[unitB] : 0,
    unitToCountryBA: unitA >= 0 ? reach.unitByCountry[homeB] : 0,
    unitOpennessA: unitA >= 0 ? outlook.unitEnds[unitA] : 0,
    unitOpennessB: unitB >= 0 ? outlook.unitEnds[unitB] : 0,
    ...betweenCountries(reach, homeA, homeB),
  }
}

/** How many of the source's own ties lie in the candidate's country, and the same weighted by likeness of their size to it. */
export function ownTies({ outlook, ownByCountry }: Reach, b: Entry): { count: number; similar: number } {
  const { facts, gazetteer } = outlook
  const inCountry = ownByCountry.get(gazetteer.country[b]) ?? []
  let similar = 0
  for (const partner of inCountry) similar += similarWeight(facts.size[partner], facts.size[b])
  return { count: inCountry.length, similar }
}

/** Mean size of the partners of `of` against the size of `against`, in tens; UNKNOWN where either is not known. */
function partnerSize({ outlook }: Reach, of: Entry, against: Entry): number {
  const known = outlook.partnersSized[of]
  return partnerSizeStep(known > 0 ? outlook.partnerSize[of] / known : UNKNOWN, outlook.facts.size[against])
}

/** The column's value from a mean size of partners (negative: unknown) and a size. */
export function partnerSizeStep(partners: number, size: number): number {
  return partners < 0 || size < 0 ? UNKNOWN : Math.max(0, EQUAL_SIZE + partners - size)
}

export function betweenCountries(
  { outlook }: Reach,
  a: number,
  b: number,
): Pick<Sample, 'language' | 'economy' | 'countries'> {
  const { gazetteer, facts, countryEnds, countryTotal } = outlook
  const [perHeadA, perHeadB] = [gazetteer.countries[a].gdpPerHead, gazetteer.countries[b].gdpPerHead]
  const total = Math.sqrt(countryTotal[a] * countryTotal[b])
  return {
    language: facts.sharedLanguage[a * gazetteer.countries.length + b],
    economy: perHeadA > 0 && perHeadB > 0 ? Math.abs(Math.log(perHeadA / perHeadB)) : UNKNOWN,
    countries: total > 0 ? countryEnds[a * gazetteer.countries.length + b] / total : 0,
  }
}
