// One pair, explained: every reason with what it adds, seen from both sides, and the evidence behind it.
import { seatOf, type Entry } from '../gazetteer.ts'
import { areTied } from '../network/network.ts'
import { evidenceOf, type Evidence } from './evidence.ts'
import type { Group } from './features.ts'
import type { Matcher } from './matcher.ts'
import { contributionOf } from './model.ts'
import { reachFrom } from './reach.ts'
import { takeSample } from './sample.ts'
import { groupOfWish, NO_WISHES, weightOf, WISH_BONUS, wishesMet, type WishProfile } from './wish-profile.ts'
import { withhold } from './withhold.ts'

export interface Reason {
  readonly group: Group
  readonly feature: string
  /** Mean of `own` and `reciprocal`, log-odds; 0 is an average place of the country, or nothing known. */
  readonly contribution: number
  readonly own: number
  readonly reciprocal: number
  readonly evidence: Evidence
}

export interface PairScore {
  readonly candidate: Entry
  /** Exactly the sum of the contributions of `reasons`, in their order. */
  readonly score: number
  /** The candidate as the source sees it, and the source as the candidate sees it: score = (own + reciprocal) / 2. */
  readonly own: number
  readonly reciprocal: number
  readonly reasons: readonly Reason[]
}

/**
 * Scores two places as if they were not tied yet. A unit stands for its seat; throws RangeError where none is listed
 * or both are the same place. A group of weight 0 has no reasons.
 */
export function scorePair(
  matcher: Matcher,
  source: Entry,
  candidate: Entry,
  profile: WishProfile = NO_WISHES,
): PairScore {
  const { outlook, reach } = matcher
  const [a, b] = [seatOf(outlook.gazetteer, source), seatOf(outlook.gazetteer, candidate)]
  if (a < 0 || b < 0 || a === b) throw new RangeError('A pair needs two different places')
  const restore = withhold(outlook, a, areTied(outlook.network, a, b) ? [b] : [])
  reachFrom(reach, a)
  const score = explain(matcher, b, profile)
  restore()
  return score
}

/** The explained score of `candidate`, a place, for the source that the matcher's reach was filled for. */
export function explain({ model, outlook, reach }: Matcher, candidate: Entry, profile: WishProfile): PairScore {
  const sample = takeSample(reach, candidate)
  const reasons: Reason[] = []
  for (const term of model.terms) {
    const weight = weightOf(profile, term.feature.group)
    if (weight === 0) continue
    const seen = contributionOf(term, sample)
    const [own, reciprocal] = [weight * seen.own, weight * seen.reciprocal]
    const evidence = evidenceOf(term.feature.name, reach, candidate, sample)
    reasons.push({
      group: term.feature.group,
      feature: term.feature.name,
      contribution: (own + reciprocal) / 2,
      own,
      reciprocal,
      evidence,
    })
  }
  for (const wish of wishesMet(outlook.gazetteer, reach.source, candidate, profile)) {
    const group = groupOfWish(wish.kind)
    const worth = WISH_BONUS * weightOf(profile, group)
    if (worth === 0) continue
    reasons.push({
      group,
      feature: `${wish.kind}-${wish.subject}`,
      contribution: worth,
      own: worth,
      reciprocal: worth,
      evidence: { key: 'wish-met', data: wish },
    })
  }
  const sum = (value: (reason: Reason) => number) => reasons.reduce((total, reason) => total + value(reason), 0)
  return {
    candidate,
    score: sum(({ contribution }) => contribution),
    own: sum(({ own }) => own),
    reciprocal: sum(({ reciprocal }) => reciprocal),
    reasons,
  }
}
