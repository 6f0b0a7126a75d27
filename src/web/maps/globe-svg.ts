// The globe as a picture, for readers without JavaScript and until the island has drawn its own.
import { geoDistance, geoOrthographic, geoPath } from 'd3-geo'
import type { Entry, Gazetteer } from '../../atlas/gazetteer.ts'
import { coarseLand, placeCells, type Cell } from './world.ts'

const SIZE = 560
const cellsOf = new WeakMap<Gazetteer, readonly Cell[]>()

/** One place and its partners: great-circle arcs over land and the density of places. */
export function globeSvg(gazetteer: Gazetteer, place: Entry, partners: ArrayLike<Entry>): string {
  let cells = cellsOf.get(gazetteer)
  if (cells === undefined) cellsOf.set(gazetteer, (cells = placeCells(gazetteer, 2)))
  const at = (entry: Entry): [number, number] => [gazetteer.lon[entry], gazetteer.lat[entry]]
  const centre: [number, number] = [gazetteer.lon[place], gazetteer.lat[place] * 0.6 + 6]
  const projection = geoOrthographic()
    .rotate([-centre[0], -centre[1]])
    .translate([SIZE / 2, SIZE / 2])
    .scale(SIZE / 2 - 4)
    .clipAngle(90)
    .precision(0.6)
  const path = geoPath(projection).digits(1)
  const visible = (point: [number, number]) => geoDistance(point, centre) < Math.PI / 2
  const dot = (point: [number, number]) => projection(point)?.map((value) => value.toFixed(1)) ?? ['0', '0']
  const dots = cells
    .filter(({ lon, lat }) => visible([lon, lat]))
    .map(({ lon, lat }) => `M${dot([lon, lat]).join(' ')}h0`)
    .join('')
  const partnerEntries = Array.from(partners)
  const arcs = partnerEntries
    .map((partner) => path({ type: 'LineString', coordinates: [at(place), at(partner)] }) ?? '')
    .join('')
  const ends = partnerEntries
    .filter((partner) => visible(at(partner)))
    .map((partner) => circle(dot(at(partner)), 4.5, '#a4471e'))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}">`,
    `<path d="${path({ type: 'Sphere' })}" fill="#dfe9ea"/>`,
    `<path d="${path(coarseLand())}" fill="#faf5ea" stroke="#d9cfba" stroke-width=".6"/>`,
    `<path d="${dots}" stroke="#8d7a5c" stroke-opacity=".5" stroke-width="2.2" stroke-linecap="round"/>`,
    `<path d="${arcs}" fill="none" stroke="#a4471e" stroke-width="1.8" stroke-linecap="round"/>`,
    ...ends,
    circle(dot(at(place)), 7, '#0f5c63'),
    '</svg>',
  ].join('')
}

const circle = ([x, y]: readonly string[], radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="#fff" stroke-width="1.8"/>`
