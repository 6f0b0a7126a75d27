// The index behind the place search: every folded name of every entry, sorted, with the weight of its entry.
import { isUnit, type Entry, type Gazetteer } from '../gazetteer.ts'
import { foldName } from './fold-name.ts'
import { findTypeWords } from './unit-type-words.ts'
import { letterSignature } from './letter-signature.ts'

export interface NameIndex {
  /** Folded names one after the other, as UTF-16 code units; row i spans ends[i-1] … ends[i]. Rows are sorted by name. */
  readonly chars: Uint16Array
  readonly ends: Uint32Array
  readonly entry: Int32Array
  /** How likely a reader means this entry by this name, in steps of 1 / WEIGHT_STEPS. */
  readonly weight: Uint16Array
  /** Largest weight of each block of BLOCK rows, to skip blocks that cannot win. */
  readonly blockMax: Uint16Array
  /** First row of each distinct name, ordered by length of the name; names of length n start at lengthStart[n]. */
  readonly byLength: Int32Array
  readonly lengthStart: Int32Array
  /** Two words of letter signature per row of `byLength`. */
  readonly signatures: Uint32Array
}

export const BLOCK = 64
export const WEIGHT_STEPS = 5000
/** Longer names are cut here; nobody types more. */
export const LONGEST_NAME = 60

const OWN_NAME_BONUS = 1.2
const RANK_BONUS = [1, 0.7, 0.3, 0.1, 0, 0, 0] as const
/** Of a unit and its seat the seat comes first. */
const UNIT_PENALTY = 0.25
/** GeoNames lists airport codes among the names; `SAN` is San Diego only if nothing else is called so. */
const AIRPORT_CODE = /^[A-Z]{3}$/
const CODE_PENALTY = 2
/** The second, third … word of a name is a weaker way to ask for it. */
const PART_PENALTY = 0.5
const LARGE_ENOUGH_FOR_PARTS = 15_000

/** The weight of an entry in [0, 12]: tenfold population is one; being a seat and being known in many languages add. */
export function entryWeight(population: number, alternates: number, rank: number): number {
  return Math.log10(Math.max(100, population)) + 0.35 * Math.log2(1 + Math.min(alternates, 255)) + RANK_BONUS[rank]
}

export function buildNameIndex(gazetteer: Gazetteer): NameIndex {
  const held = populationHeld(gazetteer)
  const typeWords = findTypeWords(gazetteer)
  const keys: string[] = []
  const entries: Entry[] = []
  const weights: number[] = []
  for (let entry = 0; entry < gazetteer.size; entry++) {
    const unit = isUnit(gazetteer, entry)
    const base =
      entryWeight(
        unit ? held[entry - gazetteer.placeCount] : gazetteer.population[entry],
        gazetteer.alternates[entry],
        gazetteer.rank[entry],
      ) - (unit ? UNIT_PENALTY : 0)
    const seen = new Map<string, number>()
    const add = (name: string, weight: number) => {
      const key = foldName(name).slice(0, LONGEST_NAME)
      if (key !== '' && weight > (seen.get(key) ?? -1)) seen.set(key, weight)
    }
    const name = gazetteer.name(entry)
    add(name, base + OWN_NAME_BONUS)
    add(gazetteer.asciiName(entry), base + OWN_NAME_BONUS)
    for (const other of gazetteer.alternateNames(entry)) {
      add(other, AIRPORT_CODE.test(other) ? base - CODE_PENALTY : base)
      const bare = withoutAffix(other)
      if (bare !== other) add(bare, base)
    }
    // `Kabupaten Jepara` is asked for as `Jepara`, `Kampong Speu Province` as `Kampong Speu`.
    if (unit) add(typeWords.strip(entry, name), base)
    else if (gazetteer.population[entry] >= LARGE_ENOUGH_FOR_PARTS)
      for (const part of tails(name)) add(part, base - PART_PENALTY)
    for (const [key, weight] of seen) {
      keys.push(`${key}\u0000${keys.length}`)
      entries.push(entry)
      weights.push(weight)
    }
  }
  return layOut(keys.sort(), entries, weights)
}

const tails = (name: string) => {
  const words = foldName(name).split(' ')
  return words
    .slice(1)
    .map((_, i) => words.slice(i + 1).join(' '))
    .filter((tail) => tail.length >= 4)
}

/** Words for the kind of place that some scripts write without a space: town, province, district. */
const AFFIXES = /^(?:ក្រុង|ខេត្ត|ស្រុក|เมือง|จังหวัด)(?=..)|(?<=..)(?:市|省|县|縣|区|區|町|村|県|府|都|郡|시|군|도|구)$/u

const withoutAffix = (name: string) => name.replace(AFFIXES, '')

/** Sum of the known figures of the places in each unit. */
function populationHeld(gazetteer: Gazetteer): Float64Array {
  const held = new Float64Array(gazetteer.size - gazetteer.placeCount)
  for (let place = 0; place < gazetteer.placeCount; place++) {
    for (const unit of [gazetteer.admin1[place], gazetteer.admin2[place]]) {
      if (unit >= 0) held[unit - gazetteer.placeCount] += gazetteer.population[place]
    }
  }
  return held
}

/** `sorted` are names with the number of their row behind a NUL, in code unit order. */
function layOut(sorted: readonly string[], entries: readonly Entry[], weights: readonly number[]): NameIndex {
  const rows = sorted.length
  const ends = new Uint32Array(rows)
  const entry = new Int32Array(rows)
  const weight = new Uint16Array(rows)
  const blockMax = new Uint16Array(Math.ceil(rows / BLOCK))
  const firsts: number[] = []
  let total = 0
  let lastKey = ''
  const names = sorted.map((text, row) => {
    const cut = text.indexOf('\u0000')
    const source = Number(text.slice(cut + 1))
    const key = text.slice(0, cut)
    entry[row] = entries[source]
    weight[row] = Math.round(Math.max(0, weights[source]) * WEIGHT_STEPS)
    blockMax[Math.floor(row / BLOCK)] = Math.max(blockMax[Math.floor(row / BLOCK)], weight[row])
    ends[row] = total += key.length
    if (key !== lastKey) firsts.push(row)
    lastKey = key
    return key
  })
  const chars = new Uint16Array(total)
  let at = 0
  for (const name of names) for (let i = 0; i < name.length; i++) chars[at++] = name.charCodeAt(i)
  const byLength = Int32Array.from(firsts).sort((a, b) => names[a].length - names[b].length || a - b)
  const lengthStart = new Int32Array(LONGEST_NAME + 2).fill(byLength.length)
  const signatures = new Uint32Array(byLength.length * 2)
  for (let i = byLength.length - 1; i >= 0; i--) {
    const name = names[byLength[i]]
    for (let length = name.length; length >= 0 && lengthStart[length] > i; length--) lengthStart[length] = i
    signatures.set(letterSignature(name), i * 2)
  }
  return { chars, ends, entry, weight, blockMax, byLength, lengthStart, signatures }
}

export const nameStart = (index: NameIndex, row: number) => (row === 0 ? 0 : index.ends[row - 1])
export const nameLength = (index: NameIndex, row: number) => index.ends[row] - nameStart(index, row)
export const nameAt = (index: NameIndex, row: number) =>
  String.fromCharCode(...index.chars.subarray(nameStart(index, row), index.ends[row]))

/** First row whose name is not before `text` (or, with `after`, not before every name that starts with it). */
export function lowerBound(index: NameIndex, text: string, after = false): number {
  let low = 0
  let high = index.ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(index, middle, text, after)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(index: NameIndex, row: number, text: string, after: boolean): boolean {
  const start = nameStart(index, row)
  const length = index.ends[row] - start
  for (let i = 0; i < text.length; i++) {
    if (i >= length) return true
    const difference = index.chars[start + i] - text.charCodeAt(i)
    if (difference !== 0) return difference < 0
  }
  return after
}
