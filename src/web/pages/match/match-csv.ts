// The match as a file, row for row as it stands on the page; the annex of a letter.
import { comparePlaces } from '../../../verbs/compare-places.ts'
import type { House } from '../../../verbs/house.ts'
import { checkNumber } from '../../../verbs/input-limits.ts'
import { matchPlace, type Candidate } from '../../../verbs/match-place.ts'
import type { PlaceSummary } from '../../../verbs/place-summary.ts'
import type { Refusal } from '../../../verbs/refusal.ts'
import { showPlace } from '../../../verbs/show-place.ts'
import { sayEvidence } from '../../../language/say-evidence.ts'
import { sayRefusal } from '../../../language/say-refusal.ts'
import { csvAnswer, type CsvCell } from '../../csv.ts'
import { DIGITS, GROUPS, shownScore } from '../../match-table.ts'
import { compareInput, matchInput, MOST_SHOWN, readMatchQuery } from '../../match-query.ts'
import { kindText } from '../../parts/place-facts.tsx'
import { nameText } from '../../parts/place-name.tsx'
import { refusalStatus } from '../../parts/refusal.tsx'
import type { PageContext, Reader } from '../../reader.ts'

export function matchCsv(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const query = readMatchQuery(c)
    const limit = checkNumber('limit', query.limit, 1, MOST_SHOWN)
    const matched = limit.ok ? await matchPlace(house, matchInput(query)) : limit
    if (!matched.ok) return refused(c, matched.refusal)
    const { source, country, candidates } = matched.value
    return candidatesFile(c, `kembar-${source.name}-${country ?? 'world'}`, source, candidates)
  }
}

export function compareCsv(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const query = readMatchQuery(c)
    const source = showPlace(house, query.place)
    if (!source.ok) return refused(c, source.refusal)
    const compared = await comparePlaces(house, compareInput(query))
    if (!compared.ok) return refused(c, compared.refusal)
    return candidatesFile(c, `kembar-${source.value.name}-compared`, source.value, compared.value)
  }
}

function refused(c: PageContext, refusal: Refusal): Response {
  return c.text(`${sayRefusal(c.get('reader').speaker, refusal)}\n`, refusalStatus(refusal))
}

function candidatesFile(
  c: PageContext,
  name: string,
  source: PlaceSummary,
  candidates: readonly Candidate[],
): Response {
  const reader = c.get('reader')
  const { speaker } = reader
  const header = [
    speaker.say('match.rank'),
    'id',
    speaker.say('csv.name'),
    speaker.say('csv.region'),
    speaker.say('csv.country'),
    speaker.say('csv.kind'),
    speaker.say('place.population'),
    speaker.say('match.score'),
    speaker.say('match.seen-from', { name: nameText(reader, source) }),
    speaker.say('csv.seen-from-candidate'),
    ...GROUPS.map((group) => `${speaker.say(`group.${group}`)} (${speaker.say(`group.${group}.law`)})`),
    speaker.say('csv.reasons'),
  ]
  return csvAnswer(
    c,
    name,
    header,
    candidates.map((candidate) => rowOf(reader, source, candidate)),
  )
}

/** Figures as they stand on the page, with a point as every spreadsheet reads it. */
function rowOf(reader: Reader, source: PlaceSummary, candidate: Candidate): readonly CsvCell[] {
  const { speaker, gazetteer } = reader
  const shown = shownScore(candidate)
  const subtotals = new Map(shown.groups.map(({ group, subtotal }) => [group, subtotal]))
  const reasons = shown.groups.flatMap((group) => group.reasons)
  return [
    candidate.rank,
    String(candidate.id),
    nameText(reader, candidate),
    candidate.region,
    speaker.country(candidate.country),
    kindText(reader, candidate),
    candidate.population,
    shown.score,
    shown.own,
    shown.reciprocal,
    ...GROUPS.map((group) => subtotals.get(group) ?? 0),
    reasons
      .map(
        ({ reason, contribution }) =>
          `${sayEvidence(speaker, gazetteer, reason, { source, candidate })} [${contribution.toFixed(DIGITS)}]`,
      )
      .join('\n'),
  ]
}
