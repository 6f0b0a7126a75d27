// Evidence as JSON shows it: places by id and name instead of entries.
import type { Gazetteer } from '../atlas/gazetteer.ts'
import type { Evidence } from '../atlas/match/evidence.ts'
import { placeRef } from './place-ref.ts'

/** The fields of evidence that hold an entry of the gazetteer. */
const ENTRY_FIELDS = [
  'via',
  'sourcePartner',
  'candidatePartner',
  'neighbour',
  'sourceNeighbour',
  'candidateNeighbour',
] as const

export interface EvidenceView {
  readonly key: Evidence['key']
  readonly data: Readonly<Record<string, unknown>>
}

export function evidenceView(gazetteer: Gazetteer, { key, data }: Evidence): EvidenceView {
  const shown = Object.entries(data).map(([name, value]) => [
    name,
    (ENTRY_FIELDS as readonly string[]).includes(name) && typeof value === 'number'
      ? {
          id: placeRef(gazetteer, value),
          name: gazetteer.name(value),
          country: gazetteer.countries[gazetteer.country[value]].code,
        }
      : value,
  ])
  return { key, data: Object.fromEntries(shown) }
}
