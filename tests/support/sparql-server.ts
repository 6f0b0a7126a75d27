// A SPARQL service on this machine: answers the questions of `network fetch` from given statements, page by page, and
// misbehaves when it is told to.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One row as the service binds it; only what is bound. */
export type Row = Readonly<Record<string, string>>

/** What happens to one request instead of an answer; `undefined` answers as it should. */
export type Fault = (response: ServerResponse, answer: string) => void

export interface SparqlServer {
  readonly endpoint: string
  readonly requests: { readonly page: string; readonly userAgent: string; readonly at: number }[]
  rows: readonly Row[]
  /** Asked for every request, counted from 1. */
  fault: (request: number, page: string) => Fault | undefined
  /** The most that were under way at one time. */
  readonly atOnce: number
  close(): Promise<void>
}

export async function sparqlServer(rows: readonly Row[]): Promise<SparqlServer> {
  const requests: { page: string; userAgent: string; at: number }[] = []
  let underWay = 0
  let atOnce = 0
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const query = new URL(request.url!, 'http://localhost').searchParams.get('query') ?? ''
    const page = /STRSTARTS\(MD5\(STR\(\?statement\)\), "([0-9a-f]+)"\)/.exec(query)?.[1]
    if (page === undefined) return response.writeHead(400).end('not a question that this service knows')
    requests.push({ page, userAgent: request.headers['user-agent'] ?? '', at: Date.now() })
    atOnce = Math.max(atOnce, ++underWay)
    response.on('close', () => underWay--)
    const answer = JSON.stringify(
      sparqlResults(
        query,
        service.rows.filter((row) => md5(row.statement).startsWith(page)),
      ),
    )
    const fault = service.fault(requests.length, page)
    if (fault !== undefined) return fault(response, answer)
    return response.writeHead(200, { 'content-type': 'application/sparql-results+json;charset=utf-8' }).end(answer)
  }
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const service: SparqlServer = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`,
    requests,
    rows,
    fault: () => undefined,
    get atOnce() {
      return atOnce
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return service
}

export function sparqlResults(query: string, rows: readonly Row[]): object {
  const vars = [.../SELECT ((?:\?\w+ ?)+)/.exec(query)![1].matchAll(/\?(\w+)/g)].map(([, name]) => name)
  const bindings = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, { type: /^https?:/.test(value) ? 'uri' : 'literal', value }]),
    ),
  )
  return { head: { vars }, results: { bindings } }
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
