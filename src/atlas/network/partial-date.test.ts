import { describe, expect, test } from 'vitest'
import { endsBeforeItBegins, isPartialDate } from './partial-date.ts'

describe('a date as sources give it', () => {
  test.each(['1990', '1990-05', '1990-05-31', '2024-02-29', '2000-02-29', '0836', '2100-12-31'])('%s', (text) =>
    expect(isPartialDate(text)).toBe(true),
  )

  test.each([
    '',
    '90',
    '836',
    '1990-5',
    '1990-13',
    '1990-00',
    '1990-04-31',
    '2023-02-29',
    '1900-02-29',
    '1990-01-00',
    '0799',
    '2101',
    '1990/05',
    ' 1990',
    '1990-05-31T00:00:00Z',
    '+1990',
    '１９９０',
  ])('is not %j', (text) => expect(isPartialDate(text)).toBe(false))
})

describe('an end before its beginning', () => {
  test.each([
    ['1990', '1989', true],
    ['1990-05', '1990-04', true],
    ['1990-05-02', '1990-05-01', true],
    ['1990-05', '1990', false],
    ['1990', '1990-01', false],
    ['1990-05-02', '1990-05', false],
    ['1990', '1990', false],
    ['1990', '1991', false],
  ])('since %s until %s: %s', (since, until, expected) => expect(endsBeforeItBegins(since, until)).toBe(expected))
})
