import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkPlaces } from '../../../tests/support/network-house.ts'
import type { WikidataStatement } from './read-answer.ts'
import { tiesOfStatements } from './statement-ties.ts'

const statement = (id: string, a: string, b: string, change: Partial<WikidataStatement> = {}): WikidataStatement => ({
  id,
  geonamesA: [a],
  geonamesB: [b],
  since: null,
  until: null,
  reference: null,
  ...change,
})
const read = (...found: readonly WikidataStatement[]) => tiesOfStatements(networkPlaces, found)

describe('given a tie that both items state', () => {
  test('then it is one statement, the one with most dates, with its own reference', () => {
    const { statements } = read(
      statement('Q1-a', '1', '3', { reference: 'https://example.org/' }),
      statement('Q3-b', '3', '1', { since: '1990' }),
    )
    expect(statements).toEqual([
      {
        placeA: '1',
        placeB: '3',
        source: 'wikidata',
        since: '1990',
        until: null,
        reference: 'https://www.wikidata.org/entity/statement/Q3-b',
        note: null,
        statement: 'Q3-b',
      },
    ])
  })

  test('then what the other says differently is noted', () => {
    const { statements } = read(
      statement('Q1-a', '1', '3', { since: '1991', reference: 'https://example.org/' }),
      statement('Q3-b', '3', '1', { since: '1990' }),
    )
    expect(statements).toMatchObject([{ since: '1991', note: 'Wikidata also states: since 1990 until ? (Q3-b)' }])
  })
})

describe('given items with several GeoNames ids', () => {
  test('then the one that the gazetteer knows', () => {
    expect(read(statement('Q1-a', '', '3', { geonamesA: ['999', '1'] })).statements).toMatchObject([
      { placeA: '1', placeB: '3' },
    ])
  })
})

describe('given statements that are no ties', () => {
  test('then each is rejected with its reason and text', () => {
    const { statements, rejects } = read(
      statement('Q1-a', '1', '999'),
      statement('Q1-b', '1', '1'),
      statement('Q1-c', '1', '3', { since: '1990', until: '1980' }),
      statement('Q1-d', 'x', '3'),
    )
    expect(statements).toEqual([])
    expect(rejects.map(({ reason }) => reason)).toEqual(['unknown-id', 'self-tie', 'until-before-since', 'bad-id'])
    expect(rejects[0]).toMatchObject({
      line: 1,
      text: '1\t999\twikidata\t\t\thttps://www.wikidata.org/entity/statement/Q1-a',
    })
  })
})

test('given statements in any order, then the same ties', () => {
  const year = fc.option(fc.constantFrom('1990', '1991'), { nil: null })
  const one = fc.record({ a: fc.constantFrom('1', '2', '3'), b: fc.constantFrom('3', '4', '5'), since: year })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (list, shuffle) => {
      const found = list.map(({ a, b, since }, i) => statement(`Q${a}-${i}`, a, b, { since }))
      const shuffled = found.map((value) => ({ value, key: shuffle.next().value })).sort((x, y) => x.key - y.key)
      expect(read(...shuffled.map(({ value }) => value))).toEqual(read(...found))
    }),
  )
})
