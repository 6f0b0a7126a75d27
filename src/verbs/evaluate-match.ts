// How well the model finds partners that were held out, beside its peers.
import { isUnit, seatOf, type Entry } from '../atlas/gazetteer.ts'
import { evaluate, type Evaluation } from '../atlas/match/evaluate.ts'
import type { Network } from '../atlas/network/network.ts'
import type { Atlas } from './house.ts'
import { matcherFor } from './matcher-for.ts'
import { entryOfRef } from './place-ref.ts'
import { readTable } from './read-table.ts'
import { done, refuse, Refused, type Result } from './refusal.ts'

export interface EvaluateInput {
  /** Tab-separated, columns place_a and place_b. */
  readonly pairsFile: string
  /** Every tie of the source is withheld before it is asked. */
  readonly cold: boolean
}

export async function evaluateMatch(atlas: Atlas, network: Network, input: EvaluateInput): Promise<Result<Evaluation>> {
  try {
    const { gazetteer } = atlas
    const pairs: (readonly [Entry, Entry])[] = []
    for (const { line, fields } of await readTable(input.pairsFile, ['place_a', 'place_b'])) {
      const [a, b] = [fields['place_a'], fields['place_b']].map((reference) => {
        const entry = entryOfRef(gazetteer, reference)
        const place = entry >= 0 && isUnit(gazetteer, entry) ? seatOf(gazetteer, entry) : entry
        if (place < 0)
          throw new Refused({
            code: 'wrong-row',
            file: input.pairsFile,
            line,
            reason: { code: 'unknown-place', query: reference },
          })
        return place
      })
      if (a === b)
        return refuse({
          code: 'wrong-row',
          file: input.pairsFile,
          line,
          reason: { code: 'same-place', query: fields['place_b'] },
        })
      pairs.push([a, b])
    }
    return done(evaluate(matcherFor(atlas, network), pairs, input.cold))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
