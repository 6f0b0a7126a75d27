// Reads an answer of the query service; anything that is not what was asked for is nonsense, as a whole.
import { isPartialDate, type PartialDate } from '../../atlas/network/partial-date.ts'
import { isOnPage, VARIABLES, type Page } from './page-query.ts'

/** One P190 statement. An item may have several GeoNames ids, a statement several references. */
export interface WikidataStatement {
  /** The end of its IRI, such as `Q84-4f1c…`. */
  readonly id: string
  readonly geonamesA: readonly string[]
  readonly geonamesB: readonly string[]
  readonly since: PartialDate | null
  readonly until: PartialDate | null
  /** Web address, or the Wikidata item of the work it is stated in. */
  readonly reference: string | null
}

export class Nonsense extends Error {}

type Binding = Readonly<Partial<Record<(typeof VARIABLES)[number], string>>>

const STATEMENT = /^https?:\/\/www\.wikidata\.org\/entity\/statement\/([A-Za-z0-9$_-]{3,100})$/
const ITEM = /^https?:\/\/www\.wikidata\.org\/entity\/(Q[0-9]{1,12})$/
const MOST_ROWS = 500_000
const LONGEST_VALUE = 2000

/** Throws Nonsense with the reason. Deprecated statements are left out; the result is ordered by id. */
export function readAnswer(page: Page, answer: unknown): readonly WikidataStatement[] {
  const groups = Map.groupBy(readBindings(answer), (binding) => idOf(page, binding))
  const statements: WikidataStatement[] = []
  for (const [id, bindings] of groups) {
    if (bindings.some(({ rank }) => rank?.endsWith('#DeprecatedRank'))) continue
    const geonames = (side: 'geonamesA' | 'geonamesB') => distinct(bindings.map((binding) => binding[side]))
    const dates = (at: 'start' | 'end', precision: 'startPrecision' | 'endPrecision') =>
      distinct(bindings.map((binding) => partialDate(binding[at], binding[precision])))
    const [geonamesA, geonamesB] = [geonames('geonamesA'), geonames('geonamesB')]
    if (geonamesA.length === 0 || geonamesB.length === 0) throw new Nonsense('a statement without GeoNames ids')
    const since = dates('start', 'startPrecision')[0] ?? null
    const until = dates('end', 'endPrecision').at(-1) ?? null
    statements.push({ id, geonamesA, geonamesB, since, until, reference: referenceOf(bindings) })
  }
  return statements.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function readBindings(answer: unknown): readonly Binding[] {
  const { head, results } = (answer ?? {}) as { head?: { vars?: unknown }; results?: { bindings?: unknown } }
  const [vars, rows] = [head?.vars, results?.bindings]
  if (!Array.isArray(vars) || !Array.isArray(rows)) throw new Nonsense('JSON, but not the results of a SPARQL query')
  if (!VARIABLES.every((name) => vars.includes(name)))
    throw new Nonsense('results with other columns than were asked for')
  if (rows.length > MOST_ROWS) throw new Nonsense(`${rows.length} rows on one page`)
  return rows.map((row: unknown) => {
    if (typeof row !== 'object' || row === null) throw new Nonsense('a row that is no object')
    const binding: Partial<Record<(typeof VARIABLES)[number], string>> = {}
    for (const name of VARIABLES) {
      const value = ((row as Record<string, unknown>)[name] as { value?: unknown } | undefined)?.value
      if (value === undefined) continue
      if (typeof value !== 'string') throw new Nonsense(`a value of ${name} that is no text`)
      if (value.length <= LONGEST_VALUE) binding[name] = value
    }
    return binding
  })
}

function idOf(page: Page, { statement }: Binding): string {
  const id = STATEMENT.exec(statement ?? '')?.[1]
  if (id === undefined) throw new Nonsense('a row without a Wikidata statement')
  if (!isOnPage(page, statement!)) throw new Nonsense('statements that were not asked for')
  return id
}

// Wikibase precisions: 9 year, 10 month, 11 day. Coarser ones (decade, century) are no date of a signature.
function partialDate(value: string | undefined, precision: string | undefined): PartialDate | undefined {
  const length = { '9': 4, '10': 7, '11': 10 }[precision ?? '']
  const text = length === undefined ? '' : (value ?? '').replace(/^\+/, '').slice(0, length)
  return isPartialDate(text) ? text : undefined
}

function referenceOf(bindings: readonly Binding[]): string | null {
  const addresses = (name: 'url' | 'importUrl') =>
    distinct(bindings.map((binding) => binding[name])).filter(isWebAddress)
  const works = distinct(bindings.map(({ statedIn }) => ITEM.exec(statedIn ?? '')?.[1]))
  return (
    addresses('url')[0] ??
    addresses('importUrl')[0] ??
    works.map((item) => `https://www.wikidata.org/wiki/${item}`)[0] ??
    null
  )
}

const isWebAddress = (text: string) => /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && URL.canParse(text)

const distinct = (values: readonly (string | undefined)[]) =>
  [...new Set(values.filter((value) => value !== undefined))].sort()
