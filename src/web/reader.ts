// Who reads the page and how: the language, the address, and what every part needs to speak and to link.
import type { Context } from 'hono'
import type { Gazetteer } from '../atlas/gazetteer.ts'
import type { Locale } from '../language/locale.ts'
import type { Speaker } from '../language/speaker.ts'
import type { Assets } from './assets.ts'

export interface Reader {
  readonly locale: Locale
  readonly speaker: Speaker
  /** Address of this page without its language and origin: `/match?place=…`. */
  readonly path: string
  /** `https://kembar.example`, without a slash at the end. */
  readonly origin: string
  readonly gazetteer: Gazetteer
  readonly assets: Assets
}

export interface WebEnvironment {
  Variables: { reader: Reader }
}

export type PageContext = Context<WebEnvironment>

/** The address of another page in the reader's language. */
export function to(reader: Reader, path: string): string {
  return `/${reader.locale}${path}`
}

/** A path with a query of all that is given; arrays repeat their name, empty and absent values are left out. */
export function withQuery(path: string, values: Readonly<Record<string, Queried>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') query.append(name, String(one))
    }
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

type Queried = string | number | undefined | readonly (string | number)[]
