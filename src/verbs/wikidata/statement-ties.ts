// Turns Wikidata statements into ties: one statement for each pair, whichever of the two items holds it.
import type { Gazetteer } from '../../atlas/gazetteer.ts'
import { checkTie, type Tie, type TieFields } from '../../atlas/network/read-ties.ts'
import type { Statement } from '../../db/stage-ties.ts'
import type { RejectedRow } from '../read-tie-file.ts'
import type { WikidataStatement } from './read-answer.ts'

export const WIKIDATA = 'wikidata'

const COLUMNS = ['place_a', 'place_b', 'sources', 'since', 'until', 'reference'] as const
export const WIKIDATA_HEADER = COLUMNS.join('\t')

export interface WikidataTies {
  readonly statements: readonly Statement[]
  readonly rejects: readonly RejectedRow[]
}

/** The result does not depend on the order of the statements. */
export function tiesOfStatements(gazetteer: Gazetteer, found: readonly WikidataStatement[]): WikidataTies {
  const rejects: RejectedRow[] = []
  const pairs = new Map<string, { readonly tie: Tie; readonly from: WikidataStatement }[]>()
  const ordered = found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const [i, from] of ordered.entries()) {
    const fields = fieldsOf(gazetteer, from)
    const reading = checkTie(gazetteer, fields)
    if (!reading.ok) {
      rejects.push({ ...reading.reject, line: i + 1, text: COLUMNS.map((column) => fields[column] ?? '').join('\t') })
      continue
    }
    const pair = `${reading.tie.placeA} ${reading.tie.placeB}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), { tie: reading.tie, from }])
  }
  return { statements: [...pairs.values()].map(merge), rejects }
}

function fieldsOf(
  gazetteer: Gazetteer,
  { id, geonamesA, geonamesB, since, until, reference }: WikidataStatement,
): TieFields {
  // An item may name a town and its district; the gazetteer holds the town.
  const known = (ids: readonly string[]) => ids.find((text) => gazetteer.indexOfId(Number(text)) >= 0) ?? ids[0]
  return {
    place_a: known(geonamesA),
    place_b: known(geonamesB),
    sources: WIKIDATA,
    since: since ?? '',
    until: until ?? '',
    reference: reference ?? `https://www.wikidata.org/entity/statement/${id}`,
  }
}

// Both items usually state the tie, not always alike. One statement is taken as it is, that with most dates, so that no
// date stands beside a reference that does not say it; what the others say differently is noted.
function merge(all: readonly { readonly tie: Tie; readonly from: WikidataStatement }[]): Statement {
  const weight = ({ tie, from }: (typeof all)[number]) =>
    (tie.since === null ? 0 : 2) + (tie.until === null ? 0 : 2) + (from.reference === null ? 0 : 1)
  const [best, ...others] = all.toSorted((a, b) => weight(b) - weight(a) || (a.from.id < b.from.id ? -1 : 1))
  const { placeA, placeB, since, until, reference } = best.tie
  const different = others
    .filter(({ tie }) => (tie.since !== null && tie.since !== since) || (tie.until !== null && tie.until !== until))
    .map(({ tie, from }) => `since ${tie.since ?? '?'} until ${tie.until ?? '?'} (${from.id})`)
  const note = different.length === 0 ? null : `Wikidata also states: ${different.slice(0, 5).join('; ')}`
  return { placeA, placeB, source: WIKIDATA, since, until, reference, note, statement: best.from.id }
}
