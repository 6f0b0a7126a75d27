// The match as a file, row for row as it stands on the page; the annex of a letter.
import type { House } from '../../../verbs/house.ts'
import { matchPlace } from '../../../verbs/match-place.ts'
import { sayEvidence } from '../../../language/say-evidence.ts'
import { sayRefusal } from '../../../language/say-refusal.ts'
import { csvAnswer } from '../../csv.ts'
import { DIGITS, GROUPS, shownScore } from '../../match-table.ts'
import { matchInput, readMatchQuery } from '../../match-query.ts'
import { kindText } from '../../parts/place-facts.tsx'
import { nameText } from '../../parts/place-name.tsx'
import { refusalStatus } from '../../parts/refusal.tsx'
import type { PageContext } from '../../reader.ts'

export function matchCsv(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const { speaker } = reader
    const matched = await matchPlace(house, matchInput(readMatchQuery(c)))
    if (!matched.ok) return c.text(sayRefusal(speaker, matched.refusal), refusalStatus(matched.refusal))
    const { source, country, candidates } = matched.value
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
    const rows = candidates.map((candidate) => {
      const shown = shownScore(candidate)
      const subtotal = new Map(shown.groups.map(({ group, subtotal }) => [group, subtotal]))
      const reasons = shown.groups.flatMap((group) => group.reasons)
      return [
        candidate.rank,
        String(candidate.id),
        nameText(reader, candidate),
        candidate.region,
        speaker.country(candidate.country),
        kindText(reader, candidate),
        candidate.population,
        shown.score.toFixed(DIGITS),
        shown.own.toFixed(DIGITS),
        shown.reciprocal.toFixed(DIGITS),
        ...GROUPS.map((group) => (subtotal.get(group) ?? 0).toFixed(DIGITS)),
        reasons
          .map(
            ({ reason, contribution }) =>
              `${sayEvidence(speaker, house.gazetteer, reason, { source, candidate })} [${contribution.toFixed(DIGITS)}]`,
          )
          .join('\n'),
      ].map((cell) => (typeof cell === 'string' && /^-?\d+\.\d+$/.test(cell) ? Number(cell) : cell))
    })
    return csvAnswer(c, `kembar-${source.name}-${country ?? 'world'}`, header, rows)
  }
}
