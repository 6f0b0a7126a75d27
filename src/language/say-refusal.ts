// A refusal as a sentence: what happened, why, and what to do.
import type { Refusal } from '../verbs/refusal.ts'
import { isMessage } from './messages.ts'
import type { Speaker } from './speaker.ts'

/** Longer values, such as 10,000 characters of nonsense, are cut: nobody needs to read them again. */
const LONGEST = 120
/** So many digits of a hash tell acts apart for a person. */
const HASH_SHOWN = 12

/** Values from a closed list have words of their own in every language. By the name of the value: where they stand. */
const WORDS: Readonly<Record<string, (value: string) => string>> = {
  reason: (value) => `reject.${value}`,
  side: (value) => `side.${value}`,
  owner: (value) => `side.${value}`,
  kind: (value) => `object.${value}`,
  knot: (value) => `knot.${value}`,
  status: (value) => `status.${value}`,
}

/** Names of values that are days, said as the language writes them. */
const DAYS: ReadonlySet<string> = new Set(['date', 'today', 'on', 'earliest', 'effective', 'until'])

export function sayRefusal(speaker: Speaker, refusal: Refusal): string {
  const { code, ...data } = refusal
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, sayValue(speaker, name, value)]))
  // Where there may be nothing to name, such as the end of an agreement without one, that has a sentence of its own.
  const nothing = `refusal.${code}.none`
  const empty = Object.values(data).includes('')
  return speaker.say(empty && isMessage(nothing) ? nothing : `refusal.${code}`, values)
}

function sayValue(speaker: Speaker, name: string, value: unknown): string | number {
  if (isRefusal(value)) return sayRefusal(speaker, value)
  if (typeof value === 'number') return value
  if (Array.isArray(value))
    return speaker.list(value.map((one) => (typeof one === 'string' ? one : `${one.name} (${one.where})`)))
  const text = String(value)
  const word = WORDS[name]?.(text)
  if (word !== undefined && isMessage(word)) return speaker.say(word)
  if (DAYS.has(name)) return cut(speaker.date(text))
  if (name === 'country') return shown(speaker, text)
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, HASH_SHOWN)}…` : cut(text)
}

/** A code that is a country is said by name; anything else as it came. */
function shown(speaker: Speaker, code: string): string {
  return /^[A-Z]{2}$/.test(code) && speaker.country(code) !== code ? `${speaker.country(code)} (${code})` : cut(code)
}

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** A refused row carries the refusal that says what is wrong with it. */
function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value
}
