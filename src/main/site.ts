// All that Kembar answers over HTTP: the API, the pages, and what holds for both.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createApi, describeApi } from '../api/api.ts'
import type { House } from '../verbs/house.ts'
import { createWeb, type WebOptions } from '../web/app.tsx'
import { compressed } from '../web/compressed.ts'
import { securityHeaders } from '../web/security-headers.ts'

export interface SiteOptions extends Pick<WebOptions, 'assets' | 'origin' | 'report'> {
  readonly version: string
}

const LONGEST_ADDRESS = 12_000
const LARGEST_BODY = 16_384
const READING = ['GET', 'HEAD', 'OPTIONS']

export function createSite(house: House, options: SiteOptions): Hono {
  const api = createApi(house, options)
  const web = createWeb(house, {
    ...options,
    describeApi: () => describeApi(api) as unknown as ReturnType<WebOptions['describeApi']>,
  })
  const site = new Hono()
  site.use(securityHeaders)
  site.use(compressed)
  site.use(async (c, next) => {
    if (c.req.url.length > LONGEST_ADDRESS) return c.text('The address is too long.\n', 414)
    if (READING.includes(c.req.method)) return next()
    return c.text('Only reading is possible here.\n', 405, { Allow: READING.join(', ') })
  })
  site.use(bodyLimit({ maxSize: LARGEST_BODY }))
  site.get('/healthz', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }))
  site.all('*', (c) => (c.req.path.startsWith('/api/') ? api : web).fetch(c.req.raw, c.env))
  return site
}
