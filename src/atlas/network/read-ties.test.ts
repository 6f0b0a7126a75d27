import { describe, expect, test } from 'vitest'
import { smallGazetteer } from '../../../tests/support/small-gazetteer.ts'
import { makeTieReader, nameTieFields, readTieHeader, type RejectReason, type TieFields } from './read-ties.ts'

const gazetteer = smallGazetteer(
  [
    { id: 1642547, name: 'Jepara', country: 'ID', lat: -6.59, lon: 110.67 },
    { id: 1627896, name: 'Semarang', country: 'ID', lat: -6.99, lon: 110.42 },
    { id: 1822214, name: 'Siem Reap', country: 'KH', lat: 13.36, lon: 103.86 },
  ],
  [
    { code: 'ID.07', name: 'Central Java', seat: 1627896 },
    { code: 'ID.07.3320', name: 'Kabupaten Jepara', seat: 1642547 },
    { code: 'KH.99', name: 'Without a listed place' },
  ],
)

const read = (fields: TieFields) => makeTieReader(gazetteer).read(fields)
const row = { place_a: '1642547', place_b: '1822214', sources: 'council' }

describe('given a row in order', () => {
  test('then the tie is undirected: either order of the places gives the same', () => {
    const forth = read(row)
    const back = read({ ...row, place_a: row.place_b, place_b: row.place_a })
    expect(forth).toEqual(back)
    expect(forth).toMatchObject({
      ok: true,
      tie: { placeA: '1642547', placeB: '1822214', since: null, reference: null },
    })
  })

  test('then sources are split at bars, commas, semicolons and spaces, without doubles', () => {
    expect(read({ ...row, sources: 'wd2016|wp2026, wd2016;  embassy' })).toMatchObject({
      tie: { sources: ['wd2016', 'wp2026', 'embassy'] },
    })
  })

  test('then dates keep their precision', () => {
    expect(read({ ...row, since: '1990', until: '2005-03' })).toMatchObject({
      tie: { since: '1990', until: '2005-03' },
    })
  })

  test('then a unit stays a unit, its code in capitals', () => {
    expect(read({ ...row, place_a: 'id.07.3320' })).toMatchObject({
      tie: { placeA: '1822214', placeB: 'ID.07.3320', entryB: 4 },
    })
  })

  test('then a unit without a listed seat is taken', () => {
    expect(read({ ...row, place_a: 'KH.99' })).toMatchObject({ ok: true })
  })

  test('then a book may be the reference', () => {
    expect(read({ ...row, reference: 'Jepara Regency: Annual Report 2019, p. 12' })).toMatchObject({ ok: true })
  })
})

describe('given a row at fault, then it is rejected with its reason', () => {
  const cases: readonly (readonly [RejectReason, TieFields])[] = [
    ['unknown-id', { place_b: '999999999' }],
    ['unknown-id', { place_b: 'ID.98' }],
    ['bad-id', { place_b: 'Siem Reap' }],
    ['bad-id', { place_b: '-5' }],
    ['bad-id', { place_b: '01822214' }],
    ['bad-id', { place_b: '1822214.0' }],
    ['bad-id', { place_b: '99999999999999999999' }],
    ['bad-id', { place_b: '' }],
    ['self-tie', { place_b: '1642547' }],
    ['self-tie', { place_b: 'ID.07.3320' }],
    ['no-source', { sources: ' ,; ' }],
    ['bad-source', { sources: '<b>' }],
    ['bad-source', { sources: 'x'.repeat(65) }],
    ['too-many-sources', { sources: Array.from({ length: 21 }, (_, i) => `s${i}`).join(' ') }],
    ['bad-date', { since: '1990-02-30' }],
    ['bad-date', { until: 'soon' }],
    ['until-before-since', { since: '1990', until: '1989-12-31' }],
    ['bad-reference', { reference: 'javascript:alert(1)' }],
    ['bad-reference', { reference: 'ftp://example.org/a' }],
    ['bad-reference', { reference: 'https://' }],
    ['bad-character', { note: 'a\u0007b' }],
    ['text-too-long', { note: 'x'.repeat(2001) }],
  ]
  test.each(cases)('%s %o', (reason, change) => {
    expect(read({ ...row, ...change })).toMatchObject({ ok: false, reject: { reason } })
  })

  test('duplicate-in-file: the same source of the same pair, in either direction', () => {
    const reader = makeTieReader(gazetteer)
    expect(reader.read(row).ok).toBe(true)
    expect(reader.read({ ...row, place_a: row.place_b, place_b: row.place_a })).toMatchObject({
      reject: { reason: 'duplicate-in-file' },
    })
    expect(reader.read({ ...row, sources: 'press' }).ok).toBe(true)
    expect(reader.read({ ...row, sources: 'embassy, press' })).toMatchObject({
      reject: { reason: 'duplicate-in-file' },
    })
    expect(reader.read({ ...row, sources: 'embassy' }).ok).toBe(true)
  })

  test('a rejected value is shown shortened', () => {
    expect(read({ ...row, place_b: 'x'.repeat(1500) })).toMatchObject({ reject: { value: 'x'.repeat(100) } })
  })
})

describe('the header', () => {
  test('names the columns in any order', () => {
    const header = readTieHeader(['reference', 'place_b', 'place_a', 'sources'])!
    expect(nameTieFields(header, ['https://example.org', '2', '1', 'x'])).toEqual({
      ok: true,
      fields: { reference: 'https://example.org', place_a: '1', place_b: '2', sources: 'x' },
    })
  })

  test.each([
    [['place_a', 'place_b']],
    [['place_a', 'place_b', 'sources', 'colour']],
    [['place_a', 'place_a', 'place_b', 'sources']],
    [['1', '2', 'x']],
  ])('is not %j', (fields) => expect(readTieHeader(fields)).toBeUndefined())

  test('of a file of rejected rows is taken, so that a corrected file can be imported', () => {
    expect(readTieHeader(['line', 'reason', 'value', 'place_a', 'place_b', 'sources'])).toBeDefined()
  })

  test('rows with too many or too few columns are rejected; empty last columns may be missing', () => {
    const header = readTieHeader(['place_a', 'place_b', 'sources', 'since'])!
    expect(nameTieFields(header, ['1', '2', 'x', '', ''])).toMatchObject({
      reject: { reason: 'wrong-column-count', value: '5' },
    })
    expect(nameTieFields(header, ['1', '2'])).toMatchObject({ reject: { reason: 'wrong-column-count', value: '2' } })
    expect(nameTieFields(header, ['1', '2', 'x'])).toMatchObject({ fields: { sources: 'x', since: '' } })
  })
})
