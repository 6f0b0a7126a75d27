// Checks of what is typed or sent, the same for pages, API and command line.
import type { Gazetteer } from '../atlas/gazetteer.ts'
import { done, refuse, type Result } from './refusal.ts'

export const LONGEST_QUERY = 200

export function checkQuery(query: string): Result<string> {
  if (query.length > LONGEST_QUERY)
    return refuse({ code: 'query-too-long', length: query.length, limit: LONGEST_QUERY })
  return query.trim() === '' ? refuse({ code: 'query-empty' }) : done(query.trim())
}

export function checkNumber(name: string, value: number, min: number, max: number): Result<number> {
  return Number.isInteger(value) && value >= min && value <= max
    ? done(value)
    : refuse({ code: 'not-a-number', name, value: String(value), min, max })
}

/** Index of a country by its two-letter code. */
export function checkCountry(gazetteer: Gazetteer, country: string): Result<number> {
  const index = gazetteer.indexOfCountry(country.trim())
  return index < 0 ? refuse({ code: 'unknown-country', country: country.slice(0, LONGEST_QUERY) }) : done(index)
}
