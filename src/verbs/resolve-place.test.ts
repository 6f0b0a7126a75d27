import { describe, expect, test } from 'vitest'
import { realAtlas } from '../../tests/support/real-atlas.ts'
import type { Atlas } from './house.ts'
import { findPlaces } from './find-places.ts'
import { resolvePlace } from './resolve-place.ts'
import { showPlace } from './show-place.ts'

const atlas = realAtlas() as unknown as Atlas
const { gazetteer } = atlas

describe('the place that a text means', () => {
  test.each([
    ['1642548', 'Jepara'],
    ['ID.07.3320', 'Kabupaten Jepara'],
    ['id.07.3320', 'Kabupaten Jepara'],
    ['Kabupaten Jepara', 'Kabupaten Jepara'],
    ['Jepara', 'Jepara'],
    ['Siem Reap', 'Siem Reap'],
    ['Paris', 'Paris'],
    ['Jepara, Lampung', 'Jepara'],
    ['ភ្នំពេញ', 'Phnom Penh'],
  ])('%s is %s', (text, name) => {
    const resolved = resolvePlace(atlas, text)
    expect(resolved.ok && gazetteer.name(resolved.value)).toBe(name)
  })

  test('a town goes before the unit that it is the seat of', () => {
    const resolved = resolvePlace(atlas, 'Siem Reap')
    expect(resolved.ok && gazetteer.id[resolved.value]).toBe(1822214)
  })

  test('several places of like size are offered as choices', () => {
    const refused = resolvePlace(atlas, 'Springfield')
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'ambiguous-place', query: 'Springfield' } })
    const choices = !refused.ok && refused.refusal.code === 'ambiguous-place' ? refused.refusal.choices : []
    expect(choices.length).toBeGreaterThan(3)
    expect(new Set(choices.map((choice) => choice.where)).size).toBeGreaterThan(1)
  })

  test('a misspelt name is never guessed, but offered', () => {
    const refused = resolvePlace(atlas, 'Surabya')
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'ambiguous-place' } })
  })

  test.each([
    ['zzzzqqqq', 'unknown-place'],
    ['999999999', 'unknown-place'],
    ['', 'query-empty'],
    ['x'.repeat(10_000), 'query-too-long'],
  ])('%.20s is refused with %s', (text, code) => {
    expect(resolvePlace(atlas, text)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('find places', () => {
  test('says which unit a town is the seat of', () => {
    const found = findPlaces(atlas, { query: 'jepara', country: 'id', limit: 1 })
    expect(found).toMatchObject({
      ok: true,
      value: [{ id: 1642548, unit: { id: 'ID.07.3320', name: 'Kabupaten Jepara' }, populationOfUnit: true }],
    })
  })

  test.each([
    [{ query: 'x', country: 'XX' }, 'unknown-country'],
    [{ query: 'x', limit: -1 }, 'not-a-number'],
    [{ query: 'x', limit: 1.5 }, 'not-a-number'],
    [{ query: 'x', limit: Number.NaN }, 'not-a-number'],
    [{ query: ' ' }, 'query-empty'],
  ])('%j is refused with %s', (input, code) => {
    expect(findPlaces(atlas, input)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('show a place', () => {
  test('with the units that hold it, and a unit with its seat', () => {
    expect(showPlace(atlas, '1822214')).toMatchObject({
      ok: true,
      value: { name: 'Siem Reap', seatOf: [{ id: 'KH.24' }, { id: 'KH.24.1710' }], timezone: 'Asia/Phnom_Penh' },
    })
    expect(showPlace(atlas, 'KH.24')).toMatchObject({ ok: true, value: { kind: 'unit-1', seat: { id: 1822214 } } })
  })

  test('an unknown id is refused', () => {
    expect(showPlace(atlas, '1')).toMatchObject({ ok: false, refusal: { code: 'unknown-place' } })
  })
})
