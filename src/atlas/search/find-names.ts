// Search as you type over the name index: exact names, then prefixes and near names by weight, with a country or
// region as the last words of the query (`jepara indonesia`, `springfield illinois`).
import { isUnit, type Entry, type Gazetteer } from '../gazetteer.ts'
import { foldName } from './fold-name.ts'
import { BLOCK, LONGEST_NAME, lowerBound, nameAt, nameLength, WEIGHT_STEPS, type NameIndex } from './name-index.ts'
import { errorsAllowed, scanNearNames } from './near-names.ts'
import type { FoundPlace, MatchKind, PlaceSearch, SearchQuery } from './place-search.ts'

/** Folded names of countries in several languages, and their codes, with the index of the country. */
export type CountryNames = readonly (readonly [name: string, country: number])[]

interface Hit {
  readonly row: number
  readonly kind: MatchKind
  readonly score: number
}

type Filter = (entry: Entry) => boolean

/** A near name must outweigh a prefix by this for each error: about a hundredth part of the places. */
const ERROR_PENALTY = 1.3 * WEIGHT_STEPS
/** With an exact or prefix hit of this weight (a town of some ten thousand) no errors are looked for. */
const SURE = 6.8 * WEIGHT_STEPS
const SHORTEST_REGION = 3

export function makePlaceSearch(gazetteer: Gazetteer, index: NameIndex, countryNames: CountryNames): PlaceSearch {
  return {
    find(query: SearchQuery): readonly FoundPlace[] {
      const inCountry: Filter =
        query.country === undefined ? () => true : (entry) => gazetteer.country[entry] === query.country
      const found = new Map<Entry, FoundPlace>()
      const take = (hits: readonly Hit[]) => {
        for (const { row, kind } of hits) {
          const entry = index.entry[row]
          if (!found.has(entry)) found.set(entry, { entry, matched: nameAt(index, row), kind })
        }
      }
      const text = foldName(query.text).slice(0, LONGEST_NAME)
      if (text === '') return []
      const whole = lookUp(index, text, query.limit, inCountry)
      if (whole.some((hit) => hit.kind === 'exact')) take(whole)
      for (const { name, filter } of splits(gazetteer, index, countryNames, query.text)) {
        if (found.size > 0) break
        const narrowed = (entry: Entry) => inCountry(entry) && filter(entry)
        const hits = lookUp(index, name, query.limit, narrowed)
        // A misspelt name with a country that fits is worth more than a whole that only starts alike.
        if (whole.length === 0 || hits.some((hit) => hit.kind === 'exact')) take(hits)
      }
      take(whole)
      return [...found.values()].slice(0, query.limit)
    },
  }
}

function lookUp(index: NameIndex, text: string, limit: number, filter: Filter): Hit[] {
  const hits: Hit[] = []
  const from = lowerBound(index, text)
  const to = lowerBound(index, text, true)
  let exactEnd = from
  while (exactEnd < to && nameLength(index, exactEnd) === text.length) exactEnd++
  collect(index, from, exactEnd, 'exact', limit, filter, hits)
  const exact = hits.sort(byScore)
  const others: Hit[] = []
  collect(index, exactEnd, to, 'prefix', limit, filter, others)
  const best = Math.max(0, ...exact.map((hit) => hit.score), ...others.map((hit) => hit.score))
  const errors = errorsAllowed(text.length)
  if (errors > 0 && best < SURE) {
    for (let allowed = 1; allowed <= errors && !others.some((hit) => hit.kind === 'near'); allowed++)
      near(index, text, allowed, filter, others)
  }
  return [...exact, ...others.sort(byScore)]
}

const byScore = (a: Hit, b: Hit) => b.score - a.score || a.row - b.row

/** The heaviest rows of a range, enough of them for `limit` entries although an entry may have several names there. */
function collect(
  index: NameIndex,
  from: number,
  to: number,
  kind: MatchKind,
  limit: number,
  filter: Filter,
  into: Hit[],
): void {
  const wanted = limit * 16
  let heap: Hit[] = []
  let bar = -1
  for (let row = from; row < to; row++) {
    if (row % BLOCK === 0 && row + BLOCK <= to && index.blockMax[row / BLOCK] <= bar) {
      row += BLOCK - 1
      continue
    }
    const score = index.weight[row]
    if (score <= bar || !filter(index.entry[row])) continue
    heap.push({ row, kind, score })
    if (heap.length >= wanted * 2) {
      heap = heap.sort(byScore).slice(0, wanted)
      bar = heap[wanted - 1].score
    }
  }
  into.push(...heap.sort(byScore).slice(0, wanted))
}

function near(index: NameIndex, text: string, errors: number, filter: Filter, into: Hit[]): void {
  scanNearNames(index, text, errors, (first, distance) => {
    const length = nameLength(index, first)
    for (
      let row = first;
      row < index.ends.length && nameLength(index, row) === length && (row === first || sameName(index, first, row));
      row++
    ) {
      if (filter(index.entry[row]))
        into.push({ row, kind: 'near', score: index.weight[row] - distance * ERROR_PENALTY })
    }
  })
}

function sameName(index: NameIndex, a: number, b: number): boolean {
  const length = nameLength(index, a)
  const [startA, startB] = [index.ends[a] - length, index.ends[b] - length]
  for (let i = 0; i < length; i++) if (index.chars[startA + i] !== index.chars[startB + i]) return false
  return true
}

/** Ways to read the last words as a country or region: at a comma, else at each space, the longest name first. */
function* splits(
  gazetteer: Gazetteer,
  index: NameIndex,
  countryNames: CountryNames,
  raw: string,
): Generator<{ readonly name: string; readonly filter: Filter }> {
  const parts = raw
    .split(',')
    .map(foldName)
    .filter((part) => part !== '')
  const words = foldName(raw).split(' ')
  const pairs: (readonly [string, string])[] =
    parts.length > 1
      ? [
          [parts[0], parts[parts.length - 1]],
          [parts[0], parts[1]],
        ]
      : words
          .slice(1)
          .map((_, i) => [words.slice(0, words.length - 1 - i).join(' '), words.slice(words.length - 1 - i).join(' ')])
  for (const [name, region] of pairs) {
    const countries = new Set<number>()
    for (const [known, country] of countryNames) {
      if (known === region || (region.length >= SHORTEST_REGION - 1 && known.startsWith(region))) countries.add(country)
    }
    if (countries.size > 0) yield { name, filter: (entry) => countries.has(gazetteer.country[entry]) }
    const units = region.length >= SHORTEST_REGION ? unitsNamed(gazetteer, index, region) : new Set<Entry>()
    if (units.size > 0)
      yield { name, filter: (entry) => units.has(gazetteer.admin1[entry]) || units.has(gazetteer.admin2[entry]) }
  }
}

function unitsNamed(gazetteer: Gazetteer, index: NameIndex, name: string): Set<Entry> {
  const units = new Set<Entry>()
  for (let row = lowerBound(index, name); row < index.ends.length && nameLength(index, row) === name.length; row++) {
    if (nameAt(index, row) !== name) break
    if (isUnit(gazetteer, index.entry[row])) units.add(index.entry[row])
  }
  return units
}
