// Maps as their own resources, kept by browsers: they change with the reference data and the ties only.
import { Hono, type Context } from 'hono'
import { degreeOf, partnersOf } from '../atlas/network/network.ts'
import { seatOf, type Entry } from '../atlas/gazetteer.ts'
import type { House } from '../verbs/house.ts'
import { entryOfRef } from '../verbs/place-ref.ts'
import { globeData } from './maps/globe-data.ts'
import { globeSvg } from './maps/globe-svg.ts'
import { pairMap, placeMap } from './maps/region-svg.ts'

const DAY = 'public, max-age=86400'
const MOST_ARCS = 400

export function mapRoutes(house: House): Hono {
  const { gazetteer } = house
  const svg = (c: Context, text: string, cache: string) => {
    c.header('Content-Type', 'image/svg+xml')
    c.header('Cache-Control', cache)
    return c.body(text)
  }
  const entryAt = (reference: string): Entry => entryOfRef(gazetteer, reference.replace(/\.svg$/, ''))
  return new Hono()
    .get('/world.json', (c) => {
      const { json, version } = globeData(gazetteer)
      c.header('Cache-Control', c.req.query('v') === version ? 'public, max-age=31536000, immutable' : 'no-cache')
      c.header('Content-Type', 'application/json')
      return c.body(json)
    })
    .get('/globe/:file', async (c) => {
      const entry = entryAt(c.req.param('file'))
      if (entry < 0) return c.notFound()
      const network = await house.network()
      const place = Math.max(entry < gazetteer.placeCount ? entry : seatOf(gazetteer, entry), -1)
      const partners =
        place < 0 || degreeOf(network, place) === 0 ? [] : partnersOf(network, place).subarray(0, MOST_ARCS)
      return svg(c, globeSvg(gazetteer, entry, partners), 'public, max-age=600')
    })
    .get('/places/:file', (c) => {
      const entry = entryAt(c.req.param('file'))
      return entry < 0 ? c.notFound() : svg(c, placeMap(gazetteer, entry), DAY)
    })
    .get('/pair.svg', (c) => {
      const [home, partner] = [entryAt(c.req.query('home') ?? ''), entryAt(c.req.query('partner') ?? '')]
      return home < 0 || partner < 0 ? c.notFound() : svg(c, pairMap(gazetteer, home, partner), DAY)
    })
}
