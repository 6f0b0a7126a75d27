// What the server answers to programs and to bad questions: status, sentence, headers. Nothing is ever a stack trace.
import { expect, inject, test } from 'vitest'

const origin = inject('kembar')
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(origin + path, { method, headers, redirect: 'manual' })

test.each([
  ['/api/places', 422, 'query-empty'],
  [`/api/places?q=${'x'.repeat(10_000)}`, 414, 'query-too-long'],
  ['/api/places?q=jepara&country=XX', 422, 'unknown-country'],
  ['/api/places?q=jepara&limit=-1', 422, 'not-a-number'],
  ['/api/places?q=jepara&limit=many', 422, 'not-a-number'],
  ['/api/places/999999999', 404, 'unknown-place'],
  ['/api/places/nonsense', 404, 'unknown-place'],
  ['/api/places/999999999/ties', 404, 'unknown-place'],
  ['/api/match?place=nowhere-at-all-xyz&country=KH', 404, 'unknown-place'],
  ['/api/match?place=Springfield', 409, 'ambiguous-place'],
  ['/api/match?place=1642548&country=XX', 422, 'unknown-country'],
  ['/api/match?place=1642548&country=KH&limit=-1', 422, 'not-a-number'],
])('given %s, when asked, then %i with the code %s and a sentence', async (path, status, code) => {
  const answer = await get(path, { 'Accept-Language': 'id' })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
  const problem = (await answer.json()) as Record<string, unknown>
  expect(problem).toMatchObject({ status, code })
  expect(String(problem.title).length).toBeGreaterThan(20)
  const english = (await (await get(`${path}${path.includes('?') ? '&' : '?'}lang=en`)).json()) as Record<
    string,
    unknown
  >
  expect(english.title).not.toBe(problem.title)
})

test('given Jepara and Cambodia, when the API is asked, then ten candidates come whose contributions add up', async () => {
  const answer = await get('/api/match?place=Kabupaten%20Jepara&country=KH')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const { source, candidates } = (await answer.json()) as {
    source: { id: string }
    candidates: {
      rank: number
      score: number
      reciprocal: number
      reasons: { contribution: number; evidence: { text: string } }[]
    }[]
  }
  expect(source.id).toBe('ID.07.3320')
  expect(candidates).toHaveLength(10)
  for (const { score, reasons } of candidates) {
    expect(Math.abs(reasons.reduce((sum, { contribution }) => sum + contribution, 0) - score)).toBeLessThan(1e-9)
    for (const { evidence } of reasons) expect(evidence.text).not.toMatch(/undefined|NaN|\{|\}/)
  }
})

test('given the API, when its description is read, then it is OpenAPI 3.1 and names every route', async () => {
  const document = (await (await get('/api/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, unknown>
  }
  expect(document.openapi).toMatch(/^3\.1/)
  expect(Object.keys(document.paths).toSorted()).toEqual([
    '/api/match',
    '/api/network/stats',
    '/api/places',
    '/api/places/{id}',
    '/api/places/{id}/ties',
  ])
})

test.each([
  ['/en/match?q=nowhere-at-all-xyz', 404, 'nowhere-at-all-xyz'],
  ['/en/match?q=Springfield', 422, 'Springfield'],
  ['/en/match?place=1642548&country=XX', 422, 'XX'],
  ['/en/match?place=1642548&country=KH&limit=-1', 422, '-1'],
  ['/en/places/nonsense', 404, 'nonsense'],
  ['/en/match/compare?place=1642548', 422, 'Nothing is chosen'],
  ['/en/no-such-page', 404, 'no page here'],
  ['/xx/', 404, ''],
])('given the page %s, when opened, then %i and what was typed is still there', async (path, status, kept) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(await answer.text()).toContain(kept)
})

test('given a page, when it is asked for again with its tag, then it is not sent again', async () => {
  const first = await get('/en/about', { 'Accept-Encoding': 'br' })
  const tag = first.headers.get('ETag') ?? ''
  expect(tag).not.toBe('')
  const second = await get('/en/about', { 'If-None-Match': tag })
  expect(second.status).toBe(304)
  expect(await second.text()).toBe('')
})

test('given any page, when it is sent, then it may load from this site only and sits in no frame', async () => {
  for (const path of ['/en/', '/api/places?q=jepara', '/maps/places/1642548.svg', '/nothing']) {
    const { headers } = await get(path)
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  }
})

test('given a page of our own, when its source is read, then there is no inline script and no inline style', async () => {
  for (const path of ['/en/', '/en/match?place=ID.07.3320&country=KH', '/en/places/1650357']) {
    const html = await (await get(path)).text()
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
  }
})

test('given the address without a language, when opened, then the browser’s language decides', async () => {
  for (const [header, locale] of [
    ['km-KH,km;q=0.9', 'km'],
    ['id', 'id'],
    ['fr', 'en'],
  ] as const) {
    const answer = await get('/', { 'Accept-Language': header })
    expect(answer.headers.get('Location')).toBe(`/${locale}/`)
  }
  expect((await get('/match?place=1', { 'Accept-Language': 'id' })).headers.get('Location')).toBe('/id/match?place=1')
})

test('given a switch of language that names another site, when followed, then it stays on this one', async () => {
  for (const page of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
    const answer = await get(`/km/language?page=${encodeURIComponent(page)}`)
    expect(answer.headers.get('Location')).toBe('/km/')
  }
})

test('given other methods, when tried, then only reading is allowed and HEAD sends no body', async () => {
  const post = await get('/en/match', {}, 'POST')
  expect([post.status, post.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect((await get('/api/places?q=jepara', {}, 'DELETE')).status).toBe(405)
  const head = await get('/en/', {}, 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('given the open data, when downloaded, then the three forms hold the same ties', async () => {
  const csv = await (await get('/data/ties.csv')).text()
  const json = (await (await get('/data/ties.json')).json()) as { ties: unknown[] }
  const geojson = (await (await get('/data/ties.geojson')).json()) as { features: unknown[] }
  expect(json.ties.length).toBe(csv.trim().split('\r\n').length - 1)
  expect(geojson.features.length).toBe(json.ties.length)
})

test.each([
  ['/en/match.csv?place=1642548&country=KH', 11],
  ['/km/match/compare.csv?place=1642548&with=1821306&with=1822214', 3],
  ['/id/places/search.csv?q=jepara', 3],
  ['/en/network.csv', 10],
  ['/en/places/1650357/ties.csv', 2],
])('given the list %s, when taken as a file, then it is CSV with at least %i rows', async (path, rows) => {
  const answer = await get(path)
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect((await answer.text()).split('\r\n').length).toBeGreaterThan(rows)
})

test('given a built file, when asked for, then it may be kept for ever and comes compressed', async () => {
  const html = await (await get('/en/')).text()
  const sheet = /href="(\/assets\/kembar[^"]+\.css)"/.exec(html)?.[1] ?? ''
  const answer = await get(sheet, { 'Accept-Encoding': 'br' })
  expect(answer.headers.get('Cache-Control')).toContain('immutable')
  expect(answer.headers.get('Content-Encoding')).toBe('br')
  expect((await get('/assets/../package.json')).status).toBe(404)
})
