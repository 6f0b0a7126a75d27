// Speaks one language: sentences, numbers, names. Everything a person reads from Kembar is said here.
import { IntlMessageFormat } from 'intl-messageformat'
import { INTL_LOCALES, type Locale } from './locale.ts'
import { MESSAGES, type Message } from './messages.ts'

export type Arguments = Readonly<Record<string, unknown>>

export interface Speaker {
  readonly locale: Locale
  say(key: Message, values?: Arguments): string
  /** Like `say`, for values that are not text (such as a place name as an element): pieces in the language's order. */
  pieces<T>(key: Message, values: Readonly<Record<string, T | string | number>>): readonly (string | T)[]
  number(value: number, digits?: number): string
  /** With its sign, a true minus, and exactly `digits` decimals. */
  signed(value: number, digits: number): string
  percent(share: number): string
  distance(km: number): string
  country(code: string): string
  language(code: string): string
  list(parts: readonly string[]): string
  /** Orders names as the language does. */
  compare(a: string, b: string): number
  /** A date known to the day (`2016-05-04`), the month (`2016-05`) or the year (`2016`). */
  date(text: string): string
}

const speakers = new Map<Locale, Speaker>()

/** The speaker of a language; made once. */
export function speaker(locale: Locale): Speaker {
  let made = speakers.get(locale)
  if (made === undefined) speakers.set(locale, (made = makeSpeaker(locale)))
  return made
}

function makeSpeaker(locale: Locale): Speaker {
  const intl = INTL_LOCALES[locale]
  const messages = MESSAGES[locale]
  const formats = new Map<Message, IntlMessageFormat>()
  const numbers = new Map<string, Intl.NumberFormat>()
  const regions = new Intl.DisplayNames([intl], { type: 'region' })
  const languages = new Intl.DisplayNames([intl], { type: 'language' })
  const lists = new Intl.ListFormat(intl, { type: 'conjunction' })
  const collator = new Intl.Collator(intl)

  const numberFormat = (name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    let made = numbers.get(name)
    if (made === undefined) numbers.set(name, (made = new Intl.NumberFormat(intl, options)))
    return made
  }
  const format = (key: Message): IntlMessageFormat => {
    let made = formats.get(key)
    if (made === undefined) {
      formats.set(key, (made = new IntlMessageFormat(messages[key], intl, undefined, { ignoreTag: true })))
    }
    return made
  }
  const pieces: Speaker['pieces'] = <T>(key: Message, values: Readonly<Record<string, T | string | number>>) =>
    format(key)
      .formatToParts<T>(values as never)
      .map((part) => part.value as string | T)
  const number: Speaker['number'] = (value, digits = 0) =>
    numberFormat(`n${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(value)
      .replace('-', '−')

  return {
    locale,
    say: (key, values = {}) => pieces(key, values as Readonly<Record<string, string | number>>).join(''),
    pieces,
    number,
    signed: (value, digits) => {
      const text = number(Math.abs(value), digits)
      if (Number(Math.abs(value).toFixed(digits)) === 0) return text
      return `${value < 0 ? '−' : '+'}${text}`
    },
    percent: (share) => numberFormat('percent', { style: 'percent', maximumFractionDigits: 1 }).format(share),
    distance: (km) =>
      numberFormat(km < 10 ? 'km1' : 'km0', {
        style: 'unit',
        unit: 'kilometer',
        maximumFractionDigits: km < 10 ? 1 : 0,
      }).format(km),
    country: (code) => regions.of(code) ?? code,
    language: (code) => languages.of(code) ?? code,
    list: (parts) => lists.format(parts),
    compare: (a, b) => collator.compare(a, b),
    date: (text) => sayDate(intl, text),
  }
}

function sayDate(intl: string, text: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text)
  if (parts === null) return text
  const [, year, month, day] = parts
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  return new Intl.DateTimeFormat(intl, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date)
}
