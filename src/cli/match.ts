import { resolve } from 'node:path'
import { sayEvidence } from '../language/say-evidence.ts'
import { speaker } from '../language/speaker.ts'
import { matchJson } from '../verbs/match-json.ts'
import { matchMany } from '../verbs/match-many.ts'
import { matchPlace, MOST_CANDIDATES, type Candidate, type Matching, type MatchView } from '../verbs/match-place.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import { numberOption, type CliContext, type Command } from './command.ts'
import { NETWORK_OPTION, openMatching } from './network-option.ts'

const SHOWN_REASONS = 5

export const match: Command = {
  name: 'match',
  summary: 'rank the places of a country, or of the world, that fit a place, and say why',
  help: `Usage: kembar match PLACE [--country KH] [--limit 10] [--network FILE] [--json]
       kembar match --queries FILE.tsv [--limit 10] [--network FILE]

PLACE is a name, a GeoNames id or a unit code; \`kembar places NAME\` lists them.

  kembar match "Kabupaten Jepara" --country KH
  kembar match 1642548 --country JP --limit 20 --json

  --country CC    only this country (ISO 3166-1 alpha-2); otherwise the whole world
  --limit N       1 to ${MOST_CANDIDATES}
  --network FILE  take the ties from this file alone, without the database
  --json          all reasons with their evidence; the contributions add up to the score
  --queries FILE  columns place and country; writes place, country, rank, candidate, score
`,
  options: {
    country: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
    queries: { type: 'string' },
    ...NETWORK_OPTION,
  },
  async run(args, context, doors) {
    const limit = numberOption(args, 'limit', 10, 1, MOST_CANDIDATES)
    if (!limit.ok) return limit
    const { country, queries } = args.options
    const place = args.positionals.join(' ')
    if (typeof queries !== 'string' && place === '')
      return refuse({ code: 'missing-argument', argument: 'PLACE', usage: 'kembar match PLACE' })
    const matching = await openMatching(args, context, doors)
    if (typeof queries === 'string') return answerMany(matching, resolve(context.cwd, queries), limit.value, context)
    const matched = await matchPlace(matching, {
      place,
      limit: limit.value,
      ...(typeof country === 'string' ? { country } : {}),
    })
    if (!matched.ok) return matched
    if (args.options['json'] === true) printJson(matching, matched.value, context)
    else printView(matching, matched.value, context)
    return done(undefined)
  },
}

async function answerMany(matching: Matching, file: string, limit: number, context: CliContext): Promise<Result<void>> {
  const answers = await matchMany(matching, file, { limit })
  if (!answers.ok) return answers
  context.out('place\tcountry\trank\tcandidate\tscore\n')
  for (const { place, country, candidates } of answers.value) {
    context.out(candidates.map(({ rank, id, score }) => `${place}\t${country}\t${rank}\t${id}\t${score}\n`).join(''))
  }
  return done(undefined)
}

function printJson(matching: Matching, view: MatchView, context: CliContext): void {
  const english = speaker('en')
  const json = matchJson(matching, view, (reason, candidate) =>
    sayEvidence(english, matching.gazetteer, reason, { source: view.source, candidate }),
  )
  context.out(`${JSON.stringify(json, null, 2)}\n`)
}

function printView(matching: Matching, view: MatchView, context: CliContext): void {
  const where = view.country === undefined ? 'the world' : speaker('en').country(view.country)
  context.out(
    `${view.source.name} (${view.source.country}) and ${speaker('en').number(view.total)} places of ${where}\n`,
  )
  for (const candidate of view.candidates) context.out(candidateText(matching, view.source, candidate))
  if (view.tied.length > 0)
    context.out(
      `\nAlready tied, left out: ${view.tied.map((place) => `${place.name} (${place.country})`).join(', ')}\n`,
    )
}

/** The score, both views and the reasons that weigh most; the rest in one line, so that the sum can be followed. */
function candidateText({ gazetteer }: Matching, source: MatchView['source'], candidate: Candidate): string {
  const english = speaker('en')
  const weighty = candidate.reasons
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, SHOWN_REASONS)
  const rest = candidate.score - weighty.reduce((sum, reason) => sum + reason.contribution, 0)
  const line = (value: number, text: string) => `     ${english.signed(value, 2).padStart(7)}  ${text}\n`
  return (
    `\n${String(candidate.rank).padStart(3)}. ${candidate.name} (${candidate.region ?? candidate.country}) ${candidate.score.toFixed(2)}` +
    `   seen from here ${candidate.own.toFixed(2)}, from there ${candidate.reciprocal.toFixed(2)}   id ${candidate.id}\n` +
    weighty
      .map((reason) => line(reason.contribution, sayEvidence(english, gazetteer, reason, { source, candidate })))
      .join('') +
    line(rest, `${candidate.reasons.length - weighty.length} further reasons (--json shows them all)`)
  )
}
