// Every reason that the model knows: what it measures, where its table has knots, under which condition of the law it
// is shown. PP 28/2018 art. 27(3) asks for (a) equal status and/or territory, (b) complementarity, (c) ties between
// people; `similar-character` and `shared-problems` are advice, not law.
import type { Axis } from './axis.ts'
import type { Column } from './sample.ts'

export const GROUPS = [
  'equal-status',
  'complementarity',
  'people-to-people',
  'similar-character',
  'shared-problems',
] as const
export type Group = (typeof GROUPS)[number]

type Pair = readonly [Column, Column]

export interface Feature {
  readonly name: string
  readonly group: Group
  readonly axes: readonly [Axis] | readonly [Axis, Axis]
  /** The columns of a sample that stand on the axes when the source looks at the candidate, and when it is looked at. */
  readonly own: readonly [Column] | Pair
  readonly reciprocal: readonly [Column] | Pair
  /** The table is the same across its diagonal: both look at the same two numbers. */
  readonly mirrored: boolean
  /** No evidence (position 0) is worth exactly nothing; else an average place of the country is. */
  readonly fromNothing: boolean
  /** Tells countries apart, not the places of one country: learned from rankings of the whole world. */
  readonly betweenCountries: boolean
}

const axis = (kind: Axis['kind'], from: number, step: number, knots: number): Axis => ({ kind, from, step, knots })

const SIZE = axis('known', 2.5, 0.75, 7)
const SEAT = axis('linear', 0, 1, 7)
const POSITION = axis('linear', 0, 2.5, 6)
const TIES = axis('doubling', 1, 1, 7)
const ROUTE_KM = axis('doubling', 5, 1.3, 4)
const SHORE_KM = axis('doubling', 2, 1.6, 4)
const HEIGHT = axis('doubling', 25, 1.6, 5)

interface Shape {
  readonly fromNothing?: boolean
  readonly betweenCountries?: boolean
}

/** One number of the candidate as the source sees it, and the same of the source as the candidate sees it. */
function seen(name: string, group: Group, knots: Axis, own: Column, reciprocal: Column, shape: Shape = {}): Feature {
  return {
    name,
    group,
    axes: [knots],
    own: [own],
    reciprocal: [reciprocal],
    mirrored: false,
    fromNothing: false,
    betweenCountries: false,
    ...shape,
  }
}

/** One number that belongs to both. */
function joint(name: string, group: Group, knots: Axis, column: Column, shape: Shape = {}): Feature {
  return seen(name, group, knots, column, column, shape)
}

/** The same number of each of the two, side by side. */
function matched(name: string, group: Group, knots: Axis, a: Column, b: Column): Feature {
  return {
    name,
    group,
    axes: [knots, knots],
    own: [a, b],
    reciprocal: [b, a],
    mirrored: true,
    fromNothing: false,
    betweenCountries: false,
  }
}

/** Two numbers of the candidate together, as the source sees it; and of the source. */
function crossed(name: string, group: Group, axes: readonly [Axis, Axis], own: Pair, reciprocal: Pair): Feature {
  return { name, group, axes, own, reciprocal, mirrored: false, fromNothing: false, betweenCountries: false }
}

const NOTHING = { fromNothing: true }
const COUNTRIES = { betweenCountries: true }

export const FEATURES: readonly Feature[] = [
  matched('population', 'equal-status', SIZE, 'sizeA', 'sizeB'),
  matched('seat', 'equal-status', SEAT, 'seatA', 'seatB'),
  matched('place-in-country', 'equal-status', POSITION, 'positionA', 'positionB'),

  crossed('openness', 'complementarity', [SIZE, TIES], ['sizeB', 'tiesB'], ['sizeA', 'tiesA']),
  seen('openness-of-peers', 'complementarity', axis('root', 0, 0.25, 9), 'peersB', 'peersA'),
  matched('airport', 'complementarity', ROUTE_KM, 'airportA', 'airportB'),
  matched('port', 'complementarity', SHORE_KM, 'portA', 'portB'),
  joint('economy', 'complementarity', axis('known', 0, 0.7, 6), 'economy', COUNTRIES),

  joint('common-partners', 'people-to-people', axis('log', -1.6, 0.35, 10), 'common', NOTHING),
  joint('partners-of-partners', 'people-to-people', axis('log', -4.5, 0.65, 10), 'chains', NOTHING),
  seen('neighbours-ties', 'people-to-people', axis('log', -4, 0.7, 9), 'nearTiesAB', 'nearTiesBA', NOTHING),
  joint('ties-between-neighbours', 'people-to-people', axis('log', -4, 0.8, 9), 'bothNear', NOTHING),
  seen('ties-to-country', 'people-to-people', axis('doubling', 1, 0.8, 6), 'countryTiesAB', 'countryTiesBA', NOTHING),
  seen('ties-to-similar-size', 'people-to-people', axis('log', -4, 0.8, 8), 'similarTiesAB', 'similarTiesBA', NOTHING),
  seen('size-of-partners', 'people-to-people', axis('known', 1.25, 0.5, 9), 'partnerSizeAB', 'partnerSizeBA'),
  joint('ties-between-units', 'people-to-people', axis('doubling', 1, 0.8, 8), 'unitTies', NOTHING),
  joint('ties-between-districts', 'people-to-people', axis('doubling', 1, 0.8, 6), 'districtTies', NOTHING),
  crossed(
    'unit-ties-to-country',
    'people-to-people',
    [axis('doubling', 1, 1.2, 6), axis('doubling', 1, 1.8, 6)],
    ['unitToCountryAB', 'unitOpennessB'],
    ['unitToCountryBA', 'unitOpennessA'],
  ),
  joint('same-name', 'people-to-people', axis('linear', 0, 1, 2), 'sameName', NOTHING),
  joint('distance', 'people-to-people', axis('doubling', 10, 0.85, 12), 'distance'),
  joint('language', 'people-to-people', axis('linear', 0, 0.25, 5), 'language', { ...NOTHING, ...COUNTRIES }),
  joint('ties-between-countries', 'people-to-people', axis('log', -7, 0.8, 8), 'countries', COUNTRIES),

  matched('coast', 'similar-character', SHORE_KM, 'coastA', 'coastB'),
  matched('elevation', 'similar-character', HEIGHT, 'heightA', 'heightB'),
  joint('latitude', 'similar-character', axis('root', 0, 0.9, 7), 'latitude'),
  matched('renown', 'similar-character', axis('linear', 0, 1.25, 6), 'renownA', 'renownB'),
  matched('standing-in-network', 'similar-character', axis('doubling', 1, 1, 6), 'tiesA', 'tiesB'),
]

/** How many parameters a feature has when written down: a mirrored table is written above its diagonal only. */
export function parameterCount({ axes, mirrored }: Feature): number {
  const [rows, columns] = [axes[0].knots, axes[1]?.knots ?? 1]
  return mirrored ? (rows * (rows + 1)) / 2 : rows * columns
}
