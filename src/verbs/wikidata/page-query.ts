// The question put to the Wikidata query service, in pages.
//
// How the statements are cut into pages decides whether the fetch can ever finish: the service stops any query after 60
// seconds, and its content changes while we read. LIMIT with OFFSET would sort everything again for every page and skip
// or double statements when one is added or deleted in between; paging by country misses places without one. So a page
// is every statement whose id has an MD5 that begins with given hexadecimal digits: pages are even in size, need no
// order, never overlap, their number is known beforehand, and one that proves too heavy is cut into 16 smaller ones.
import { createHash } from 'node:crypto'

/** Hexadecimal digits with which the hash of a statement's IRI begins. */
export type Page = string

const DIGITS = [...'0123456789abcdef']
const LONGEST_PAGE_NAME = 3

/** Sixteen pages of some 4,000 statements as of 2026. */
export const FIRST_PAGES: readonly Page[] = DIGITS

/** The same statements in sixteen smaller pages; undefined when it is small enough already. */
export function splitPage(page: Page): readonly Page[] | undefined {
  return page.length >= LONGEST_PAGE_NAME ? undefined : DIGITS.map((digit) => page + digit)
}

export function isOnPage(page: Page, statementIri: string): boolean {
  return createHash('md5').update(statementIri).digest('hex').startsWith(page)
}

/** The columns of an answer. */
export const VARIABLES = [
  'statement',
  'rank',
  'geonamesA',
  'geonamesB',
  'start',
  'startPrecision',
  'end',
  'endPrecision',
  'url',
  'importUrl',
  'statedIn',
] as const

/**
 * Every "twinned administrative body" statement (P190) of a page whose two items have a GeoNames id (P1566), with start
 * (P580), end (P582) and reference (P854 address, P4656 Wikimedia page, P248 stated in). Dates are asked with their
 * precision: the plain value of "1990" would be the first of January.
 */
export function pageQuery(page: Page): string {
  return `PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX pr: <http://www.wikidata.org/prop/reference/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ${VARIABLES.map((name) => `?${name}`).join(' ')} WHERE {
  { SELECT ?item ?statement WHERE {
      ?item p:P190 ?statement .
      FILTER(STRSTARTS(MD5(STR(?statement)), "${page}"))
  } }
  ?statement ps:P190 ?partner ; wikibase:rank ?rank .
  ?item wdt:P1566 ?geonamesA .
  ?partner wdt:P1566 ?geonamesB .
  OPTIONAL { ?statement pqv:P580 ?startValue . ?startValue wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision }
  OPTIONAL { ?statement pqv:P582 ?endValue . ?endValue wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision }
  OPTIONAL {
    ?statement prov:wasDerivedFrom ?reference .
    OPTIONAL { ?reference pr:P854 ?url }
    OPTIONAL { ?reference pr:P4656 ?importUrl }
    OPTIONAL { ?reference pr:P248 ?statedIn }
  }
}`
}
