import { describe, expect, test } from 'vitest'
import { realAtlas } from '../../tests/support/real-atlas.ts'
import { POPULATION_OF_UNIT, POPULATION_UNKNOWN, seatOf, unitsSeatedAt } from './gazetteer.ts'

const { gazetteer } = realAtlas()
const JEPARA = 1642548
const SIEM_REAP = 1822214

describe('the gazetteer', () => {
  test('holds every place of the source', () => {
    expect(gazetteer.placeCount).toBe(199_568)
    expect(gazetteer.countryStart.at(-1)).toBe(199_568)
  })

  test('finds a place by its id and nothing by an id that is not there', () => {
    expect(gazetteer.name(gazetteer.indexOfId(JEPARA))).toBe('Jepara')
    expect(gazetteer.indexOfId(1)).toBe(-1)
    expect(gazetteer.indexOfId(Number.NaN)).toBe(-1)
  })

  test('joins the regency to its seat', () => {
    const regency = gazetteer.indexOfUnit('ID.07.3320')
    expect(gazetteer.name(regency)).toBe('Kabupaten Jepara')
    expect(seatOf(gazetteer, regency)).toBe(gazetteer.indexOfId(JEPARA))
    expect(unitsSeatedAt(gazetteer, gazetteer.indexOfId(SIEM_REAP)).map((unit) => gazetteer.unitCode(unit))).toEqual([
      'KH.24',
      'KH.24.1710',
    ])
  })

  test('knows the population traps: unknown is no number, and a seat may carry the figure of its unit', () => {
    const jepara = gazetteer.indexOfId(JEPARA)
    expect(gazetteer.flags[jepara] & POPULATION_OF_UNIT).toBeTruthy()
    expect(gazetteer.flags[gazetteer.indexOfId(SIEM_REAP)]).toBe(0)
    const unknown = gazetteer.population
      .subarray(0, gazetteer.placeCount)
      .reduce((n, people) => n + (people === 0 ? 1 : 0), 0)
    expect(unknown).toBe(30_538)
    expect(gazetteer.flags[gazetteer.population.indexOf(0)] & POPULATION_UNKNOWN).toBeTruthy()
  })

  test('keeps each country together, the largest place first', () => {
    const kh = gazetteer.indexOfCountry('kh')
    expect(gazetteer.name(gazetteer.countryStart[kh])).toBe('Phnom Penh')
    for (let place = gazetteer.countryStart[kh]; place < gazetteer.countryStart[kh + 1]; place++)
      expect(gazetteer.country[place]).toBe(kh)
    expect(gazetteer.indexOfCountry('XX')).toBe(-1)
  })

  test('measures nearness: Jepara lies on the coast, Siem Reap does not', () => {
    expect(gazetteer.coastKm[gazetteer.indexOfId(JEPARA)]).toBeLessThan(5)
    expect(gazetteer.coastKm[gazetteer.indexOfId(SIEM_REAP)]).toBeGreaterThan(100)
    expect(gazetteer.airportKm[gazetteer.indexOfId(SIEM_REAP)]).toBeLessThan(60)
  })
})
