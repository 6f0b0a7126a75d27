// The reader's language: in the address; remembered (the only cookie) when chosen by the switch.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isLocale, preferredLocale, type Locale } from '../language/locale.ts'

const COOKIE = 'language'
const YEAR = 60 * 60 * 24 * 365

/** For addresses without a language: the remembered choice, else what the browser asks for. */
export function localeOf(c: Context): Locale {
  const remembered = getCookie(c, COOKIE)
  return remembered !== undefined && isLocale(remembered)
    ? remembered
    : preferredLocale(c.req.header('Accept-Language'))
}

/** `/` and other addresses without a language lead to the same page in the reader's language. */
export function toReadersLanguage(path: string) {
  return (c: Context): Response => {
    c.header('Vary', 'Accept-Language, Cookie')
    c.header('Cache-Control', 'private, no-cache')
    return c.redirect(`/${localeOf(c)}${path}${new URL(c.req.url).search}`, 302)
  }
}

/** `/km/language?page=/match?place=…` remembers the choice and goes on to that page in it. */
export function chooseLanguage(c: Context, locale: Locale): Response {
  const page = c.req.query('page') ?? '/'
  // Only a path of this site: `//host` and `/\host` would lead away.
  const path = /^\/(?![/\\])[^\s]*$/.test(page) ? page : '/'
  setCookie(c, COOKIE, locale, { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true })
  c.header('Cache-Control', 'private, no-store')
  return c.redirect(`/${locale}${path}`, 303)
}
