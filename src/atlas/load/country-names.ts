// The names by which a country may be typed: its code, its names in the interface languages, its own name and aliases.
import { getCountryDataList } from 'countries-list'
import type { Country } from '../gazetteer.ts'
import { foldName } from '../search/fold-name.ts'
import type { CountryNames } from '../search/find-names.ts'

const LANGUAGES = ['en', 'id', 'km'] as const

export function countryNamesOf(countries: readonly Country[]): CountryNames {
  const displays = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }))
  const listed = new Map(getCountryDataList().map((country) => [country.iso2 as string, country]))
  return countries.flatMap(({ code, name }, i) => {
    const data = listed.get(code)
    const names = [
      code,
      name,
      data?.iso3,
      data?.native,
      ...(data?.alias ?? []),
      ...displays.map((display) => display.of(code)),
    ]
    const folded = new Set(
      names
        .filter((text) => text !== undefined)
        .map(foldName)
        .filter((text) => text !== ''),
    )
    return [...folded].map((text) => [text, i] as const)
  })
}
