// Can this candidate score as much as that? A quick upper bound in three steps, each dearer and closer, so that the full
// measure is taken only of candidates that could be among the best. It never decides an order: what passes is scored
// in full, so a bound that is too high costs time, and one that is too low cannot be (rank-candidates.test.ts).
import type { Entry } from '../gazetteer.ts'
import { positionOn } from './axis.ts'
import { cell, highest, lerp, line, MAIN_ROWS, rowOf, ROWS, termNamed, type Forecast } from './forecast.ts'
import type { Term } from './model.ts'
import { opennessOfPeers } from './outlook.ts'
import { chord2, kmOfChord2 } from './place-grid.ts'
import type { Reach } from './reach.ts'
import { betweenCountries, ownTies, partnerSizeStep } from './sample.ts'

/** Covers what single precision rounds away. */
const SLACK = 1e-3
const CHORD_BINS = 4096

/** Whether `place` could score at least `target`; no false no. Only for places of the country that was named, if one was. */
export type Bound = (place: Entry, target: number) => boolean

/** What every bound reads of one question: computed once per source and country. */
export interface Setting {
  readonly forecast: Forecast
  readonly reach: Reach
  /** The source's row of each mirrored table. */
  readonly rows: readonly Float64Array[]
  /** What is the same for every place of a country. */
  readonly countries: Float64Array
  readonly units: { readonly base: { readonly unit: number; readonly district: number }; readonly parts: Float64Array }
  /** What sparse terms add where no tie reaches, and the most that they can add. */
  readonly none: number
  readonly most: number
  /** Half of what the source's own openness adds, and the slack. */
  readonly mine: number
}

export function settingFor(forecast: Forecast, reach: Reach, scope: number | undefined): Setting {
  const { model, outlook, positions } = forecast
  const a = reach.source
  const term = (name: string) => termNamed(model, name)
  const sparse = SPARSE.map(([name, , share]) => ({ table: term(name).table, share }))
  return {
    forecast,
    reach,
    rows: ROWS.map((name, k) => rowOf(term(name), positions[k][a])),
    countries: countryParts(forecast, reach),
    units: unitParts(forecast, reach, scope),
    none: sparse.reduce((sum, { table, share }) => sum + share * table[0], 0),
    most: sparse.reduce((sum, { table, share }) => sum + share * highest(table), 0),
    mine:
      (cell(term('openness'), outlook.facts.size[a], outlook.degree[a]) +
        line(term('openness-of-peers'), opennessOfPeers(outlook, a))) /
        2 +
      SLACK,
  }
}

export function boundFor({ forecast, reach, rows, countries, units, none, most, mine }: Setting): Bound {
  const { model, outlook, alone, positions, partnerSize } = forecast
  const { facts, gazetteer } = outlook
  const a = reach.source
  const term = (name: string) => termNamed(model, name)
  const latitude = term('latitude')
  const sizes = term('size-of-partners')
  const distance = term('distance')
  const chords = distanceBins(distance)
  const sparse = SPARSE.map(([name, sums, share]) => ({ reached: term(name), sums: reach[sums], share }))
  const similar = term('ties-to-similar-size')
  const sameName = term('same-name').table
  const { base, parts } = units
  const late = mine + highest(latitude.table) + highest(sizes.table)
  const middle = late + rows.slice(MAIN_ROWS).reduce((sum, row) => sum + highest(row), 0)
  const [p0, p1, p2, p3, p4, p5, p6, p7, p8] = positions
  const [r0, r1, r2, r3, r4, r5, r6, r7, r8] = rows
  const { country, admin1, admin2, lat } = gazetteer
  const name = facts.nameKey[a]

  return (place, target) => {
    const marked = reach.marked[place] === 1
    const [unit, district] = [admin1[place], admin2[place]]
    let sum = alone[place] + countries[country[place]] + sameName[facts.nameKey[place] === name ? 1 : 0]
    sum += (unit >= 0 ? parts[unit] : base.unit) + (district >= 0 ? parts[district] : base.district)
    const c2 = chord2(facts.grid, a, place)
    const near = chords[Math.min(CHORD_BINS - 1, ((c2 * CHORD_BINS) / 4) | 0)]
    const paths = marked ? most : none
    sum += near + lerp(r0, p0[place]) + lerp(r1, p1[place]) + lerp(r2, p2[place])
    if (sum + middle + paths < target) return false
    sum +=
      lerp(r3, p3[place]) +
      lerp(r4, p4[place]) +
      lerp(r5, p5[place]) +
      lerp(r6, p6[place]) +
      lerp(r7, p7[place]) +
      lerp(r8, p8[place])
    if (sum + late + paths < target) return false
    sum += mine + line(latitude, Math.abs(lat[a] - lat[place]))
    sum +=
      (line(sizes, partnerSizeStep(partnerSize[place], facts.size[a])) +
        line(sizes, partnerSizeStep(partnerSize[a], facts.size[place]))) /
      2
    // What was taken as the best case of a bin and of a country is now looked at.
    sum += line(distance, kmOfChord2(c2)) - near
    const own = ownTies(reach, place)
    if (own.count > 0) sum += (line(similar, own.similar) - highest(similar.table)) / 2
    if (marked) for (const { reached, sums, share } of sparse) sum += share * line(reached, sums[place])
    else sum += none
    return sum >= target
  }
}

/** Terms that are nothing for a place that no tie reaches, the sums they read and the share of their views. */
const SPARSE = [
  ['common-partners', 'common', 1],
  ['partners-of-partners', 'chains', 1],
  ['ties-between-neighbours', 'bothNear', 1],
  ['neighbours-ties', 'nearTies', 0.5],
  ['neighbours-ties', 'ownNear', 0.5],
  ['ties-to-country', 'countryTies', 0.5],
  ['ties-to-similar-size', 'similarTies', 0.5],
] as const

/** What is the same for every place of a country, and the best case of ties to places of a similar size. */
function countryParts({ model, outlook }: Forecast, reach: Reach): Float64Array {
  const { gazetteer, unitEnds } = outlook
  const terms = (['language', 'economy', 'countries'] as const).map((column) => ({
    column,
    term: termNamed(model, COUNTRY_FEATURES[column]),
  }))
  const [ties, similar, unitTies] = [
    termNamed(model, 'ties-to-country'),
    termNamed(model, 'ties-to-similar-size'),
    termNamed(model, 'unit-ties-to-country'),
  ]
  const unit = gazetteer.admin1[reach.source]
  return Float64Array.from(gazetteer.countries, (_, c) => {
    const sample = betweenCountries(reach, gazetteer.country[reach.source], c)
    const own = reach.ownByCountry.get(c)?.length ?? 0
    const seen =
      line(ties, own) +
      (own > 0 ? highest(similar.table) : similar.table[0]) +
      cell(unitTies, unit >= 0 ? reach.unitByCountry[c] : 0, unit >= 0 ? unitEnds[unit] : 0)
    return terms.reduce((sum, { column, term }) => sum + line(term, sample[column]), seen / 2)
  })
}

/** What the units of both levels add, by entry of the unit, and for a place that lies in none. */
function unitParts({ model, outlook, units, unitParts: parts }: Forecast, reach: Reach, scope: number | undefined) {
  const [unitTies, districtTies, toCountry] = [
    termNamed(model, 'ties-between-units'),
    termNamed(model, 'ties-between-districts'),
    termNamed(model, 'unit-ties-to-country'),
  ]
  const inUnit = outlook.gazetteer.admin1[reach.source] >= 0
  const base = { unit: line(unitTies, 0) + cell(toCountry, 0, 0) / 2, district: line(districtTies, 0) }
  parts.fill(base.district, outlook.gazetteer.placeCount)
  for (const district of reach.units) parts[district] = line(districtTies, reach.districtTies[district])
  for (const unit of units) {
    if (scope !== undefined && outlook.gazetteer.country[unit] !== scope) continue
    parts[unit] =
      line(unitTies, inUnit ? reach.unitTies[unit] : 0) +
      cell(toCountry, reach.unitToCountry[unit], outlook.unitEnds[unit]) / 2
  }
  return { base, parts }
}

const COUNTRY_FEATURES = { language: 'language', economy: 'economy', countries: 'ties-between-countries' } as const

const bins = new WeakMap<Term, Float64Array>()

/** The most that distance can add within each bin of the squared chord. */
function distanceBins(term: Term): Float64Array {
  const known = bins.get(term)
  if (known !== undefined) return known
  const {
    feature: {
      axes: [axis],
    },
    table,
  } = term
  const made = Float64Array.from({ length: CHORD_BINS }, (_, k) => {
    const [from, to] = [
      positionOn(axis, kmOfChord2((4 * k) / CHORD_BINS)),
      positionOn(axis, kmOfChord2((4 * (k + 1)) / CHORD_BINS)),
    ]
    let best = Math.max(lerp(table, from), lerp(table, to))
    for (let knot = Math.ceil(from); knot <= to; knot++) best = Math.max(best, table[knot])
    return best
  })
  bins.set(term, made)
  return made
}
