// Reads ties from rows of text: the one gate through which files, fetched statements and the shipped list enter.
// A tie has no direction, so its two references are kept in one order. A unit (`ID.07.3320`) stays a unit in the record;
// as an edge of the graph it stands for its seat, because places are what the map and the statistics count.
import { seatOf, type Entry, type Gazetteer } from '../gazetteer.ts'
import { endsBeforeItBegins, isPartialDate, type PartialDate } from './partial-date.ts'

/** Why a row is not taken: a closed list. */
export const REJECT_REASONS = [
  'wrong-column-count',
  'bad-id',
  'unknown-id',
  'self-tie',
  'no-source',
  'bad-source',
  'too-many-sources',
  'bad-date',
  'until-before-since',
  'bad-reference',
  'bad-character',
  'text-too-long',
  'duplicate-in-file',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

export interface Reject {
  readonly reason: RejectReason
  /** The text that was refused, shortened; empty where the row as a whole is at fault. */
  readonly value: string
}

/** What one or more sources say of one pair; `placeA` comes before `placeB` in code-point order. */
export interface Tie {
  /** GeoNames id in digits, or unit code in capitals. */
  readonly placeA: string
  readonly placeB: string
  readonly entryA: Entry
  readonly entryB: Entry
  /** Names of who says so; at least one, no doubles. */
  readonly sources: readonly string[]
  readonly since: PartialDate | null
  readonly until: PartialDate | null
  readonly reference: string | null
  readonly note: string | null
}

export type TieReading = { readonly ok: true; readonly tie: Tie } | { readonly ok: false; readonly reject: Reject }

/** One row by column name; absent and empty say the same. */
export type TieFields = Readonly<Partial<Record<TieColumn, string>>>

const REQUIRED = ['place_a', 'place_b', 'sources'] as const
const OPTIONAL = ['since', 'until', 'reference', 'note'] as const
/** The columns that a file of rejected rows has in front, so that it can be corrected and imported as it is. */
export const REJECT_COLUMNS = ['line', 'reason', 'value'] as const

export type TieColumn = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]
type HeaderColumn = TieColumn | (typeof REJECT_COLUMNS)[number]
export type TieHeader = readonly HeaderColumn[]

export const TIE_HEADER = 'place_a place_b sources [since until reference note]'

export const LONGEST_TEXT = 2000
const LONGEST_SOURCE = 64
const MOST_SOURCES_IN_ROW = 20
const MOST_SOURCES = 4096
const LONGEST_VALUE_SHOWN = 100
const ENTRIES = 2 ** 20

const SOURCE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._:+-]*$/u
const UNIT_CODE = /^[A-Za-z]{2}(\.[A-Za-z0-9-]{1,20}){1,2}$/
const PLACE_ID = /^[1-9][0-9]{0,9}$/
// C0 and C1 controls and the two separators that end a line in other programs.
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const LIKE_ADDRESS = /^([a-z][a-z0-9+.-]*:\/\/|(javascript|vbscript|data|file|blob):)/i

/** The header of a file of ties: the three required columns and any of the others, in any order; undefined if it is none. */
export function readTieHeader(fields: readonly string[]): TieHeader | undefined {
  const names = fields.map((field) => field.trim().toLowerCase())
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL, ...REJECT_COLUMNS]
  if (new Set(names).size !== names.length || !names.every((name) => known.includes(name))) return undefined
  return REQUIRED.every((name) => names.includes(name)) ? (names as HeaderColumn[]) : undefined
}

export type NamedFields =
  | { readonly ok: true; readonly fields: TieFields }
  | { readonly ok: false; readonly reject: Reject }

/** Names the fields of a row. Trailing empty columns may be missing, since editors drop them. */
export function nameTieFields(header: TieHeader, row: readonly string[]): NamedFields {
  if (row.length > header.length || row.length < REQUIRED.length) {
    return { ok: false, reject: { reason: 'wrong-column-count', value: String(row.length) } }
  }
  return { ok: true, fields: Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])) }
}

export interface TieReader {
  /** Checks one row against the gazetteer and the rows read before it. */
  read(fields: TieFields): TieReading
}

/** A reader remembers which source has spoken of which pair, so one reader reads one file. */
export function makeTieReader(gazetteer: Gazetteer): TieReader {
  const sourceNumbers = new Map<string, number>()
  const seen = new Set<number>()

  const keysOf = (tie: Tie) => {
    const low = Math.min(tie.entryA, tie.entryB)
    const high = Math.max(tie.entryA, tie.entryB)
    return tie.sources.map((source) => {
      const number = sourceNumbers.get(source) ?? sourceNumbers.size
      sourceNumbers.set(source, number)
      return (low * ENTRIES + high) * MOST_SOURCES + number
    })
  }

  return {
    read(fields) {
      const reading = checkTie(gazetteer, fields)
      if (!reading.ok) return reading
      const keys = keysOf(reading.tie)
      if (sourceNumbers.size > MOST_SOURCES) return rejected('too-many-sources', fields.sources)
      if (keys.some((key) => seen.has(key)))
        return rejected('duplicate-in-file', `${reading.tie.placeA} ${reading.tie.placeB}`)
      for (const key of keys) seen.add(key)
      return reading
    },
  }
}

/** Checks one row by itself. */
export function checkTie(gazetteer: Gazetteer, fields: TieFields): TieReading {
  const text = (column: TieColumn) => (fields[column] ?? '').trim()
  for (const column of [...REQUIRED, ...OPTIONAL]) {
    if (text(column).length > LONGEST_TEXT) return rejected('text-too-long', text(column))
    if (UNWANTED.test(text(column))) return rejected('bad-character', text(column))
  }

  const a = resolve(gazetteer, text('place_a'))
  if (typeof a === 'string') return rejected(a, text('place_a'))
  const b = resolve(gazetteer, text('place_b'))
  if (typeof b === 'string') return rejected(b, text('place_b'))
  if (a.entry === b.entry || (a.seat >= 0 && a.seat === b.seat))
    return rejected('self-tie', `${a.reference} ${b.reference}`)

  const sources = [
    ...new Set(
      text('sources')
        .split(/[|,;\s]+/)
        .filter((source) => source !== ''),
    ),
  ]
  if (sources.length === 0) return rejected('no-source', '')
  if (sources.length > MOST_SOURCES_IN_ROW) return rejected('too-many-sources', text('sources'))
  const badSource = sources.find((source) => source.length > LONGEST_SOURCE || !SOURCE.test(source))
  if (badSource !== undefined) return rejected('bad-source', badSource)

  const [since, until] = [text('since'), text('until')]
  for (const date of [since, until]) if (date !== '' && !isPartialDate(date)) return rejected('bad-date', date)
  if (since !== '' && until !== '' && endsBeforeItBegins(since, until))
    return rejected('until-before-since', `${since} ${until}`)

  const reference = text('reference')
  if (LIKE_ADDRESS.test(reference) && !isWebAddress(reference)) return rejected('bad-reference', reference)

  const [first, second] = a.reference < b.reference ? [a, b] : [b, a]
  const tie = {
    placeA: first.reference,
    placeB: second.reference,
    entryA: first.entry,
    entryB: second.entry,
    sources,
    since: since === '' ? null : since,
    until: until === '' ? null : until,
    reference: reference === '' ? null : reference,
    note: text('note') === '' ? null : text('note'),
  }
  return { ok: true, tie }
}

interface Resolved {
  readonly reference: string
  readonly entry: Entry
  readonly seat: Entry
}

function resolve(gazetteer: Gazetteer, text: string): Resolved | 'bad-id' | 'unknown-id' {
  const isPlace = PLACE_ID.test(text)
  if (!isPlace && !UNIT_CODE.test(text)) return 'bad-id'
  const entry = isPlace ? gazetteer.indexOfId(Number(text)) : gazetteer.indexOfUnit(text)
  if (entry < 0) return 'unknown-id'
  return { reference: isPlace ? text : gazetteer.unitCode(entry), entry, seat: seatOf(gazetteer, entry) }
}

// A reference may be a book; when it looks like an address it must be one that a page can safely link.
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)
}

function rejected(reason: RejectReason, value: string | undefined): TieReading {
  return { ok: false, reject: { reason, value: (value ?? '').slice(0, LONGEST_VALUE_SHOWN) } }
}
