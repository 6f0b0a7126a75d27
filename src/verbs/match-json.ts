// A match as JSON shows it, the same from the API and the command line.
import type { Reason } from '../atlas/match/score-pair.ts'
import type { Atlas } from './house.ts'
import { evidenceView, type EvidenceView } from './evidence-view.ts'
import type { Candidate, MatchView } from './match-place.ts'
import type { PlaceSummary } from './place-summary.ts'

export interface ReasonJson extends Omit<Reason, 'evidence'> {
  /** The evidence as data and as a sentence. */
  readonly evidence: EvidenceView & { readonly text: string }
}

export interface MatchJson {
  readonly source: PlaceSummary
  readonly country: string | null
  readonly total: number
  readonly candidates: (Pick<Candidate, 'rank' | 'id' | 'name' | 'country' | 'score' | 'own' | 'reciprocal'> & {
    readonly reasons: ReasonJson[]
  })[]
  readonly tied: PlaceSummary[]
}

/** `say` makes the sentence of a reason in the language that was asked for. */
export function matchJson(
  { gazetteer }: Pick<Atlas, 'gazetteer'>,
  view: MatchView,
  say: (reason: Reason, candidate: Candidate) => string,
): MatchJson {
  return {
    source: view.source,
    country: view.country ?? null,
    total: view.total,
    candidates: view.candidates.map((candidate) => {
      const { rank, id, name, country, score, own, reciprocal } = candidate
      const reasons = candidate.reasons.map((reason) => ({
        ...reason,
        evidence: { ...evidenceView(gazetteer, reason.evidence), text: say(reason, candidate) },
      }))
      return { rank, id, name, country, score, own, reciprocal, reasons }
    }),
    tied: [...view.tied],
  }
}
