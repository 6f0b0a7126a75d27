// A procedure pack: the law of one country as data, so that a lawyer can read and correct it (packs/README.md).
export const KNOTS = ['loi', 'text', 'mou', 'renewal'] as const
/** A joint milestone, where both sides must meet. */
export type Knot = (typeof KNOTS)[number]

/** How something is known: the article was read, an official page says so, it was seen done, it was inferred. */
export const KNOWN = ['text', 'official', 'practice', 'inferred'] as const
export type Known = (typeof KNOWN)[number]

/** Per language; null where a title is wanted and nobody has written it yet. */
export type Titles = Readonly<Record<string, string | null>>

export interface PackSource {
  readonly id: string
  readonly title: string
  readonly link: string | null
  readonly known: Known
  readonly note?: string
}

export interface LegalBasis {
  /** Id of a source of the pack. */
  readonly source: string
  readonly article?: string
}

export interface Named {
  readonly id: string
  readonly title: Titles
}

export interface PackDocument extends Named {
  /** Comes from outside the procedure: no step produces it, it is laid before a step. */
  readonly external?: boolean
  readonly must_contain?: readonly Named[]
}

export interface Outcome extends Named {
  /** The step that comes next; an earlier one sends the procedure back. */
  readonly goto: string
}

/**
 * An event that a deadline counts from: `received:<document>`, `done:<step>`, `tied:<knot>`, or an event of the pack's
 * own list such as `departure`, `return`, `activity`, `agreement-end`, `agreement-notice`.
 */
export type EventName = string

export interface Deadline {
  readonly unit: 'working-day' | 'day' | 'month'
  /** At most so many after the event … */
  readonly within?: number
  readonly from?: EventName
  /** … or at least so many before it. Exactly one of the two pairs is given. */
  readonly before?: number
  readonly of?: EventName
  readonly legal_basis?: readonly LegalBasis[]
  readonly known?: Known
}

export interface Step extends Named {
  readonly actors: readonly string[]
  /** Ids of steps or documents. */
  readonly requires: readonly string[]
  readonly produces: readonly string[]
  readonly checks?: readonly Named[]
  /** Questions from a repealed or unread source: shown, never required. */
  readonly advisory_checks?: readonly (Named & { readonly legal_basis: readonly LegalBasis[] })[]
  readonly outcomes?: readonly Outcome[]
  readonly optional?: boolean
  readonly recurring?: boolean
  readonly knot?: Knot
  /** null: not set by the law, or not confirmed. Never "no deadline". */
  readonly deadline: Deadline | null
  readonly deadline_note?: Titles
  readonly legal_basis: readonly LegalBasis[]
  readonly known: Known
  readonly note?: Titles
}

/** A limit that a person must keep to, such as the size of a travelling group. */
export interface Limit extends Named {
  readonly most: number
  readonly unit: 'person' | 'day' | 'working-day'
  readonly purpose?: string
  readonly legal_basis: readonly LegalBasis[]
  readonly known: Known
}

export interface Pack {
  readonly pack: string
  readonly version: string
  /** ISO 3166-1 alpha-2; null for a pack of no particular country. */
  readonly country: string | null
  readonly title: Titles
  /** Every title of the pack must exist in these. */
  readonly languages: readonly string[]
  /** Languages whose titles no native speaker has reviewed; a title may be null there. */
  readonly unreviewed: readonly string[]
  readonly status: 'ready' | 'provisional'
  /** Why it is provisional and what to confirm; null otherwise. */
  readonly provisional: Titles | null
  readonly valid: { readonly from: string | null; readonly until: string | null }
  readonly sources: readonly PackSource[]
  readonly actors: readonly Named[]
  readonly documents: readonly PackDocument[]
  /** Events besides received:, done: and tied: that deadlines of this pack count from. */
  readonly events: readonly Named[]
  readonly steps: readonly Step[]
  readonly limits: readonly Limit[]
  /** What was looked for and not found. */
  readonly unknown: readonly string[]
}
