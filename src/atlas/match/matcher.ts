// All that answers questions about one network with one model; made once per network, reused for every question.
import type { Gazetteer } from '../gazetteer.ts'
import type { Network } from '../network/network.ts'
import { makeForecast, type Forecast } from './forecast.ts'
import { contributionOf, type MatchModel } from './model.ts'
import { makeOutlook, type Outlook } from './outlook.ts'
import type { PlaceFacts } from './place-facts.ts'
import { makeReach, type Reach } from './reach.ts'
import type { Sample } from './sample.ts'
import { hasWeights, weightOf, type WishProfile } from './wish-profile.ts'

export interface Matcher {
  readonly model: MatchModel
  readonly outlook: Outlook
  /** Working memory of one question at a time. */
  readonly reach: Reach
  readonly forecast: Forecast
}

/** Takes about half a second the first time, some tens of milliseconds when `facts` of the same gazetteer are handed in. */
export function makeMatcher(model: MatchModel, gazetteer: Gazetteer, network: Network, facts?: PlaceFacts): Matcher {
  const outlook = makeOutlook(gazetteer, network, facts)
  return { model, outlook, reach: makeReach(outlook), forecast: makeForecast(model, outlook) }
}

/** The score that a sample gets: the mean of both views, log-odds. */
export function scoreOf(model: MatchModel, sample: Sample): number {
  let sum = 0
  for (const term of model.terms) {
    const { own, reciprocal } = contributionOf(term, sample)
    sum += (own + reciprocal) / 2
  }
  return sum
}

/** The same matcher with every group's contributions multiplied by the profile's weight. */
export function weighted(matcher: Matcher, profile: WishProfile): Matcher {
  if (!hasWeights(profile)) return matcher
  const terms = matcher.model.terms.map(({ feature, table }) => ({
    feature,
    table: table.map((value) => value * weightOf(profile, feature.group)),
  }))
  const model = { ...matcher.model, terms }
  return { ...matcher, model, forecast: makeForecast(model, matcher.outlook) }
}
