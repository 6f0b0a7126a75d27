// The public face: pages in three languages, their files and maps. No page needs JavaScript.
import { randomBytes } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { isLocale } from '../language/locale.ts'
import { speaker } from '../language/speaker.ts'
import type { House } from '../verbs/house.ts'
import { loadAssets } from './assets.ts'
import { chooseLanguage, localeOf, toReadersLanguage } from './language-choice.ts'
import { mapRoutes } from './map-routes.ts'
import type { OpenApiDocument } from './open-api.ts'
import { apiPage } from './pages/api.tsx'
import { frontPage } from './pages/front.tsx'
import { comparePage } from './pages/match/compare.tsx'
import { compareCsv, matchCsv } from './pages/match/match-csv.ts'
import { matchPage } from './pages/match/match.tsx'
import { networkCsv, networkPage } from './pages/network.tsx'
import { placePage } from './pages/places/place.tsx'
import { searchCsv, searchPage } from './pages/places/search.tsx'
import { aboutPage, accessibilityPage, dataPage, privacyPage } from './pages/texts.tsx'
import { placeTiesCsv, tiesFile } from './pages/ties-files.ts'
import { failurePage, notFoundPage } from './pages/trouble.tsx'
import type { PageContext, Reader, WebEnvironment } from './reader.ts'

export interface WebOptions {
  /** The client build, with its `.vite/manifest.json`. */
  readonly assets: string
  /** Address under which people reach this installation, without a slash at the end. */
  readonly origin: string
  readonly describeApi: () => OpenApiDocument
  /** Told of every failure, with the reference that the reader was shown. */
  readonly report: (error: unknown, reference: string) => void
}

const PAGES = [
  '/',
  '/match',
  '/match/compare',
  '/network',
  '/data',
  '/about',
  '/accessibility',
  '/privacy',
  '/api',
  '/places/search',
] as const

export function createWeb(house: House, options: WebOptions): Hono<WebEnvironment> {
  const assets = loadAssets(options.assets)
  const readerOf = (c: Context): Reader => {
    const url = new URL(c.req.url)
    const [, first] = url.pathname.split('/')
    const named = isLocale(first)
    const locale = named ? first : localeOf(c)
    const path = (named ? url.pathname.slice(3) || '/' : '/') + (named ? url.search : '')
    return { locale, speaker: speaker(locale), path, origin: options.origin, gazetteer: house.gazetteer, assets }
  }

  const pages = new Hono<WebEnvironment>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-cache')
      await next()
    })
    .get('/language', (c) => chooseLanguage(c, c.get('reader').locale))
    .get('/', frontPage(house))
    .get('/match', matchPage(house))
    .get('/match/compare', comparePage(house))
    .get('/match/compare.csv', compareCsv(house))
    .get('/match.csv', matchCsv(house))
    .get('/places/search', searchPage(house))
    .get('/places/search.csv', searchCsv(house))
    .get('/places/:id', placePage(house))
    .get('/places/:id/ties.csv', placeTiesCsv(house))
    .get('/network', networkPage(house))
    .get('/network.csv', networkCsv(house))
    .get('/data', dataPage)
    .get('/api', apiPage(options.describeApi))
    .get('/about', aboutPage)
    .get('/accessibility', accessibilityPage)
    .get('/privacy', privacyPage)

  const web = new Hono<WebEnvironment>()
  web.use(assets.serve)
  web.use(async (c, next) => {
    c.set('reader', readerOf(c))
    await next()
  })
  web.route('/maps', mapRoutes(house))
  for (const format of ['csv', 'json', 'geojson']) web.get(`/data/ties.${format}`, tiesFile(house))
  for (const page of PAGES) web.get(page, toReadersLanguage(page))
  web.get('/places/:id', (c) => toReadersLanguage(new URL(c.req.url).pathname)(c))
  for (const locale of ['id', 'km', 'en']) {
    web.route(`/${locale}`, pages)
    web.get(`/${locale}/`, frontPage(house))
  }
  web.notFound((c) => notFoundPage(c as PageContext))
  web.onError((error, c) => {
    const reference = randomBytes(4).toString('hex')
    options.report(error, reference)
    if (c.get('reader') === undefined) c.set('reader', readerOf(c))
    return failurePage(c as PageContext, reference)
  })
  return web
}
