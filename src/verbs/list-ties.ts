// The known ties of a place or unit, with who says so. A tie is never called current: sources tell what was stated, and when.
import { isUnit, seatOf, unitsSeatedAt, type Entry, type Gazetteer } from '../atlas/gazetteer.ts'
import type { ImportKind } from '../db/network-tables.ts'
import { tiesOf, type TieStatementRow } from '../db/ties-of.ts'
import type { House } from './house.ts'
import { entryOfRef, placeRef, type PlaceRef } from './place-ref.ts'
import { placeSummary, type PlaceSummary } from './place-summary.ts'

export interface TieSource {
  readonly source: string
  /** YYYY, YYYY-MM or YYYY-MM-DD as stated; null where the source gives none. */
  readonly since: string | null
  readonly until: string | null
  /** A web address or a printed source. */
  readonly reference: string | null
  readonly note: string | null
  /** The source's own id of the statement. */
  readonly statement: string | null
  readonly import: { readonly id: number; readonly kind: ImportKind; readonly name: string; readonly at: string }
}

export interface ListedTie {
  /** Which locality the source names: the place asked for, a unit seated there, or the seat of the unit asked for. */
  readonly party: PlaceRef
  readonly partner: PlaceSummary
  readonly sources: readonly TieSource[]
}

/** Ties of the place and of the units seated there; of a unit, and of its seat. Sorted by country and name of the partner. */
export async function listTies(
  house: Pick<House, 'gazetteer' | 'database'>,
  entry: Entry,
): Promise<readonly ListedTie[]> {
  const { gazetteer, database } = house
  const parties = new Set(partiesOf(gazetteer, entry).map((party) => String(placeRef(gazetteer, party))))
  const rows = await tiesOf(database, [...parties])
  const ties = Map.groupBy(rows, (row) => `${row.place_a} ${row.place_b}`)
  return [...ties.values()].flatMap((statements) => listedTies(gazetteer, parties, statements)).sort(byPartner)
}

function partiesOf(gazetteer: Gazetteer, entry: Entry): readonly Entry[] {
  if (!isUnit(gazetteer, entry)) return [entry, ...unitsSeatedAt(gazetteer, entry)]
  return [entry, seatOf(gazetteer, entry)].filter((party) => party >= 0)
}

function listedTies(
  gazetteer: Gazetteer,
  parties: ReadonlySet<string>,
  rows: readonly TieStatementRow[],
): readonly ListedTie[] {
  const { place_a, place_b } = rows[0]
  const [party, other] = parties.has(place_a) ? [place_a, place_b] : [place_b, place_a]
  const partner = entryOfRef(gazetteer, other)
  const self = entryOfRef(gazetteer, party)
  if (partner < 0 || self < 0) return []
  return [{ party: placeRef(gazetteer, self), partner: placeSummary(gazetteer, partner), sources: rows.map(tieSource) }]
}

function tieSource(row: TieStatementRow): TieSource {
  const { source, since, until, reference, note, statement } = row
  const origin = { id: row.import_id, kind: row.import_kind, name: row.import_name, at: row.imported_at.toISOString() }
  return { source, since, until, reference, note, statement, import: origin }
}

function byPartner({ partner: a }: ListedTie, { partner: b }: ListedTie): number {
  if (a.country !== b.country) return a.country < b.country ? -1 : 1
  return a.name < b.name ? -1 : a.name > b.name ? 1 : String(a.id) < String(b.id) ? -1 : 1
}
