// The built browser files: read once, compressed once, served from memory under names that never change their content.
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { acceptedCoding, compressFor, type Coding } from './compressed.ts'

export interface Assets {
  /** Public address of a source file, such as `src/web/styles/kembar.css`. */
  url(source: string): string
  readonly serve: MiddlewareHandler
}

interface ManifestChunk {
  readonly file: string
  readonly src?: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** `folder` is the client build with its `.vite/manifest.json`. */
export function loadAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestChunk
  >
  const urls = new Map(Object.entries(manifest).map(([source, chunk]) => [source, `/${chunk.file}`]))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && Object.hasOwn(TYPES, extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
  const bodies = new Map(files.map((file) => [file.slice(folder.length).replaceAll('\\', '/'), readFileSync(file)]))
  const packed = new Map<string, Buffer>()

  const pack = (path: string, body: Buffer, coding: Coding): Buffer => {
    const key = `${coding} ${path}`
    let made = packed.get(key)
    if (made === undefined) packed.set(key, (made = compressFor(body, coding, 'once')))
    return made
  }
  return {
    url: (source) => {
      const url = urls.get(source)
      if (url === undefined) throw new Error(`${source} is not in the client build`)
      return url
    },
    serve: async (c, next) => {
      const body = bodies.get(c.req.path)
      if (body === undefined) return next()
      const type = TYPES[extname(c.req.path)]
      c.header('Content-Type', type)
      c.header(
        'Cache-Control',
        c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
      )
      c.header('Vary', 'Accept-Encoding')
      const coding =
        type.startsWith('text/') || type.endsWith('+xml') ? acceptedCoding(c.req.header('Accept-Encoding')) : undefined
      if (coding === undefined) return c.body(new Uint8Array(body))
      c.header('Content-Encoding', coding)
      return c.body(new Uint8Array(pack(c.req.path, body, coding)))
    },
  }
}
