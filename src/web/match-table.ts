// A candidate as it is shown: reasons by legal criterion, every figure rounded so that the shown ones add up.
import { roundedParts } from '../language/rounded-parts.ts'
import { GROUPS, type Group } from '../atlas/match/features.ts'
import type { Candidate, Reason } from '../verbs/match-place.ts'

export { GROUPS, type Group }

/** The conditions of PP 28/2018 art. 27(3); the other groups come from the repealed Permendagri 3/2008. */
export const LEGAL_GROUPS: readonly Group[] = GROUPS.slice(0, 3)

export const DIGITS = 2

export interface ShownReason {
  readonly reason: Reason
  readonly contribution: number
}

export interface ShownGroup {
  readonly group: Group
  readonly subtotal: number
  readonly reasons: readonly ShownReason[]
}

export interface ShownScore {
  readonly score: number
  readonly own: number
  readonly reciprocal: number
  readonly groups: readonly ShownGroup[]
}

/** Reasons within a group stand with the heaviest first. */
export function shownScore(candidate: Candidate): ShownScore {
  const [score] = roundedParts([candidate.score], candidate.score, DIGITS)
  const [own, reciprocal] = roundedParts([candidate.own, candidate.reciprocal], 2 * score, DIGITS)
  const grouped = GROUPS.map((group) => ({
    group,
    reasons: candidate.reasons
      .filter((reason) => reason.group === group)
      .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
  })).filter(({ reasons }) => reasons.length > 0)
  const subtotals = roundedParts(
    grouped.map(({ reasons }) => sumOf(reasons)),
    score,
    DIGITS,
  )
  return {
    score,
    own,
    reciprocal,
    groups: grouped.map(({ group, reasons }, i) => {
      const shown = roundedParts(
        reasons.map(({ contribution }) => contribution),
        subtotals[i],
        DIGITS,
      )
      return {
        group,
        subtotal: subtotals[i],
        reasons: reasons.map((reason, j) => ({ reason, contribution: shown[j] })),
      }
    }),
  }
}

/** The reasons that speak most strongly for the candidate. */
export function strongest(shown: ShownScore, count: number): readonly ShownReason[] {
  return shown.groups
    .flatMap(({ reasons }) => reasons)
    .filter(({ contribution }) => contribution > 0)
    .toSorted((a, b) => b.contribution - a.contribution)
    .slice(0, count)
}

/** The longest bar of a page: the largest figure that any of its bars shows. */
export function largestFigure(candidates: readonly Candidate[]): number {
  return Math.max(
    1e-9,
    ...candidates.flatMap(({ reasons }) =>
      reasons.flatMap(({ own, reciprocal }) => [Math.abs(own), Math.abs(reciprocal)]),
    ),
  )
}

const sumOf = (reasons: readonly Reason[]) => reasons.reduce((sum, { contribution }) => sum + contribution, 0)
