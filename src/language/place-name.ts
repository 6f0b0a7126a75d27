// The name of a place as the reader's language writes it, where the gazetteer knows it so.
import { isUnit, seatOf, type Entry, type Gazetteer } from '../atlas/gazetteer.ts'
import type { Locale } from './locale.ts'

export interface PlaceName {
  readonly text: string
  /** The name in Latin letters, where `text` is in another script. */
  readonly latin?: string
}

const KHMER_ONLY = /^[\u1780-\u17ff\u200b ]+$/

export function placeName(gazetteer: Gazetteer, entry: Entry, locale: Locale): PlaceName {
  const latin = gazetteer.name(entry)
  if (locale !== 'km') return { text: latin }
  const khmer = khmerName(gazetteer, entry)
  return khmer === undefined ? { text: latin } : { text: khmer, latin }
}

/** The shortest Khmer name is the bare one, without "city of" or "village of". A unit takes its namesake seat's. */
function khmerName(gazetteer: Gazetteer, entry: Entry): string | undefined {
  const holder = seatOf(gazetteer, entry)
  if (holder < 0 || (isUnit(gazetteer, entry) && gazetteer.asciiName(holder) !== gazetteer.asciiName(entry)))
    return undefined
  const name = gazetteer
    .alternateNames(holder)
    .filter((name) => KHMER_ONLY.test(name))
    .toSorted((a, b) => a.length - b.length)[0]
  // A province or district is not called the city of its name.
  return isUnit(gazetteer, entry) ? name?.replace(/^ក្រុង(?=..)/, '') : name
}
