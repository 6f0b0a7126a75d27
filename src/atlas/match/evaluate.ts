// How well the partner of a held-out tie is found: its rank among all places of its country, known partners of the
// source left out, for the model and for its peers, each seeing the same network.
import type { Entry } from '../gazetteer.ts'
import { areTied } from '../network/network.ts'
import { boundFor, settingFor } from './bound.ts'
import { refreshAround } from './forecast.ts'
import { scoreOf, type Matcher } from './matcher.ts'
import { partnersSeen } from './outlook.ts'
import { reachFrom } from './reach.ts'
import { takeSample } from './sample.ts'
import { withhold } from './withhold.ts'

export const METHODS = ['kembar', 'random', 'population', 'popularity', 'size-and-popularity', 'adamic-adar'] as const
export type Method = (typeof METHODS)[number]

export interface Ranking {
  readonly source: Entry
  readonly partner: Entry
  /** Places that could have been chosen, the partner among them. */
  readonly candidates: number
  /** Rank of the partner, from 1; of equal scores, the partner stands in the middle. Random: the mean of all orders. */
  readonly ranks: Readonly<Record<Method, number>>
}

export interface Figures {
  readonly rankings: number
  readonly mrr: number
  readonly hits1: number
  readonly hits10: number
  readonly hits50: number
  readonly medianRank: number
}

export interface Evaluation {
  readonly rankings: readonly Ranking[]
  readonly figures: Readonly<Record<Method, Figures>>
}

/**
 * Ranks every pair in both directions. A tie of the pair that stands in the network is withheld, so that a known answer
 * is never seen; `cold` withholds every tie of the source. Pairs: place entries, not equal.
 */
export function evaluate(matcher: Matcher, pairs: readonly (readonly [Entry, Entry])[], cold = false): Evaluation {
  const rankings = pairs.flatMap(([a, b]) => [rankPartner(matcher, a, b, cold), rankPartner(matcher, b, a, cold)])
  const figures = Object.fromEntries(METHODS.map((method) => [method, figuresOf(rankings, method)])) as Record<
    Method,
    Figures
  >
  return { rankings, figures }
}

function rankPartner(matcher: Matcher, source: Entry, partner: Entry, cold: boolean): Ranking {
  const { outlook, reach, forecast, model } = matcher
  const { gazetteer, degree, network } = outlook
  const { countryStart, country, population } = gazetteer
  const [from, to] = [countryStart[country[partner]], countryStart[country[partner] + 1]]
  const own = [...partnersSeen(outlook, source)]
  const known = areTied(network, source, partner) ? [partner] : []
  const gone = cold ? own : known
  const touched = gone.length > 0 ? [source, ...gone] : []
  const restore = withhold(outlook, source, gone)
  refreshAround(forecast, touched)
  reachFrom(reach, source)
  const bound = boundFor(settingFor(forecast, reach, country[partner]))
  const taken = new Set([source, ...own])
  const target = scoreOf(model, takeSample(reach, partner))
  const sizePopularity = (place: Entry) =>
    Math.log(1 + population[place]) + POPULARITY_WEIGHT * Math.log1p(degree[place])
  const mine = {
    population: population[partner],
    degree: degree[partner],
    both: sizePopularity(partner),
    common: reach.common[partner],
  }
  const count = {
    kembar: new Above(),
    population: new Above(),
    popularity: new Above(),
    both: new Above(),
    common: new Above(),
  }
  let candidates = 1
  for (let place = from; place < to; place++) {
    if (place === partner || taken.has(place)) continue
    candidates++
    const both = sizePopularity(place)
    count.population.compare(population[place], mine.population)
    count.popularity.compare(degree[place], mine.degree, population[place], mine.population)
    count.both.compare(both, mine.both)
    count.common.compare(reach.common[place], mine.common, both, mine.both)
    if (bound(place, target)) count.kembar.compare(scoreOf(model, takeSample(reach, place)), target)
  }
  restore()
  refreshAround(forecast, touched)
  return {
    source,
    partner,
    candidates,
    ranks: {
      kembar: count.kembar.rank,
      random: (candidates + 1) / 2,
      population: count.population.rank,
      popularity: count.popularity.rank,
      'size-and-popularity': count.both.rank,
      'adamic-adar': count.common.rank,
    },
  }
}

/** Chosen on validation pairs so that the peers are as strong as they can be. */
const POPULARITY_WEIGHT = 3

/** Counts what stands above and beside a target; `a` decides, then `b`. */
class Above {
  private higher = 0
  private equal = 0

  compare(a: number, targetA: number, b = 0, targetB = 0): void {
    if (a > targetA || (a === targetA && b > targetB)) this.higher++
    else if (a === targetA && b === targetB) this.equal++
  }

  get rank(): number {
    return 1 + this.higher + this.equal / 2
  }
}

export function figuresOf(rankings: readonly Ranking[], method: Method): Figures {
  const ranks = rankings.map((ranking) => ranking.ranks[method]).sort((a, b) => a - b)
  const share = (hit: (ranking: Ranking) => number) =>
    rankings.reduce((sum, ranking) => sum + hit(ranking), 0) / (rankings.length || 1)
  const random = method === 'random'
  const within = (k: number) =>
    share(({ ranks, candidates }) => (random ? Math.min(1, k / candidates) : ranks[method] <= k ? 1 : 0))
  return {
    rankings: rankings.length,
    mrr: share(({ ranks, candidates }) => (random ? meanReciprocal(candidates) : 1 / ranks[method])),
    hits1: within(1),
    hits10: within(10),
    hits50: within(50),
    medianRank: ranks.length === 0 ? 0 : ranks[Math.floor(ranks.length / 2)],
  }
}

/** Mean of 1 / rank over all orders of n places: the n-th harmonic number over n. */
function meanReciprocal(n: number): number {
  let sum = 0
  for (let k = 1; k <= n; k++) sum += 1 / k
  return sum / n
}
