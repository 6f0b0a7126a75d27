// Which places lie near a point: places sorted into cells of a quarter degree, distances as squared chords of the unit
// sphere, because a chord costs three multiplications and a great circle several functions.
import { EARTH_RADIUS_KM } from '../great-circle.ts'
import type { Entry, Gazetteer } from '../gazetteer.ts'

export interface PlaceGrid {
  /** Unit vectors. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /** Places by cell: cell c holds `order[starts[c] … starts[c + 1] - 1]`. */
  readonly order: Int32Array
  readonly starts: Int32Array
  readonly row: Int16Array
  readonly column: Int16Array
}

const PER_DEGREE = 4
const ROWS = 180 * PER_DEGREE
const COLUMNS = 360 * PER_DEGREE
const CELL_KM = (EARTH_RADIUS_KM * Math.PI) / 180 / PER_DEGREE
const RADIANS = Math.PI / 180

export function buildPlaceGrid({ placeCount, lat, lon }: Gazetteer): PlaceGrid {
  const [x, y, z] = [new Float64Array(placeCount), new Float64Array(placeCount), new Float64Array(placeCount)]
  const row = new Int16Array(placeCount)
  const column = new Int16Array(placeCount)
  const starts = new Int32Array(ROWS * COLUMNS + 1)
  for (let i = 0; i < placeCount; i++) {
    const across = Math.cos(lat[i] * RADIANS)
    x[i] = across * Math.cos(lon[i] * RADIANS)
    y[i] = across * Math.sin(lon[i] * RADIANS)
    z[i] = Math.sin(lat[i] * RADIANS)
    row[i] = Math.min(ROWS - 1, Math.floor((lat[i] + 90) * PER_DEGREE))
    column[i] = (Math.floor((lon[i] + 180) * PER_DEGREE) + COLUMNS) % COLUMNS
    starts[row[i] * COLUMNS + column[i] + 1]++
  }
  for (let c = 0; c < ROWS * COLUMNS; c++) starts[c + 1] += starts[c]
  const fill = starts.slice()
  const order = new Int32Array(placeCount)
  for (let i = 0; i < placeCount; i++) order[fill[row[i] * COLUMNS + column[i]]++] = i
  return { x, y, z, order, starts, row, column }
}

/** Squared chord between two places on the unit sphere. */
export function chord2(grid: PlaceGrid, a: Entry, b: Entry): number {
  const [dx, dy, dz] = [grid.x[a] - grid.x[b], grid.y[a] - grid.y[b], grid.z[a] - grid.z[b]]
  return dx * dx + dy * dy + dz * dz
}

export function chord2OfKm(km: number): number {
  const chord = 2 * Math.sin(km / (2 * EARTH_RADIUS_KM))
  return chord * chord
}

export function kmOfChord2(c2: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(c2) / 2))
}

/** Calls `visit` for every other place within `km` of `centre`, with the squared chord between them. */
export function visitNear(grid: PlaceGrid, centre: Entry, km: number, visit: (place: Entry, c2: number) => void): void {
  const limit = chord2OfKm(km)
  const reach = Math.ceil(km / CELL_KM)
  const [middle, at] = [grid.row[centre], grid.column[centre]]
  // The meridians that touch the circle stand this far apart in longitude; a circle around a pole touches all.
  const slope = Math.sin(km / EARTH_RADIUS_KM) / Math.hypot(grid.x[centre], grid.y[centre])
  const wide =
    slope < 1 && km < (EARTH_RADIUS_KM * Math.PI) / 2 ? Math.ceil((Math.asin(slope) / RADIANS) * PER_DEGREE) : COLUMNS
  const [from, to] = wide < COLUMNS / 2 ? [at - wide, at + wide] : [0, COLUMNS - 1]
  for (let row = Math.max(0, middle - reach); row <= Math.min(ROWS - 1, middle + reach); row++) {
    if (from < 0) visitCells(grid, row, from + COLUMNS, COLUMNS - 1, centre, limit, visit)
    if (to >= COLUMNS) visitCells(grid, row, 0, to - COLUMNS, centre, limit, visit)
    visitCells(grid, row, Math.max(0, from), Math.min(COLUMNS - 1, to), centre, limit, visit)
  }
}

function visitCells(
  grid: PlaceGrid,
  row: number,
  from: number,
  to: number,
  centre: Entry,
  limit: number,
  visit: (place: Entry, c2: number) => void,
): void {
  const end = grid.starts[row * COLUMNS + to + 1]
  for (let k = grid.starts[row * COLUMNS + from]; k < end; k++) {
    const place = grid.order[k]
    const c2 = chord2(grid, centre, place)
    if (c2 <= limit && place !== centre) visit(place, c2)
  }
}
