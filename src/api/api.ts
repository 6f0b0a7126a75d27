// The public API: the same verbs as pages and command line, described by the document it serves.
import { randomBytes } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { cors } from 'hono/cors'
import { isLocale, preferredLocale } from '../language/locale.ts'
import { speaker, type Speaker } from '../language/speaker.ts'
import type { House } from '../verbs/house.ts'
import { addMatchRoute } from './match-route.ts'
import { addNetworkRoute } from './network-route.ts'
import { addPlaceRoutes } from './place-routes.ts'
import { problem, PROBLEM_TYPE } from './problem.ts'

export interface ApiOptions {
  readonly origin: string
  readonly version: string
  /** Told of every failure, with the reference that the caller was given. */
  readonly report: (error: unknown, reference: string) => void
}

export interface ApiEnvironment {
  Variables: { speaker: Speaker }
}

export type ApiApp = OpenAPIHono<ApiEnvironment>

/** Routes below `/api`. A parameter that does not fit its schema is answered as a problem, never as a stack trace. */
export function createApi(house: House, options: ApiOptions): ApiApp {
  const api: ApiApp = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result, c) => {
      if (result.success) return
      const [issue] = result.error.issues
      const name = issue.path.join('.')
      const value = String(c.req.query(name) ?? '')
      return problem(c, c.get('speaker'), { code: 'not-a-number', name, value, min: 1, max: 100 })
    },
  })
  api.use('/api/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], maxAge: 86400 }))
  api.use('/api/*', async (c, next) => {
    c.set('speaker', speakerOf(c))
    c.header('Cache-Control', 'no-cache')
    c.header('Vary', 'Accept-Language', { append: true })
    await next()
  })
  addPlaceRoutes(api, house)
  addMatchRoute(api, house)
  addNetworkRoute(api, house)
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Kembar',
      version: options.version,
      description: 'Places of the world, their known twin towns, and explained matches between them.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: options.origin }],
  })
  api.get('/api/*', (c, next) => {
    if (c.req.path === '/api') return next()
    c.header('Content-Type', PROBLEM_TYPE)
    const title = c.get('speaker').say('not-found.title')
    return c.body(
      JSON.stringify({ type: 'about:blank', status: 404, title, detail: c.get('speaker').say('api.no-such-address') }),
      404,
    )
  })
  api.onError((error, c) => {
    const reference = randomBytes(4).toString('hex')
    options.report(error, reference)
    const say = speakerOf(c)
    c.header('Content-Type', PROBLEM_TYPE)
    c.header('Cache-Control', 'no-store')
    return c.body(
      JSON.stringify({
        type: 'about:blank',
        status: 500,
        title: say.say('failure.title'),
        detail: say.say('failure.text'),
        reference,
      }),
      500,
    )
  })
  return api
}

/** The document as an object, for the readable page. */
export function describeApi(api: ApiApp): ReturnType<ApiApp['getOpenAPI31Document']> {
  return api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Kembar', version: '' } })
}

/** `lang=` goes before the header. */
function speakerOf(c: Context): Speaker {
  const asked = c.req.query('lang')
  return speaker(asked !== undefined && isLocale(asked) ? asked : preferredLocale(c.req.header('Accept-Language')))
}
