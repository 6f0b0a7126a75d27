// Which words in the names of units say only what kind of unit it is (Kabupaten, Kota, County, Province). Found in the
// data: a word that begins or ends a good part of the names of a country's units of one level.
import { type Entry, type Gazetteer } from '../gazetteer.ts'
import { foldName } from './fold-name.ts'

export interface TypeWords {
  /** The folded name of a unit without the words for its kind; the whole folded name where there are none. */
  strip(unit: Entry, name: string): string
}

const SHARE = 0.12
const FEWEST = 5
/** `San` or `El` begin many names and are no kind of unit. */
const SHORTEST = 4

export function findTypeWords(gazetteer: Gazetteer): TypeWords {
  const groupOf = (unit: Entry) => `${gazetteer.country[unit]} ${gazetteer.rank[unit]}`
  const totals = new Map<string, number>()
  const uses = new Map<string, number>()
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (let unit = gazetteer.placeCount; unit < gazetteer.size; unit++) {
    const words = foldName(gazetteer.name(unit)).split(' ')
    count(totals, groupOf(unit))
    if (words.length < 2) continue
    count(uses, `${groupOf(unit)} first ${words[0]}`)
    count(uses, `${groupOf(unit)} last ${words[words.length - 1]}`)
  }
  const isType = (unit: Entry, end: 'first' | 'last', word: string) => {
    const used = uses.get(`${groupOf(unit)} ${end} ${word}`) ?? 0
    return word.length >= SHORTEST && used >= FEWEST && used >= SHARE * (totals.get(groupOf(unit)) ?? 0)
  }
  return {
    strip(unit, name) {
      const words = foldName(name).split(' ')
      const first = words.length > 1 && isType(unit, 'first', words[0]) ? 1 : 0
      const last = words.length > first + 1 && isType(unit, 'last', words[words.length - 1]) ? 1 : 0
      return words.slice(first, words.length - last).join(' ')
    },
  }
}
