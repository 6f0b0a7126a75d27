import { describe, expect, test } from 'vitest'
import { realAtlas } from '../../../tests/support/real-atlas.ts'

const { gazetteer, search } = realAtlas()
const find = (text: string, limit = 5) =>
  search
    .find({ text, limit })
    .map(({ entry, kind }) => `${gazetteer.name(entry)} ${gazetteer.countries[gazetteer.country[entry]].code} ${kind}`)

describe('search as you type over all places and units', () => {
  test('Jepara offers the town and the regency', () => {
    expect(find('Jepara').slice(0, 2)).toEqual(['Jepara ID exact', 'Kabupaten Jepara ID exact'])
  })

  test('Siem Reap offers the city and the province', () => {
    const [city, province] = search.find({ text: 'siem reap', limit: 2 })
    expect(gazetteer.features[gazetteer.feature[city.entry]]).toBe('PPLA')
    expect(gazetteer.unitCode(province.entry)).toBe('KH.24')
  })

  test.each([
    ['សៀមរាប', 'Siem Reap KH exact'],
    ['金边', 'Phnom Penh KH exact'],
    ['Djepara', 'Jepara ID exact'],
    ['MÜNCHEN', 'Munich DE exact'],
    ['munchen', 'Munich DE exact'],
    ['Jawa Tengah', 'Central Java ID exact'],
    ['phnom pe', 'Phnom Penh KH prefix'],
    ['surabya', 'Surabaya ID near'],
    ['yogyakrata', 'Yogyakarta ID near'],
    ['jepara indonesia', 'Jepara ID exact'],
    ['jepara indo', 'Jepara ID exact'],
    ['Jepara, ID', 'Jepara ID exact'],
    ['springfield illinois', 'Springfield US exact'],
    ['new york', 'New York City US exact'],
    ['semarnag indonesia', 'Semarang ID near'],
  ])('%s means %s', (typed, expected) => {
    expect(find(typed)[0]).toBe(expected)
  })

  test('an exact name comes before a larger place whose name only begins so', () => {
    const kinds = search.find({ text: 'york', limit: 30 }).map((hit) => hit.kind)
    expect(kinds.lastIndexOf('exact')).toBeLessThan(kinds.indexOf('prefix'))
  })

  test('among equal names the largest place comes first', () => {
    const paris = search.find({ text: 'paris', limit: 5 })
    expect(gazetteer.countries[gazetteer.country[paris[0].entry]].code).toBe('FR')
  })

  test('a country keeps others out', () => {
    const kh = gazetteer.indexOfCountry('KH')
    const hits = search.find({ text: 's', country: kh, limit: 20 })
    expect(hits.length).toBeGreaterThan(5)
    expect(hits.every((hit) => gazetteer.country[hit.entry] === kh)).toBe(true)
  })

  test.each(['', '   ', '?', '\u0000', '🏯🏯🏯', 'zzzzqqqq', 'x'.repeat(5000), "'; drop table ties; --"])(
    '%j does no harm',
    (typed) => {
      expect(Array.isArray(find(typed))).toBe(true)
    },
  )

  test('no more than the limit, and no entry twice', () => {
    const hits = search.find({ text: 'san', limit: 25 })
    expect(hits).toHaveLength(25)
    expect(new Set(hits.map((hit) => hit.entry)).size).toBe(25)
  })
})
