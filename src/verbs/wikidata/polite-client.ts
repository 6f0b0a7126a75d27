// Asks a SPARQL service one question at a time, as its operators ask of programs: says who it is, waits when told to,
// waits longer after every failure, and gives up in the end.
import { Refused } from '../refusal.ts'

/** Milliseconds. Tests shorten them. */
export interface Pace {
  /** Between two answers and questions. */
  readonly pause: number
  readonly firstBackoff: number
  readonly longestBackoff: number
  /** The service gives up a query after 60 seconds; a little more, for the way. */
  readonly timeout: number
  /** Longer than this nobody waits at a terminal; the fetch is continued later instead. */
  readonly longestWait: number
}

export const POLITE_PACE: Pace = {
  pause: 1000,
  firstBackoff: 2000,
  longestBackoff: 60_000,
  timeout: 75_000,
  longestWait: 900_000,
}

const USER_AGENT = 'Kembar/0.1 (sister-city partnerships; https://github.com/kembar/kembar)'
const TRIES = 6
const MOST_BYTES = 64 * 2 ** 20

/** Thrown when the service had to give up the query itself: asking for less may help. */
export class TooHeavy extends Error {}

export type OnWait = (milliseconds: number, reason: string) => void

/** The parsed JSON of the answer. Throws TooHeavy, or Refused: source-unreachable, source-answered-nonsense. */
export async function ask(endpoint: string, query: string, pace: Pace, onWait: OnWait): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const trouble = await tryOnce(endpoint, query, pace)
    if ('answer' in trouble) return trouble.answer
    const wait = trouble.retryAfter ?? Math.min(pace.firstBackoff * 2 ** (attempt - 1), pace.longestBackoff)
    if (attempt >= TRIES || wait > pace.longestWait) {
      if (trouble.nonsense)
        throw new Refused({ code: 'source-answered-nonsense', url: endpoint, reason: trouble.reason })
      const asked = wait > pace.longestWait ? `, and asks to wait ${Math.ceil(wait / 60_000)} minutes` : ''
      throw new Refused({ code: 'source-unreachable', url: endpoint, reason: trouble.reason + asked })
    }
    onWait(wait, trouble.reason)
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

interface Trouble {
  readonly reason: string
  readonly nonsense: boolean
  readonly retryAfter?: number
}

async function tryOnce(
  endpoint: string,
  query: string,
  { timeout }: Pace,
): Promise<{ readonly answer: unknown } | Trouble> {
  const url = new URL(endpoint)
  url.searchParams.set('query', query)
  let response: Response
  let body: string
  try {
    const headers = { accept: 'application/sparql-results+json', 'user-agent': USER_AGENT }
    response = await fetch(url, { headers, signal: AbortSignal.timeout(timeout) })
    body = await bodyOf(response, endpoint)
  } catch (error) {
    if (error instanceof Refused) throw error
    if ((error as Error).name === 'TimeoutError') throw new TooHeavy('no answer in time')
    return { reason: reasonOf(error), nonsense: false }
  }
  const { status } = response
  // Blazegraph reports its time-out as a Java exception: with status 500, or at the end of a begun answer.
  if (status === 504 || (/TimeoutException/.test(body) && (status >= 500 || !isJson(body))))
    throw new TooHeavy('the service gave up')
  if (status === 429 || status >= 500) {
    const retryAfter = retryAfterOf(response.headers.get('retry-after'))
    return {
      reason: `the service answered ${status}`,
      nonsense: false,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }
  }
  if (status !== 200)
    throw new Refused({ code: 'source-unreachable', url: endpoint, reason: `the service answered ${status}` })
  const type = response.headers.get('content-type') ?? 'no content type'
  if (!/^application\/(sparql-results\+)?json\b/i.test(type)) {
    throw new Refused({
      code: 'source-answered-nonsense',
      url: endpoint,
      reason: `${type.slice(0, 80)} instead of SPARQL results in JSON`,
    })
  }
  try {
    return { answer: JSON.parse(body) as unknown }
  } catch {
    return { reason: 'JSON that breaks off or is malformed', nonsense: true }
  }
}

async function bodyOf(response: Response, endpoint: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) {
      throw new Refused({
        code: 'source-answered-nonsense',
        url: endpoint,
        reason: `more than ${MOST_BYTES / 2 ** 20} MiB for one page`,
      })
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Milliseconds of a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfterOf(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null) return undefined
  if (/^\s*[0-9]+\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error
  const { code, message: deeper } = (cause ?? {}) as { code?: string; message?: string }
  if (code === 'ECONNREFUSED') return 'nothing listens there'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the host name is not known'
  return deeper === undefined ? message : `the connection was lost (${deeper})`
}
