// Text answers leave compressed, with an ETag over their content, and not at all when the reader has them already.
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

export type Coding = 'br' | 'gzip'

/** `once`: for files kept in memory, as small as can be; `each`: for pages, quick. */
export function compressFor(body: Uint8Array, coding: Coding, when: 'once' | 'each'): Buffer {
  if (coding === 'gzip') return gzipSync(body, { level: when === 'once' ? 9 : 6 })
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: when === 'once' ? 11 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

const TEXT = /^(text\/|application\/(.+\+)?(json|xml)|image\/svg)/
const SMALL = 512

export const compressed: MiddlewareHandler = async (c, next) => {
  await next()
  const { res } = c
  // Long files are sent as they are read, not gathered here first.
  if (res.headers.get('Cache-Control')?.includes('no-transform') === true) return
  if (res.body === null || res.headers.has('Content-Encoding') || !(res.status === 200 || res.status >= 400)) return
  const body = new Uint8Array(await res.arrayBuffer())
  const headers = new Headers(res.headers)
  headers.append('Vary', 'Accept-Encoding')
  if (res.status === 200) {
    const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    headers.set('ETag', tag)
    if (matches(c.req.header('If-None-Match'), tag)) {
      headers.delete('Content-Type')
      c.res = undefined
      c.res = new Response(null, { status: 304, headers })
      return
    }
  }
  const coding =
    body.length < SMALL || !TEXT.test(headers.get('Content-Type') ?? '')
      ? undefined
      : acceptedCoding(c.req.header('Accept-Encoding'))
  const sent = coding === undefined ? body : new Uint8Array(compressFor(body, coding, 'each'))
  if (coding !== undefined) headers.set('Content-Encoding', coding)
  headers.set('Content-Length', String(sent.length))
  // Hono merges the headers of the old answer into a new one unless it is taken away first.
  c.res = undefined
  c.res = new Response(sent, { status: res.status, headers })
}

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.slice(2))
}

/** The best coding that the browser takes. */
export function acceptedCoding(header: string | undefined): Coding | undefined {
  const accepted = (header ?? '').split(',').map((part) => part.trim().split(';'))
  const takes = (name: string) => accepted.some(([coding, q]) => coding === name && q?.trim() !== 'q=0')
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}
