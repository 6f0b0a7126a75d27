// A small map of one place, or of two and the shortest way between them.
import { geoDistance, geoAzimuthalEqualArea, geoPath, type GeoProjection } from 'd3-geo'
import type { LineString } from 'geojson'
import type { Entry, Gazetteer } from '../../atlas/gazetteer.ts'
import { countryOutlines } from './world.ts'

const WIDTH = 480
const HEIGHT = 320

export function placeMap(gazetteer: Gazetteer, place: Entry): string {
  const at = position(gazetteer, place)
  return draw(around(at, 7), [marker(gazetteer, place, 'home')])
}

export function pairMap(gazetteer: Gazetteer, home: Entry, partner: Entry): string {
  const [a, b] = [position(gazetteer, home), position(gazetteer, partner)]
  const middle = halfway(a, b)
  const reach = Math.max(4, ((geoDistance(a, b) * 180) / Math.PI / 2) * 1.45)
  const line: LineString = { type: 'LineString', coordinates: [a, b] }
  return draw(around(middle, reach), [
    (path) =>
      `<path d="${path(line)}" fill="none" stroke="#1a2426" stroke-width="1.8" stroke-dasharray="2 4" stroke-linecap="round"/>`,
    marker(gazetteer, home, 'home'),
    marker(gazetteer, partner, 'partner'),
  ])
}

type Point = [lon: number, lat: number]
type Part = (path: ReturnType<typeof geoPath>, projection: GeoProjection) => string

const position = (gazetteer: Gazetteer, entry: Entry): Point => [gazetteer.lon[entry], gazetteer.lat[entry]]

interface View {
  readonly projection: GeoProjection
  readonly centre: Point
  /** Radians beyond which nothing is drawn. */
  readonly limit: number
}

/** A view whose shorter half is `reach` degrees. */
function around(centre: Point, reach: number): View {
  const degrees = Math.min(175, reach * 2.4)
  const projection = geoAzimuthalEqualArea()
    .rotate([-centre[0], -centre[1]])
    .translate([WIDTH / 2, HEIGHT / 2])
    .scale(HEIGHT / 2 / ((Math.min(reach, 85) * Math.PI) / 180))
    .clipAngle(degrees)
    .clipExtent([
      [-2, -2],
      [WIDTH + 2, HEIGHT + 2],
    ])
    .precision(0.5)
  return { projection, centre, limit: (degrees * Math.PI) / 180 }
}

function draw({ projection, centre, limit }: View, parts: readonly Part[]): string {
  const path = geoPath(projection).digits(1)
  const land = countryOutlines()
    .filter((outline) => geoDistance(outline.centre, centre) - outline.reach < limit)
    .map(({ shape }) => path(shape) ?? '')
    .join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#e1ebec"/>`,
    `<path d="${land}" fill="#f7f1e4" stroke="#d6ccb8" stroke-width=".8" stroke-linejoin="round"/>`,
    ...parts.map((part) => part(path, projection)),
    '</svg>',
  ].join('')
}

function marker(gazetteer: Gazetteer, entry: Entry, side: 'home' | 'partner'): Part {
  return (_, projection) => {
    const [x, y] = projection(position(gazetteer, entry)) ?? [WIDTH / 2, HEIGHT / 2]
    // The label stands on the side with more room.
    const right = x < WIDTH * 0.62
    const label = escapeXml(gazetteer.name(entry))
    return [
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="7" fill="${side === 'home' ? '#0f5c63' : '#a4471e'}" stroke="#fff" stroke-width="2"/>`,
      `<text x="${(right ? x + 13 : x - 13).toFixed(1)}" y="${(y + 5).toFixed(1)}" text-anchor="${right ? 'start' : 'end'}"`,
      ` font-family="'Public Sans',system-ui,sans-serif" font-size="17" font-weight="600" fill="#1a2426"`,
      ` stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${label}</text>`,
    ].join('')
  }
}

function halfway([lonA, latA]: Point, [lonB, latB]: Point): Point {
  const vector = (lon: number, lat: number) => {
    const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180]
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)]
  }
  const [a, b] = [vector(lonA, latA), vector(lonB, latB)]
  const [x, y, z] = a.map((value, i) => value + b[i])
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI]
}

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
