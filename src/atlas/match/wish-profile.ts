// What a place says of itself before it looks for a partner. Only wishes that the data can speak to move a score, by a
// fixed bonus that is written here and was not learned; every rule is a proxy and says of what. Wishes without a rule
// (education, crafts, industry …) are kept for the people who read the match, and add nothing.
import type { Entry, Gazetteer } from '../gazetteer.ts'
import { GROUPS, type Group } from './features.ts'

export const SECTORS = [
  'tourism-culture',
  'education',
  'industry',
  'trade',
  'fisheries',
  'agriculture',
  'crafts',
  'health',
  'environment',
  'youth-sport',
] as const
export type Sector = (typeof SECTORS)[number]

export const PROBLEMS = [
  'coastal-protection',
  'mountain-access',
  'remoteness',
  'waste',
  'flooding',
  'housing',
  'ageing',
] as const
export type Problem = (typeof PROBLEMS)[number]

export interface WishProfile {
  readonly offers: readonly Sector[]
  readonly seeks: readonly Sector[]
  readonly problems: readonly Problem[]
  /** Multiplier per group, 1 by default; 0 takes the group out. */
  readonly weights: Readonly<Partial<Record<Group, number>>>
}

export const NO_WISHES: WishProfile = { offers: [], seeks: [], problems: [], weights: {} }

/** Log-odds for a wish that is met: about half of what sharing one rare partner is worth. */
export const WISH_BONUS = 0.5

type Test = (gazetteer: Gazetteer, place: Entry) => boolean

/** What a place can give in a sector, as far as the data shows. */
const SUPPLIES: Readonly<Partial<Record<Sector, Test>>> = {
  // Written about under many names: a proxy of being visited.
  'tourism-culture': ({ alternates }, place) => alternates[place] >= 20,
  // A listed sea port or an airport with scheduled service at hand.
  trade: ({ portKm, airportKm }, place) => portKm[place] <= 25 || airportKm[place] <= 40,
  fisheries: ({ coastKm }, place) => coastKm[place] <= 10,
}

const SUFFERS: Readonly<Partial<Record<Problem, Test>>> = {
  'coastal-protection': ({ coastKm, elevation }, place) => coastKm[place] <= 5 && elevation[place] < 30,
  'mountain-access': ({ elevation }, place) => elevation[place] >= 800,
  remoteness: ({ airportKm, population }, place) => airportKm[place] >= 100 && population[place] < 200_000,
}

export interface Wish {
  readonly kind: 'offer' | 'seek' | 'problem'
  readonly subject: Sector | Problem
}

/** The wishes of `source` that the data says `candidate` meets: it has what is sought, lacks what is offered, shares the problem. */
export function wishesMet(
  gazetteer: Gazetteer,
  source: Entry,
  candidate: Entry,
  profile: WishProfile,
): readonly Wish[] {
  const met: Wish[] = []
  for (const subject of profile.seeks)
    if (SUPPLIES[subject]?.(gazetteer, candidate)) met.push({ kind: 'seek', subject })
  for (const subject of profile.offers)
    if (SUPPLIES[subject]?.(gazetteer, candidate) === false) met.push({ kind: 'offer', subject })
  for (const subject of profile.problems) {
    const test = SUFFERS[subject]
    if (test?.(gazetteer, source) === true && test(gazetteer, candidate)) met.push({ kind: 'problem', subject })
  }
  return met
}

/** What is said of the wishes of one group for one candidate. */
export function groupOfWish(kind: Wish['kind']): Group {
  return kind === 'problem' ? 'shared-problems' : 'complementarity'
}

/** The most that wishes can add to one score. */
export function mostOfWishes(profile: WishProfile): number {
  return (
    WISH_BONUS *
    ((profile.seeks.length + profile.offers.length) * weightOf(profile, 'complementarity') +
      profile.problems.length * weightOf(profile, 'shared-problems'))
  )
}

export function weightOf(profile: WishProfile, group: Group): number {
  return profile.weights[group] ?? 1
}

export function hasWeights(profile: WishProfile): boolean {
  return GROUPS.some((group) => weightOf(profile, group) !== 1)
}
