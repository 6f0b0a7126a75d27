// What the globe island fetches: land and places as whole tenths of a degree, each number the step from the last.
import { createHash } from 'node:crypto'
import type { Gazetteer } from '../../atlas/gazetteer.ts'
import { coarseLand, placeCells } from './world.ts'

export interface GlobeData {
  readonly json: string
  /** Changes with the content, so that a browser may keep it for ever. */
  readonly version: string
}

const made = new WeakMap<Gazetteer, GlobeData>()

export function globeData(gazetteer: Gazetteer): GlobeData {
  let data = made.get(gazetteer)
  if (data === undefined) {
    const land = coarseLand().features.flatMap(({ geometry }) =>
      (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) =>
        polygon.map((ring) => steps(ring as [number, number][])),
      ),
    )
    const cells = placeCells(gazetteer, 1)
    const places = steps(cells.map(({ lon, lat }) => [lon, lat]))
    const json = JSON.stringify({ land, places, weights: cells.map(({ weight }) => weight).join('') })
    data = { json, version: createHash('sha256').update(json).digest('hex').slice(0, 12) }
    made.set(gazetteer, data)
  }
  return data
}

function steps(points: readonly (readonly [number, number])[]): number[] {
  const flat: number[] = []
  let [lastLon, lastLat] = [0, 0]
  for (const [lon, lat] of points) {
    const [x, y] = [Math.round(lon * 10), Math.round(lat * 10)]
    flat.push(x - lastLon, y - lastLat)
    lastLon = x
    lastLat = y
  }
  return flat
}
