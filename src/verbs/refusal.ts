// Every way in which Kembar says no, as a value. The sentence is made at the edge, in the reader's language, from
// `refusal.<code>` in locales/; a test fails when a code has no sentence or no case that produces it.
import type { RejectReason } from '../atlas/network/read-ties.ts'
import type { Side } from '../domain/act/act.ts'
import type { DomainRefusal } from '../domain/refusal.ts'

export interface Choice {
  /** GeoNames id or unit code, as a command line or an address takes it. */
  readonly id: string
  readonly name: string
  /** Where it lies, such as `Central Java, ID`. */
  readonly where: string
}

export type Refusal =
  | DomainRefusal
  | { readonly code: 'unknown-place'; readonly query: string }
  | { readonly code: 'ambiguous-place'; readonly query: string; readonly choices: readonly Choice[] }
  | { readonly code: 'place-without-seat'; readonly query: string }
  | { readonly code: 'unknown-country'; readonly country: string }
  | { readonly code: 'same-place'; readonly query: string }
  | { readonly code: 'query-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'query-empty' }
  | {
      readonly code: 'not-a-number'
      readonly name: string
      readonly value: string
      readonly min: number
      readonly max: number
    }
  | {
      readonly code: 'unknown-choice'
      readonly name: string
      readonly value: string
      readonly choices: readonly string[]
    }
  | { readonly code: 'file-not-found'; readonly file: string }
  | { readonly code: 'file-not-text'; readonly file: string }
  | { readonly code: 'file-without-header'; readonly file: string; readonly expected: string }
  | { readonly code: 'line-too-long'; readonly file: string; readonly line: number; readonly limit: number }
  | { readonly code: 'file-not-readable'; readonly file: string; readonly reason: string }
  | {
      readonly code: 'rows-rejected'
      readonly file: string
      readonly rejected: number
      /** The first of them. */
      readonly line: number
      readonly reason: RejectReason
      readonly value: string
      /** The file that holds them all. */
      readonly written: string
    }
  | { readonly code: 'wrong-row'; readonly file: string; readonly line: number; readonly reason: Refusal }
  | { readonly code: 'too-many-rows'; readonly file: string; readonly limit: number }
  | { readonly code: 'file-not-writable'; readonly file: string; readonly reason: string }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'unknown-import'; readonly import: string }
  | { readonly code: 'import-already-undone'; readonly import: string }
  | { readonly code: 'import-not-latest'; readonly import: string; readonly latest: string }
  | { readonly code: 'fetch-running' }
  | { readonly code: 'source-unreachable'; readonly url: string; readonly reason: string }
  | { readonly code: 'source-answered-nonsense'; readonly url: string; readonly reason: string }
  | { readonly code: 'unknown-command'; readonly command: string }
  | { readonly code: 'unknown-option'; readonly option: string }
  | { readonly code: 'missing-option'; readonly option: string }
  | { readonly code: 'missing-argument'; readonly argument: string; readonly usage: string }
  | { readonly code: 'unknown-argument'; readonly argument: string }
  | { readonly code: 'port-in-use'; readonly port: number }
  | { readonly code: 'data-folder-not-writable'; readonly folder: string; readonly reason: string }
  | { readonly code: 'disk-full'; readonly folder: string }
  | { readonly code: 'data-folder-in-use'; readonly folder: string }
  | { readonly code: 'database-unreachable'; readonly address: string; readonly reason: string }
  | { readonly code: 'database-did-not-start'; readonly folder: string; readonly reason: string }
  | { readonly code: 'database-newer'; readonly migration: string }
  | { readonly code: 'migration-changed'; readonly migration: string }
  | { readonly code: 'database-too-old'; readonly version: string }
  | { readonly code: 'not-a-date'; readonly name: string; readonly value: string }
  | { readonly code: 'country-without-calendar'; readonly country: string }
  | { readonly code: 'calendar-faulty'; readonly file: string; readonly line: number; readonly fault: string }
  | { readonly code: 'packs-faulty'; readonly count: number; readonly file: string; readonly line: number }
  | { readonly code: 'no-packs'; readonly folder: string }
  | { readonly code: 'folder-not-found'; readonly folder: string }
  | { readonly code: 'unknown-pack'; readonly pack: string; readonly choices: readonly string[] }
  | { readonly code: 'line-not-json'; readonly file: string; readonly line: number }
  | { readonly code: 'line-not-act'; readonly file: string; readonly line: number; readonly problem: string }
  | { readonly code: 'unknown-partnership'; readonly slug: string }
  | { readonly code: 'slug-taken'; readonly slug: string }
  | { readonly code: 'position-taken'; readonly side: Side; readonly expected: number; readonly actual: number }
  | { readonly code: 'unknown-blob'; readonly sha256: string }
  | { readonly code: 'blob-too-large'; readonly size: number; readonly limit: number }
  | { readonly code: 'blob-empty' }
  | { readonly code: 'blob-type-unknown'; readonly title: string }
  | { readonly code: 'key-not-readable'; readonly office: string }
  | { readonly code: 'no-acts'; readonly file: string }
  | { readonly code: 'several-partnerships'; readonly file: string; readonly line: number }
  | {
      readonly code: 'bad-act'
      readonly place: string
      readonly side: Side
      readonly seq: number
      readonly problem: string
    }
  | { readonly code: 'act-missing'; readonly place: string; readonly side: Side; readonly seq: number }
  | { readonly code: 'example-there'; readonly slug: string }
  | { readonly code: 'setting-wrong'; readonly setting: string; readonly value: string; readonly expected: string }

export type RefusalCode = Refusal['code']

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })
export const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })

/** Carries a refusal out of code that cannot return one (loaders, start-up); caught at the edge only. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.code, options)
    this.name = 'Refused'
    this.refusal = refusal
  }
}
