// The countries of the world with languages, population and economy: countries-list (names, continents) and CLDR (figures).
import { getCountryDataList } from 'countries-list'
import type { Country } from '../gazetteer.ts'
import { readJson, referenceFile } from './reference-files.ts'

interface TerritoryInfo {
  readonly _gdp?: string
  readonly _population?: string
  readonly languagePopulation?: Readonly<
    Record<string, { readonly _populationPercent: string; readonly _officialStatus?: string }>
  >
}

const LANGUAGE_SHARE_MIN = 0.01

/** Countries that occur in `codes`, ordered by code. Figures are CLDR's; 0 where CLDR has none. */
export function readCountries(codes: ReadonlySet<string>): readonly Country[] {
  const territories = readJson<{ supplemental: { territoryInfo: Readonly<Record<string, TerritoryInfo>> } }>(
    referenceFile('cldr-core', 'supplemental', 'territoryInfo.json'),
  ).supplemental.territoryInfo
  const listed = new Map(getCountryDataList().map((country) => [country.iso2 as string, country]))
  return [...codes].sort().map((code) => {
    const info = territories[code] ?? {}
    const population = Number(info._population ?? 0)
    const gdp = Number(info._gdp ?? 0)
    return {
      code,
      name: listed.get(code)?.name ?? code,
      continent: listed.get(code)?.continent ?? '',
      languages: languagesOf(info),
      population,
      gdpPerHead: population > 0 ? gdp / population : 0,
    }
  })
}

function languagesOf(info: TerritoryInfo): Country['languages'] {
  const shares = new Map<string, [number, boolean]>()
  for (const [tag, use] of Object.entries(info.languagePopulation ?? {})) {
    const language = tag.split('_')[0]
    const [share, official] = shares.get(language) ?? [0, false]
    shares.set(language, [
      Math.max(share, Number(use._populationPercent) / 100),
      official || /^(de_facto_)?official$/.test(use._officialStatus ?? ''),
    ])
  }
  return [...shares]
    .filter(([, [share, official]]) => official || share >= LANGUAGE_SHARE_MIN)
    .map(([language, [share, official]]) => [language, Math.min(1, share), official] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
