// Bounds for blocks of places, so that most of the world is passed over thirty-two places at a time. A block holds places
// of one country that bring alike much to any score; its bound is the best case of all that they have.
import type { Entry } from '../gazetteer.ts'
import { positionOn } from './axis.ts'
import type { Setting } from './bound.ts'
import { highest, lerp, line, ROWS, termNamed, type Forecast } from './forecast.ts'
import { kmOfChord2 } from './place-grid.ts'

export interface Blocks {
  /** Places by country, those that bring most first; block k is `order[starts[k] … starts[k + 1] - 1]`. */
  readonly order: Int32Array
  readonly starts: Int32Array
  readonly country: Uint8Array
  /** First block of each country; one longer than the countries. */
  readonly firstOfCountry: Int32Array
  /** 1 where a place of the block has a partner of known size. */
  readonly partnered: Uint8Array
  /** The most that a place of the block brings alone, and between what its positions on the axes of ROWS lie. */
  readonly alone: Float32Array
  readonly lowest: readonly Float32Array[]
  readonly highest: readonly Float32Array[]
  /** By country: a unit vector to its middle, and the angle that its farthest place is away from it. */
  readonly middles: readonly { readonly x: number; readonly y: number; readonly z: number; readonly angle: number }[]
}

const BLOCK = 32

const known = new WeakMap<Forecast, Blocks>()

/** The blocks of a forecast over all its ties; made when first asked for. */
export function blocksOf(forecast: Forecast): Blocks {
  let blocks = known.get(forecast)
  if (blocks === undefined) known.set(forecast, (blocks = makeBlocks(forecast)))
  return blocks
}

function makeBlocks({ outlook, alone, positions, partnerSize }: Forecast): Blocks {
  const { countryStart, countries, placeCount } = outlook.gazetteer
  const order = new Int32Array(placeCount).map((_, place) => place)
  const starts: Entry[] = []
  const country: number[] = []
  const firstOfCountry: number[] = []
  countries.forEach((_, c) => {
    firstOfCountry.push(starts.length)
    order.subarray(countryStart[c], countryStart[c + 1]).sort((a, b) => alone[b] - alone[a] || a - b)
    for (let at = countryStart[c]; at < countryStart[c + 1]; at += BLOCK) {
      starts.push(at)
      country.push(c)
    }
  })
  const ends = starts.map((_, k) => starts[k + 1] ?? placeCount)
  const extreme = (column: Float32Array, better: (a: number, b: number) => number) =>
    Float32Array.from(starts, (start, k) => {
      let best = column[order[start]]
      for (let at = start + 1; at < ends[k]; at++) best = better(best, column[order[at]])
      return best
    })
  return {
    order,
    starts: Int32Array.from([...starts, placeCount]),
    country: Uint8Array.from(country),
    firstOfCountry: Int32Array.from([...firstOfCountry, starts.length]),
    partnered: Uint8Array.from(extreme(partnerSize, Math.max), (size) => (size >= 0 ? 1 : 0)),
    alone: extreme(alone, Math.max),
    lowest: positions.map((column) => extreme(column, Math.min)),
    highest: positions.map((column) => extreme(column, Math.max)),
    middles: countries.map((_, c) => middleOf(outlook.facts.grid, countryStart[c], countryStart[c + 1])),
  }
}

function middleOf(grid: Record<'x' | 'y' | 'z', Float64Array>, from: Entry, to: Entry): Blocks['middles'][number] {
  const sum = { x: 0, y: 0, z: 0 }
  for (let place = from; place < to; place++)
    for (const axis of ['x', 'y', 'z'] as const) sum[axis] += grid[axis][place]
  const length = Math.hypot(sum.x, sum.y, sum.z)
  // Places all around the globe have no middle: then every distance is possible.
  if (length < 1e-6) return { x: 1, y: 0, z: 0, angle: Math.PI }
  const [x, y, z] = [sum.x / length, sum.y / length, sum.z / length]
  let angle = 0
  for (let place = from; place < to; place++) {
    angle = Math.max(angle, Math.acos(Math.min(1, x * grid.x[place] + y * grid.y[place] + z * grid.z[place])))
  }
  return { x, y, z, angle: angle + 1e-6 }
}

/**
 * The most that a place of each block could score, of those that no tie reaches: of the blocks of `country`, or of all
 * countries but the source's own. Gives the blocks, the most promising first, and the bounds by block.
 */
export function blockBounds(
  setting: Setting,
  blocks: Blocks,
  country: number | undefined,
): { readonly promising: Uint32Array; readonly bounds: Float64Array } {
  const { forecast, reach, rows, none, mine } = setting
  const { facts, gazetteer } = forecast.outlook
  const [first, end] =
    country === undefined
      ? [0, blocks.country.length]
      : [blocks.firstOfCountry[country], blocks.firstOfCountry[country + 1]]
  const sameName = termNamed(forecast.model, 'same-name').table
  const sizes = termNamed(forecast.model, 'size-of-partners')
  const [unknown, best] = [line(sizes, -1), highest(sizes.table)]
  const late =
    mine +
    none +
    sameName[0] +
    highest(termNamed(forecast.model, 'latitude').table) +
    (forecast.partnerSize[reach.source] >= 0 ? best : unknown) / 2
  const countries = bestOfCountries(setting, blocks)
  const bounds = new Float64Array(blocks.country.length)
  // The same name is rare and worth much: only its own blocks are raised by it.
  const more = Math.max(0, sameName[1] - sameName[0])
  const name = facts.nameKey[reach.source]
  const listed: number[] = []
  for (let k = first; k < end; k++) {
    if (country === undefined && blocks.country[k] === gazetteer.country[reach.source]) continue
    let sum = late + blocks.alone[k] + countries[blocks.country[k]] + (blocks.partnered[k] === 1 ? best : unknown) / 2
    for (let r = 0; r < ROWS.length; r++) sum += between(rows[r], blocks.lowest[r][k], blocks.highest[r][k])
    if (more > 0 && holdsName(blocks, k, facts.nameKey, name)) sum += more
    bounds[k] = sum
    listed.push(k)
  }
  return { promising: Uint32Array.from(listed).sort((k, l) => bounds[l] - bounds[k]), bounds }
}

function holdsName({ order, starts }: Blocks, k: number, nameKey: Int32Array, name: number): boolean {
  for (let at = starts[k]; at < starts[k + 1]; at++) if (nameKey[order[at]] === name) return true
  return false
}

/** The highest value of a row between two positions. */
function between(row: Float64Array, from: number, to: number): number {
  let best = Math.max(lerp(row, from), lerp(row, to))
  for (let knot = Math.ceil(from); knot <= to; knot++) if (row[knot] > best) best = row[knot]
  return best
}

/** By country: its own part, the best of its units, and the best of the distances that are possible. */
function bestOfCountries({ forecast, reach, countries, units }: Setting, { middles }: Blocks): Float64Array {
  const { gazetteer, facts } = forecast.outlook
  const bestUnit = new Float64Array(countries.length).fill(units.base.unit)
  for (const unit of forecast.units) {
    const c = gazetteer.country[unit]
    if (units.parts[unit] > bestUnit[c]) bestUnit[c] = units.parts[unit]
  }
  const bestDistrict = new Float64Array(countries.length).fill(units.base.district)
  for (const district of reach.units) {
    if (gazetteer.rank[district] !== 2) continue
    const c = gazetteer.country[district]
    if (units.parts[district] > bestDistrict[c]) bestDistrict[c] = units.parts[district]
  }
  const distance = termNamed(forecast.model, 'distance')
  const a = reach.source
  return countries.map((part, c) => {
    const { x, y, z, angle } = middles[c]
    const away = Math.acos(Math.max(-1, Math.min(1, x * facts.grid.x[a] + y * facts.grid.y[a] + z * facts.grid.z[a])))
    const nearest = 2 * Math.sin(Math.max(0, away - angle) / 2)
    const from = positionOn(distance.feature.axes[0], kmOfChord2(nearest * nearest))
    return part + bestUnit[c] + bestDistrict[c] + between(distance.table, from, distance.table.length - 1 - 1e-9)
  })
}
