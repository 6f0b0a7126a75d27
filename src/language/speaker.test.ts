import { describe, expect, test } from 'vitest'
import { LOCALES, preferredLocale } from './locale.ts'
import { speaker } from './speaker.ts'

test.each([
  ['km-KH,km;q=0.9,en;q=0.8', 'km'],
  ['fr-FR, id;q=0.4, en;q=0.3', 'id'],
  ['in', 'id'],
  ['en;q=0.1, km;q=0.9', 'km'],
  ['km;q=0, id', 'id'],
  ['xx', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [';;;q=,,', 'en'],
])('given Accept-Language %s, then %s is spoken', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})

test('given a number, when said, then each language writes it in its own way', () => {
  expect(LOCALES.map((locale) => speaker(locale).number(1234567.5, 1))).toEqual([
    '1.234.567,5',
    '១.២៣៤.៥៦៧,៥',
    '1,234,567.5',
  ])
  expect(speaker('en').signed(-0.004, 2)).toBe('0.00')
  expect(speaker('en').signed(-1.5, 2)).toBe('−1.50')
  expect(speaker('en').signed(1.5, 2)).toBe('+1.50')
})

test('given a country, when said, then each language names it', () => {
  expect(LOCALES.map((locale) => speaker(locale).country('KH'))).toEqual(['Kamboja', 'កម្ពុជា', 'Cambodia'])
})

describe('given a date', () => {
  test.each([
    ['2016', '2016'],
    ['2016-05', 'May 2016'],
    ['2016-05-04', '4 May 2016'],
    ['spring', 'spring'],
  ])('when %s is said, then only what is known: %s', (date, said) => {
    expect(speaker('en').date(date)).toBe(said)
  })
})

test('given one and many, when counted in English, then the plural follows', () => {
  expect(speaker('en').say('ties.more', { count: 1 })).toBe('1 more tie')
  expect(speaker('en').say('ties.more', { count: 2 })).toBe('2 more ties')
})

test('given a value that is not text, when a sentence is taken to pieces, then it stands in the language’s place', () => {
  const place = { name: 'Jepara' }
  expect(speaker('en').pieces('front.globe', { place })).toEqual(['Known ties of ', place])
})
