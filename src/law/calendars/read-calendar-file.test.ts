import { describe, expect, test } from 'vitest'
import { readCalendarFile } from './read-calendar-file.ts'

const GOOD = `country: XK
weekend: [saturday, sunday]
weekend_source: decree
other_years: fixed
note: For the test.
sources:
  decree: { title: Decree, known: text, link: https://example.org/decree }
holidays:
  one: { en: One }
  two: { en: Two, id: Dua }
fixed:
  02-29: { holiday: one, source: decree }
years:
  2026:
    source: decree
    days:
      2026-01-01: one
      2026-01-02: [one, two]
      2026-01-03: { holiday: two, source: decree }
`

/** The faults of the good file with one text changed. */
function faultsOf(text: string, replacement: string) {
  expect(GOOD).toContain(text)
  const read = readCalendarFile('packs/x/calendar.yaml', GOOD.replace(text, replacement))
  return read.ok ? [] : read.faults
}

describe('reading a carried calendar', () => {
  test('given a good file, then its days are taken as text, not as moments', () => {
    const read = readCalendarFile('packs/x/calendar.yaml', GOOD)
    expect(read.ok && read.value.years['2026'].days).toEqual({
      '2026-01-01': 'one',
      '2026-01-02': ['one', 'two'],
      '2026-01-03': { holiday: 'two', source: 'decree' },
    })
  })

  test.each([
    ['a day that does not exist', '2026-01-01: one', '2026-02-30: one', 17, 'not-a-day', { day: '2026-02-30' }],
    [
      'a day of another year',
      '2026-01-01: one',
      '2025-01-01: one',
      17,
      'day-of-another-year',
      { day: '2025-01-01', year: '2026' },
    ],
    ['a holiday without a name', '2026-01-01: one', '2026-01-01: three', 17, 'unknown-holiday', { holiday: 'three' }],
    ['such a one in a list', '[one, two]', '[one, three]', 18, 'unknown-holiday', { holiday: 'three' }],
    ['such a one with its source', '{ holiday: two,', '{ holiday: no,', 19, 'unknown-holiday', { holiday: 'no' }],
    [
      'a source of a day that is not named',
      'two, source: decree',
      'two, source: x',
      19,
      'unknown-source',
      { source: 'x' },
    ],
    [
      'a source of a year that is not named',
      '    source: decree',
      '    source: x',
      15,
      'unknown-source',
      { source: 'x' },
    ],
    [
      'a source of the weekend that is not named',
      'weekend_source: decree',
      'weekend_source: x',
      3,
      'unknown-source',
      { source: 'x' },
    ],
    ['a fixed day that never exists', '02-29:', '02-30:', 12, 'not-a-day', { day: '02-30' }],
    ['a year out of reach', '  2026:', '  3026:', 14, 'not-a-year', { year: '3026' }],
  ])('given %s, then its line and reason are told', (_, text, replacement, line, code, data) => {
    expect(faultsOf(text, replacement)).toContainEqual({ file: 'packs/x/calendar.yaml', line, code, data })
  })

  test.each([
    ['an unknown weekday', '[saturday, sunday]', '[saturday, sonday]', 2, 'weekend.1'],
    ['a word that is not in the shape', 'note: For the test.', 'remark: For the test.', 1, ''],
    ['an unknown way of knowing', 'known: text', 'known: hearsay', 7, 'sources.decree.known'],
    ['a holiday without an English name', '{ en: One }', '{ id: Satu }', 9, 'holidays.one.en'],
    [
      'a week without working days',
      '[saturday, sunday]',
      '[monday, tuesday, wednesday, thursday, friday, saturday, sunday]',
      2,
      'weekend',
    ],
  ])('given %s, then the shape is refused at its line', (_, text, replacement, line, where) => {
    expect(faultsOf(text, replacement)).toContainEqual(
      expect.objectContaining({ line, code: 'wrong-shape', data: expect.objectContaining({ where }) }),
    )
  })

  test('given the same day twice, then the second line is refused', () => {
    expect(faultsOf('2026-01-02: [one, two]', '2026-01-01: two')).toEqual([
      { file: 'packs/x/calendar.yaml', line: 18, code: 'not-yaml', data: { problem: 'DUPLICATE_KEY' } },
    ])
  })

  test.each(['', '- 1', ': : :', '\t{', 'country: ID\ncountry'])('given %j, then it is refused, not thrown', (text) => {
    expect(readCalendarFile('packs/x/calendar.yaml', text).ok).toBe(false)
  })
})
