// A refusal as a sentence: what happened, why, and what to do.
import type { Refusal } from '../verbs/refusal.ts'
import { isMessage } from './messages.ts'
import type { Speaker } from './speaker.ts'

/** Longer values, such as 10,000 characters of nonsense, are cut: nobody needs to read them again. */
const LONGEST = 120
/** So many digits tell acts apart for a person. */
const HASH_SHOWN = 12

const WORDS: Readonly<Record<string, (value: string) => string>> = {
  side: (side) => `side.${side}`,
  owner: (side) => `side.${side}`,
  kind: (kind) => `object.${kind}`,
  knot: (knot) => `knot.${knot}`,
}

export function sayRefusal(speaker: Speaker, refusal: Refusal): string {
  const { code, ...data } = refusal
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, sayValue(speaker, name, value)]))
  return speaker.say(`refusal.${code}`, values)
}

function sayValue(speaker: Speaker, name: string, value: unknown): string | number {
  if (isRefusal(value)) return sayRefusal(speaker, value)
  const reject = `reject.${String(value)}`
  if (name === 'reason' && isMessage(reject)) return speaker.say(reject)
  const word = wordFor(name, value)
  if (word !== undefined) return speaker.say(word)
  if (Array.isArray(value))
    return speaker.list(value.map((one) => (typeof one === 'string' ? one : `${one.name} (${one.where})`)))
  if (/^[0-9a-f]{64}$/.test(String(value))) return `${String(value).slice(0, HASH_SHOWN)}…`
  if (name === 'country') return shown(speaker, String(value))
  return typeof value === 'number' ? value : cut(String(value))
}

/** A code that is a country is said by name; anything else as it came. */
function shown(speaker: Speaker, code: string): string {
  return /^[A-Z]{2}$/.test(code) && speaker.country(code) !== code ? `${speaker.country(code)} (${code})` : cut(code)
}

/** The words of the record that have one in every language: sides, kinds of object, joint milestones. */
function wordFor(name: string, value: unknown) {
  const key = WORDS[name]?.(String(value))
  return key !== undefined && isMessage(key) ? key : undefined
}

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** A refused row carries the refusal that says what is wrong with it. */
function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value
}
