import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clearNetwork, dumpNetwork, networkPlaces, withFolder } from '../../tests/support/network-house.ts'
import { sparqlServer, type Fault, type Row, type SparqlServer } from '../../tests/support/sparql-server.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import { fetchNetwork, type FetchRequest, type FetchStep } from './fetch-network.ts'
import { importNetwork } from './import-network.ts'
import { undoImport } from './undo-import.ts'

const store = withDatabase()
const folder = withFolder()
const progressFile = join(folder.path, 'wikidata-fetch.jsonl')
const house = () => ({ gazetteer: networkPlaces, database: store.database })
const quick = { pause: 0, firstBackoff: 5, longestBackoff: 20, timeout: 400, longestWait: 2500 }

let service: SparqlServer
let waits: [number, string][]
let steps: FetchStep[]

const fetchAll = (request: Partial<FetchRequest> = {}) =>
  fetchNetwork(house(), {
    endpoint: service.endpoint,
    dataFolder: folder.path,
    rejectsFolder: folder.path,
    pace: quick,
    onWait: (milliseconds, reason) => waits.push([milliseconds, reason]),
    onProgress: (step) => steps.push(step),
    ...request,
  })
const statements = async () => (await dumpNetwork(store.database)).tie_statements

const row = (id: string, geonamesA: string, geonamesB: string, more: Row = {}): Row => ({
  statement: `http://www.wikidata.org/entity/statement/${id}`,
  rank: 'http://wikiba.se/ontology#NormalRank',
  geonamesA,
  geonamesB,
  ...more,
})
// Every pair of the five places both ways, some with dates, and one place that is not in the gazetteer.
const world: readonly Row[] = [1, 2, 3, 4, 5].flatMap((a) =>
  [1, 2, 3, 4, 5, 777].flatMap((b) =>
    a === b
      ? []
      : [
          row(
            `Q${a}-to-${b}`,
            String(a),
            String(b),
            a < b ? { start: '1990-01-01T00:00:00Z', startPrecision: '9' } : {},
          ),
        ],
  ),
)
const PAIRS = 10

const once =
  (fault: Fault, at = 3) =>
  (request: number) =>
    request === at ? fault : undefined

beforeEach(async () => {
  await clearNetwork(store.database)
  waits = []
  steps = []
  rmSync(progressFile, { force: true })
  service = await sparqlServer(world)
})
afterEach(() => service.close())

describe('given a service in order', () => {
  test('then all statements come in pages as one import, politely, with progress, and can be undone', async () => {
    const before = await statements()
    const outcome = await fetchAll()

    expect(outcome).toMatchObject({
      ok: true,
      value: {
        import: 1,
        plan: { added: PAIRS, changed: 0, removed: 0, rejected: 5, rejectedFor: { 'unknown-id': 5 } },
      },
    })
    expect(await statements()).toHaveLength(PAIRS)
    expect(await statements()).toContainEqual(
      expect.objectContaining({ place_a: '1', place_b: '3', source: 'wikidata', since: '1990', statement: 'Q1-to-3' }),
    )
    expect(new Set(service.requests.map(({ page }) => page)).size).toBe(16)
    expect(service.requests).toHaveLength(16)
    expect(service.atOnce).toBe(1)
    expect(service.requests[0].userAgent).toMatch(/^Kembar\/.+https:\/\//)
    expect(steps.at(-1)).toEqual({ pagesDone: 16, pages: 16, statements: world.length, resumed: false })
    expect(existsSync(progressFile)).toBe(false)
    expect((await dumpNetwork(store.database)).imports).toMatchObject([{ kind: 'fetch', rejected: 5 }])

    expect(await undoImport(house(), {})).toMatchObject({ ok: true })
    expect(await statements()).toEqual(before)
  })

  test('when nothing changed there, then a second fetch is no import', async () => {
    await fetchAll()
    const before = await dumpNetwork(store.database)
    expect(await fetchAll()).toMatchObject({ ok: true, value: { plan: { added: 0, changed: 0, removed: 0 } } })
    expect(await dumpNetwork(store.database)).toEqual(before)
  })

  test('when a statement changed and another is gone, then so it is here; what a file brought stays', async () => {
    const file = folder.tsv(
      'own.tsv',
      'place_a place_b sources since',
      'ID.07.3320 KH.24 wikidata 2019',
      '1 2 council 1993',
    )
    await importNetwork(house(), { file, rejectsFolder: folder.path })
    await fetchAll()
    const before = await statements()
    service.rows = world
      .filter(({ geonamesA, geonamesB }) => !['4 5', '5 4'].includes(`${geonamesA} ${geonamesB}`))
      .map((one) => (one.statement.endsWith('Q1-to-3') ? { ...one, start: '1991-01-01T00:00:00Z' } : one))

    expect(await fetchAll()).toMatchObject({ ok: true, value: { plan: { added: 0, changed: 1, removed: 1 } } })

    const after = await statements()
    expect(after).toHaveLength(before.length - 1)
    expect(after).toContainEqual(expect.objectContaining({ place_a: 'ID.07.3320', source: 'wikidata', import: 1 }))
    await undoImport(house(), {})
    expect(await statements()).toEqual(before)
  })

  test('when it is only tried, then nothing is written and the pages are kept for the fetch that means it', async () => {
    expect(await fetchAll({ dryRun: true })).toMatchObject({ ok: true, value: { plan: { added: PAIRS } } })
    expect(await statements()).toEqual([])
    await fetchAll()
    expect(service.requests).toHaveLength(16)
    expect(await statements()).toHaveLength(PAIRS)
  })
})

describe('given a service that is busy or breaks', () => {
  test('429 with seconds, then it is asked again after just that long', async () => {
    service.fault = once((response) => response.writeHead(429, { 'retry-after': '1' }).end())
    expect(await fetchAll()).toMatchObject({ ok: true })
    expect(waits).toEqual([[1000, 'the service answered 429']])
    expect(service.requests[3].page).toBe(service.requests[2].page)
    expect(service.requests[3].at - service.requests[2].at).toBeGreaterThanOrEqual(990)
  })

  test('503 with a date, then it is asked again after that moment', async () => {
    let until = 0
    service.fault = once((response) => {
      until = Math.ceil(Date.now() / 1000 + 1) * 1000
      response.writeHead(503, { 'retry-after': new Date(until).toUTCString() }).end()
    })
    expect(await fetchAll()).toMatchObject({ ok: true })
    expect(service.requests[3].at).toBeGreaterThanOrEqual(until - 10)
  })

  test('429 without an end, then the wait grows to its cap, and in the end it is refused with nothing changed', async () => {
    service.fault = () => (response) => response.writeHead(429).end()
    expect(await fetchAll()).toMatchObject({
      ok: false,
      refusal: { code: 'source-unreachable', url: service.endpoint, reason: 'the service answered 429' },
    })
    expect(waits.map(([milliseconds]) => milliseconds)).toEqual([5, 10, 20, 20, 20])
    expect(await dumpNetwork(store.database)).toMatchObject({ imports: [], tie_statements: [] })
  })

  test('a wait longer than anyone sits through, then it is refused at once, saying how long', async () => {
    service.fault = once((response) => response.writeHead(429, { 'retry-after': '86400' }).end())
    expect(await fetchAll()).toMatchObject({
      refusal: { code: 'source-unreachable', reason: expect.stringContaining('1440 minutes') },
    })
    expect(service.requests).toHaveLength(3)
  })

  test.each<[string, Fault]>([
    ['a cut connection', (response) => response.destroy()],
    [
      'a connection cut in the middle of an answer',
      (response, answer) => {
        response.writeHead(200, { 'content-type': 'application/sparql-results+json', 'content-length': answer.length })
        response.write(answer.slice(0, answer.length / 2), () => response.destroy())
      },
    ],
    [
      'JSON that breaks off',
      (response, answer) => response.writeHead(200, { 'content-type': 'application/json' }).end(answer.slice(0, -20)),
    ],
    ['a fault of the service', (response) => response.writeHead(502).end('<html>Bad gateway</html>')],
  ])('%s, then the page is asked again and all is well', async (_, fault) => {
    service.fault = once(fault)
    expect(await fetchAll()).toMatchObject({ ok: true, value: { plan: { added: PAIRS } } })
    expect(waits).toHaveLength(1)
    expect(service.requests).toHaveLength(17)
  })

  test.each<[string, Fault]>([
    ['no answer in time', (response, answer) => void setTimeout(() => response.end(answer), 1500).unref()],
    ['504', (response) => response.writeHead(504).end()],
    [
      '500 with the time-out of the query',
      (response) => response.writeHead(500).end('java.util.concurrent.TimeoutException\n\tat …'),
    ],
    [
      'a begun answer that ends with the time-out of the query',
      (response, answer) =>
        response
          .writeHead(200, { 'content-type': 'application/sparql-results+json' })
          .end(`${answer.slice(0, -30)}\njava.util.concurrent.TimeoutException`),
    ],
  ])('%s, then the page is cut into smaller ones', async (_, fault) => {
    service.fault = (_request, page) => (page === '2' ? fault : undefined)
    expect(await fetchAll()).toMatchObject({ ok: true, value: { plan: { added: PAIRS } } })
    expect(service.requests.filter(({ page }) => page.startsWith('2')).map(({ page }) => page)).toEqual([
      '2',
      ...[...'0123456789abcdef'].map((digit) => `2${digit}`),
    ])
  })

  test('nothing listens there, then a sentence says so', async () => {
    const { endpoint } = service
    await service.close()
    expect(await fetchAll({ endpoint })).toMatchObject({
      refusal: { code: 'source-unreachable', url: endpoint, reason: 'nothing listens there' },
    })
    service = await sparqlServer(world)
  })

  test.each(['ftp://example.org/', 'query.wikidata.org', ''])('%j is no endpoint', async (endpoint) => {
    expect(await fetchAll({ endpoint })).toMatchObject({ refusal: { code: 'source-unreachable', url: endpoint } })
  })
})

describe('given a service that answers nonsense, then it is refused with nothing changed', () => {
  const json = { 'content-type': 'application/sparql-results+json' }
  test.each<[string, Fault]>([
    [
      'HTML',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome to this hotel</html>'),
    ],
    ['no content type', (response, answer) => response.writeHead(200).end(answer)],
    ['JSON of another shape', (response) => response.writeHead(200, json).end('{"results":[]}')],
    ['JSON that breaks off, every time', (response, answer) => response.writeHead(200, json).end(answer.slice(0, -3))],
    [
      'rows of other columns',
      (response, answer) => response.writeHead(200, json).end(answer.replaceAll('geonamesA', 'place')),
    ],
    ['statements that were not asked for', (response) => response.writeHead(200, json).end(anyAnswer)],
  ])('%s', async (_, fault) => {
    service.fault = (request) => (request >= 5 ? fault : undefined)
    expect(await fetchAll()).toMatchObject({
      ok: false,
      refusal: { code: 'source-answered-nonsense', url: service.endpoint },
    })
    expect(await dumpNetwork(store.database)).toMatchObject({ imports: [], tie_statements: [] })
  })

  test('no tie at all', async () => {
    service.rows = []
    expect(await fetchAll()).toMatchObject({ refusal: { code: 'source-answered-nonsense' } })
  })

  test('GeoNames ids that are none, then those statements are rejected and the others taken', async () => {
    service.rows = [...world, row('Q9-x', '-1', '99999999999999999999'), row('Q9-y', '1e3', '1')]
    expect(await fetchAll()).toMatchObject({
      ok: true,
      value: { plan: { added: PAIRS, rejectedFor: { 'bad-id': 2 } } },
    })
  })

  test('403, then it is not asked again', async () => {
    service.fault = once((response) => response.writeHead(403).end())
    expect(await fetchAll()).toMatchObject({
      refusal: { code: 'source-unreachable', reason: 'the service answered 403' },
    })
    expect(service.requests).toHaveLength(3)
  })
})

const anyAnswer = JSON.stringify({
  head: {
    vars: [
      'statement',
      'rank',
      'geonamesA',
      'geonamesB',
      'start',
      'startPrecision',
      'end',
      'endPrecision',
      'url',
      'importUrl',
      'statedIn',
    ],
  },
  results: {
    bindings: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => ({
      statement: { value: `http://www.wikidata.org/entity/statement/Q1-${letter}` },
      geonamesA: { value: '1' },
      geonamesB: { value: '2' },
    })),
  },
})

describe('given a fetch that was interrupted', () => {
  const interrupted = async () => {
    service.fault = (request) => (request > 5 ? (response) => response.writeHead(403).end() : undefined)
    expect(await fetchAll()).toMatchObject({ ok: false })
    service.fault = () => undefined
    service.requests.length = 0
    steps.length = 0
  }

  test('then the next goes on where it stopped', async () => {
    await interrupted()
    expect(await fetchAll()).toMatchObject({ ok: true, value: { plan: { added: PAIRS } } })
    expect(service.requests).toHaveLength(11)
    expect(steps[0]).toMatchObject({ pagesDone: 5, pages: 16, resumed: true })
  })

  test('and is to begin anew, then every page is asked', async () => {
    await interrupted()
    await fetchAll({ restart: true })
    expect(service.requests).toHaveLength(16)
  })

  test('and another service is asked, then nothing of the first is used', async () => {
    await interrupted()
    const other = await sparqlServer(world.slice(0, 1))
    expect(await fetchAll({ endpoint: other.endpoint })).toMatchObject({ ok: true, value: { plan: { added: 1 } } })
    expect(other.requests).toHaveLength(16)
    await other.close()
  })
})

test('given a fetch under way, then a second one is refused', async () => {
  let second: Promise<unknown> | undefined
  service.fault = (request) => {
    if (request === 2) second = fetchAll()
    return undefined
  }
  expect(await fetchAll()).toMatchObject({ ok: true })
  expect(await second).toEqual({ ok: false, refusal: { code: 'fetch-running' } })
})
