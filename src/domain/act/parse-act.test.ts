// Acts as they arrive: what is no act at all, what is an act with a fault, and what is sound.
import { describe, expect, test } from 'vitest'
import { seatedRecord } from '../../../tests/support/record.ts'
import { parseAct } from './parse-act.ts'

const [opening, seat] = seatedRecord().acts
const sound = { ...opening }

describe('parse', () => {
  test.each([sound, { ...seat }, { ...sound, at: '2026-01-05T03:00:00Z' }])(
    'given a sound act, then it is read',
    (act) => {
      expect(parseAct(act)).toMatchObject({ ok: true, act })
      expect(parseAct(act)).not.toHaveProperty('fault')
    },
  )

  test.each([
    ['nothing', undefined, 'body'],
    ['a list', [], 'body'],
    ['a side that is none', { ...sound, side: 'c' }, 'side'],
    ['a place before the first', { ...sound, seq: 0 }, 'seq'],
    ['a place that is no whole number', { ...sound, seq: 1.5 }, 'seq'],
    ['a clock beyond exact numbers', { ...sound, clock: 2 ** 60 }, 'clock'],
    ['a day that does not exist', { ...sound, at: '2026-02-30T00:00:00.000Z' }, 'at'],
    ['a local time', { ...sound, at: '2026-02-20T00:00:00+07:00' }, 'at'],
    ['a hash that is none', { ...sound, hash: 'ABC' }, 'hash'],
    ['a field that nobody knows', { ...sound, colour: 'red' }, 'colour'],
    ['an actor with a name', { ...sound, by: { office: 'a', role: 'officer', name: 'somebody' } }, 'by.name'],
  ])('given %s, then it is no act, and the field is named', (_given, value, field) => {
    expect(parseAct(value)).toMatchObject({ ok: false, refusal: { code: 'wrong-shape', field } })
  })

  test('given a body that does not fit, then it stays an act of its strand and carries its fault', () => {
    expect(parseAct({ ...sound, body: {} })).toMatchObject({
      ok: true,
      act: { seq: 1 },
      fault: { code: 'wrong-shape', type: 'partnership.opened' },
    })
  })

  test.each([
    ['NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['blanks alone', '   '],
  ])('given a name of %s, then the body is at fault: it could not be stored or read', (_given, en) => {
    const body = { ...sound.body, office: { id: 'office-a', name: { en } } }
    expect(parseAct({ ...sound, body })).toMatchObject({ ok: true, fault: { field: 'office.name.en' } })
  })

  test.each(['__proto__', 'constructor', 'toString', 'moon.visited'])(
    'given the type %s, then it is unknown',
    (type) => {
      expect(parseAct({ ...sound, type })).toMatchObject({ ok: true, fault: { code: 'unknown-act-type', type } })
    },
  )

  test('given a version of the body that is not known yet, then it is at fault and not misread', () => {
    expect(parseAct({ ...sound, version: 2 })).toMatchObject({ ok: true, fault: { code: 'wrong-shape' } })
  })
})
