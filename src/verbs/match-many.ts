// Many questions at once: who fits each place in each country.
import type { Candidate, MatchInput, Matching } from './match-place.ts'
import { matchPlace } from './match-place.ts'
import { readTable } from './read-table.ts'
import { done, refuse, Refused, type Result } from './refusal.ts'

export interface AnsweredQuery {
  /** As they stand in the file; an empty country is the world. */
  readonly place: string
  readonly country: string
  readonly candidates: readonly Candidate[]
}

/** Columns `place country`. A row that cannot be answered refuses the whole file with its line, before anything is given out. */
export async function matchMany(
  matching: Matching,
  file: string,
  options: Pick<MatchInput, 'limit' | 'wish'>,
): Promise<Result<readonly AnsweredQuery[]>> {
  try {
    const answers: AnsweredQuery[] = []
    for (const { line, fields } of await readTable(file, ['place', 'country'])) {
      const { place, country } = fields
      const matched = await matchPlace(matching, { ...options, place, ...(country === '' ? {} : { country }) })
      if (!matched.ok) return refuse({ code: 'wrong-row', file, line, reason: matched.refusal })
      answers.push({ place, country, candidates: matched.value.candidates })
    }
    return done(answers)
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
