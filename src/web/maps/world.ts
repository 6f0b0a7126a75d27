// The shapes that maps are drawn from: land and countries of Natural Earth, and where the world's places are.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoCentroid, geoDistance } from 'd3-geo'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Gazetteer } from '../../atlas/gazetteer.ts'

type Shape = Polygon | MultiPolygon

const require = createRequire(import.meta.url)
const kept = new Map<string, Topology>()

function topology(name: string): Topology {
  let made = kept.get(name)
  if (made === undefined) {
    made = JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8')) as Topology
    kept.set(name, made)
  }
  return made
}

/** Coarse land, for a whole globe. */
export function coarseLand(): FeatureCollection<Shape> {
  const world = topology('land-110m')
  return feature(world, world.objects.land as GeometryCollection) as FeatureCollection<Shape>
}

export interface Outline {
  readonly shape: Polygon
  readonly centre: [lon: number, lat: number]
  /** Radians from the centre to the farthest corner. */
  readonly reach: number
}

let outlines: readonly Outline[] | undefined

/** The parts of all countries, each with the circle that holds it, so that a map of a region draws only what it shows. */
export function countryOutlines(): readonly Outline[] {
  if (outlines === undefined) {
    const world = topology('countries-50m')
    const { features } = feature(world, world.objects.countries as GeometryCollection) as FeatureCollection<Shape>
    outlines = features.flatMap(({ geometry }) =>
      (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(outlineOf),
    )
  }
  return outlines
}

function outlineOf(coordinates: Polygon['coordinates']): Outline {
  const shape: Polygon = { type: 'Polygon', coordinates }
  const centre = geoCentroid(shape)
  const reach = Math.max(...coordinates[0].map((point) => geoDistance(centre, point as [number, number])))
  return { shape, centre, reach }
}

export interface Cell {
  readonly lon: number
  readonly lat: number
  /** 1 … 4: few places, some, many, very many. */
  readonly weight: number
}

/** Places of the gazetteer gathered in cells of `degrees`, each at the middle of its places. */
export function placeCells(gazetteer: Gazetteer, degrees: number): readonly Cell[] {
  const columns = Math.ceil(360 / degrees)
  const sums = new Map<number, [lon: number, lat: number, count: number]>()
  for (let entry = 0; entry < gazetteer.placeCount; entry++) {
    const [lon, lat] = [gazetteer.lon[entry], gazetteer.lat[entry]]
    const key = Math.floor((lat + 90) / degrees) * columns + Math.floor((lon + 180) / degrees)
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, [lon, lat, 1])
    else {
      sum[0] += lon
      sum[1] += lat
      sum[2]++
    }
  }
  return [...sums]
    .toSorted(([a], [b]) => a - b)
    .map(([, [lon, lat, count]]) => ({
      lon: lon / count,
      lat: lat / count,
      weight: Math.min(4, 1 + Math.floor(Math.log2(count) / 2.5)),
    }))
}
