import { describe, expect, test } from 'vitest'
import { sparqlResults, type Row } from '../../../tests/support/sparql-server.ts'
import { FIRST_PAGES, isOnPage, pageQuery, splitPage } from './page-query.ts'
import { Nonsense, readAnswer } from './read-answer.ts'

const iri = (id: string) => `http://www.wikidata.org/entity/statement/${id}`
const pageOf = (id: string) => FIRST_PAGES.find((page) => isOnPage(page, iri(id)))!
const id = 'Q11740-aaaa'
const row = (change: Row = {}): Row => ({
  statement: iri(id),
  rank: 'http://wikiba.se/ontology#NormalRank',
  geonamesA: '1642547',
  geonamesB: '1822214',
  ...change,
})
const read = (...rows: readonly Row[]) => readAnswer(pageOf(id), sparqlResults(pageQuery(pageOf(id)), rows))

describe('given an answer of the service', () => {
  test('then one statement, however many rows its references make', () => {
    expect(
      read(
        row({ url: 'https://example.org/b', start: '1990-05-01T00:00:00Z', startPrecision: '10' }),
        row({ url: 'https://example.org/a', start: '1990-05-01T00:00:00Z', startPrecision: '10' }),
      ),
    ).toEqual([
      {
        id,
        geonamesA: ['1642547'],
        geonamesB: ['1822214'],
        since: '1990-05',
        until: null,
        reference: 'https://example.org/a',
      },
    ])
  })

  test.each([
    ['9', '1990'],
    ['10', '1990-05'],
    ['11', '1990-05-07'],
    ['8', null],
    ['7', null],
  ])('then a date of precision %s is %s, never more than was stated', (startPrecision, since) => {
    expect(read(row({ start: '1990-05-07T00:00:00Z', startPrecision }))).toMatchObject([{ since }])
  })

  test.each(['-0044-03-15T00:00:00Z', '9999-01-01T00:00:00Z', 'http://www.wikidata.org/.well-known/genid/1', ''])(
    'then the date %j is none',
    (end) => {
      expect(read(row({ end, endPrecision: '9' }))).toMatchObject([{ until: null }])
    },
  )

  test('then an address comes before a Wikimedia page, that before the work it is stated in, and bad addresses do not count', () => {
    const statedIn = 'http://www.wikidata.org/entity/Q42'
    expect(read(row({ statedIn, importUrl: 'https://en.wikipedia.org/x', url: 'https://example.org/' }))).toMatchObject(
      [{ reference: 'https://example.org/' }],
    )
    expect(read(row({ statedIn, importUrl: 'https://en.wikipedia.org/x', url: 'javascript:alert(1)' }))).toMatchObject([
      { reference: 'https://en.wikipedia.org/x' },
    ])
    expect(read(row({ statedIn }))).toMatchObject([{ reference: 'https://www.wikidata.org/wiki/Q42' }])
    expect(read(row())).toMatchObject([{ reference: null }])
  })

  test('then a deprecated statement is left out', () => {
    expect(read(row({ rank: 'http://wikiba.se/ontology#DeprecatedRank' }))).toEqual([])
  })
})

describe('given an answer that is not what was asked for, then it is nonsense as a whole', () => {
  const page = pageOf(id)
  const vars = { vars: (sparqlResults(pageQuery(page), []) as { head: { vars: string[] } }).head.vars }
  const bindings = (...list: readonly unknown[]) => ({ head: vars, results: { bindings: list } })
  test.each([
    ['null', null],
    ['a number', 42],
    ['a list', []],
    ['an error object', { error: 'busy' }],
    ['ASK', { head: {}, boolean: true }],
    ['other columns', { head: { vars: ['s', 'p', 'o'] }, results: { bindings: [] } }],
    ['a row that is no object', bindings('x')],
    ['a value that is no text', bindings({ statement: { value: 7 } })],
    ['no statement', bindings({ geonamesA: { value: '1' } })],
    ['a statement of elsewhere', bindings({ statement: { value: 'https://example.org/statement/Q1-a' } })],
    ['no GeoNames id', bindings({ statement: { value: iri(id) } })],
  ])('%s', (_, answer) => expect(() => readAnswer(page, answer)).toThrow(Nonsense))

  test('statements of another page', () => {
    const other = FIRST_PAGES.find((candidate) => candidate !== page)!
    expect(() => readAnswer(other, sparqlResults(pageQuery(other), [row()]))).toThrow('not asked for')
  })
})

test('given the pages, then every statement is on exactly one, and on exactly one of the smaller pages it is cut into', () => {
  for (let i = 0; i < 200; i++) {
    const statement = iri(`Q${i}-x`)
    const [page, ...others] = FIRST_PAGES.filter((candidate) => isOnPage(candidate, statement))
    expect(others).toEqual([])
    expect(splitPage(page)!.filter((candidate) => isOnPage(candidate, statement))).toHaveLength(1)
  }
  expect(splitPage('abc')).toBeUndefined()
})
