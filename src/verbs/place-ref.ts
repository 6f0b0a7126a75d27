// How a place or unit is named at the edges: in addresses, files, JSON and on the command line.
import { isUnit, type Entry, type Gazetteer } from '../atlas/gazetteer.ts'

/** GeoNames id of a place (a number) or GeoNames admin code of a unit (a string such as `ID.07.3320`). */
export type PlaceRef = number | string

export function placeRef(gazetteer: Gazetteer, entry: Entry): PlaceRef {
  return isUnit(gazetteer, entry) ? gazetteer.unitCode(entry) : gazetteer.id[entry]
}

/** The entry of a reference as typed or sent, -1 where there is none. */
export function entryOfRef(gazetteer: Gazetteer, reference: string): Entry {
  const text = reference.trim()
  if (/^[0-9]{1,10}$/.test(text)) return gazetteer.indexOfId(Number(text))
  if (/^[A-Za-z]{2}(\.[A-Za-z0-9-]{1,20}){1,2}$/.test(text)) return gazetteer.indexOfUnit(text)
  return -1
}
