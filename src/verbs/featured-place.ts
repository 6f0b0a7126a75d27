// The place whose ties the front page's globe shows: the best connected of some countries.
import { degreeOf, partnersOf, type Network } from '../atlas/network/network.ts'
import type { Entry, Gazetteer } from '../atlas/gazetteer.ts'
import { placeSummary, type PlaceSummary } from './place-summary.ts'

export interface FeaturedPlace {
  readonly place: PlaceSummary
  readonly partners: readonly PlaceSummary[]
}

/** Absent where no place of these countries has a known tie. `most` partners at most, the largest first. */
export function featuredPlace(
  gazetteer: Gazetteer,
  network: Network,
  countries: readonly string[],
  most: number,
): FeaturedPlace | undefined {
  let best: Entry = -1
  for (const code of countries) {
    const country = gazetteer.indexOfCountry(code)
    if (country < 0) continue
    for (let entry = gazetteer.countryStart[country]; entry < gazetteer.countryStart[country + 1]; entry++) {
      if (degreeOf(network, entry) > (best < 0 ? 0 : degreeOf(network, best))) best = entry
    }
  }
  if (best < 0) return undefined
  const partners = [...partnersOf(network, best)]
    .toSorted((a, b) => gazetteer.population[b] - gazetteer.population[a])
    .slice(0, most)
    .map((partner) => placeSummary(gazetteer, partner))
  return { place: placeSummary(gazetteer, best), partners }
}
