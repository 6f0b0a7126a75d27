// The part of a partnership's state that stays small however long its record grows: seats, procedures, knots, the clock
// and the sums. Everything else is an object of its own (objects.ts). Plain JSON.
import type { ActBody } from '../act/act-bodies.ts'
import type { Hash, Side } from '../act/act.ts'
import type { Mark } from '../act/mark.ts'
import type { Knot } from '../procedure/pack.ts'
import type { ProcedureState } from '../procedure/procedure-state.ts'

export interface Seat {
  /** Id of the office that speaks for the side. */
  readonly office: string
  readonly name: Readonly<Record<string, string>>
  readonly key?: string
  readonly mark: Mark
}

export type Party = Omit<ActBody['partnership.opened']['sides']['a'], 'procedure'>

export interface KnotState {
  /** Each side's word that the milestone is reached. */
  readonly says: { readonly a?: Mark & { readonly on: string }; readonly b?: Mark & { readonly on: string } }
  /** Both have said so; the day of the later word. */
  readonly tied?: { readonly on: string; readonly acts: readonly [Hash, Hash] }
}

/** The agreement whose clock runs: the last MoU or renewal that both have signed. */
export interface InForce {
  readonly text: string
  readonly version: Hash
  /** The later of its two signatures. */
  readonly signed_by: Hash
  readonly signed_on: string
  readonly from: string
  /** The last day of the term; null where it is unlimited in time. */
  readonly until: string | null
  /** Length of the term. */
  readonly months?: number
  readonly renewal: 'none' | 'automatic' | 'by-consent'
  readonly notice_months: number
  readonly notice?: { readonly mark: Mark; readonly effective: string }
}

/** Exchanges, visits and kept commitments of one side in one month. */
export interface ActivityMonth {
  /** The newest at the end; never more than three. */
  readonly newest: readonly { readonly act: Hash; readonly type: string; readonly on: string }[]
  /** How many there were before those. */
  readonly more: number
}

/** Sums of what flowed each way, in thousandths, so that they are exact. */
export interface FlowSum {
  readonly a_to_b: number
  readonly b_to_a: number
}

export interface Head {
  readonly partnership: string
  readonly form?: ActBody['partnership.opened']['form']
  readonly fictional?: true
  readonly opened?: Mark
  readonly parties: { readonly a?: Party; readonly b?: Party }
  readonly seats: { readonly a?: Seat; readonly b?: Seat }
  readonly procedures: { readonly a?: ProcedureState; readonly b?: ProcedureState }
  readonly knots: Readonly<Partial<Record<Knot, KnotState>>>
  readonly interests: number
  readonly in_force?: InForce
  readonly ending: { readonly a?: Mark & { on: string }; readonly b?: Mark & { on: string } }
  readonly ended?: { readonly on: string; readonly basis: 'mutual' | 'notice' | 'term'; readonly act: Hash }
  readonly reviving: { readonly a?: Mark & { on: string }; readonly b?: Mark & { on: string } }
  readonly revived?: { readonly on: string; readonly act: Hash }
  /** Side, then month `2026-12`. */
  readonly activity: Readonly<Record<Side, Readonly<Record<string, ActivityMonth>>>>
  /** Sector, then month of the newest activity in it, whichever side. */
  readonly sectors: Readonly<Record<string, string>>
  /** `sector|measure|unit|year`. */
  readonly flows: Readonly<Record<string, FlowSum>>
  /** Day a commitment is due, or `none`, to how many were made, kept and missed. */
  readonly commitments: Readonly<
    Record<string, { readonly made: number; readonly kept: number; readonly missed: number }>
  >
  /** Side, then year, to the last serial number of a letter. */
  readonly letters: Readonly<Record<Side, Readonly<Record<string, number>>>>
  /** The last word of each side on money and people. */
  readonly reviews: { readonly a?: ReviewSummary; readonly b?: ReviewSummary }
  readonly people: { readonly people: number; readonly organisations: number }
  readonly voids: number
  readonly acts: number
  /** Greatest Lamport clock of a shared act. */
  readonly clock: number
  readonly last_at?: string
}

export interface ReviewSummary {
  readonly act: Hash
  readonly until: string
  readonly funding?: { readonly secured: boolean; readonly until?: string }
  readonly people?: number
  readonly organisations?: number
}

export const emptyHead = (partnership: string): Head => ({
  partnership,
  parties: {},
  seats: {},
  procedures: {},
  knots: {},
  interests: 0,
  ending: {},
  reviving: {},
  activity: { a: {}, b: {} },
  sectors: {},
  flows: {},
  commitments: {},
  letters: { a: {}, b: {} },
  reviews: {},
  people: { people: 0, organisations: 0 },
  voids: 0,
  acts: 0,
  clock: 0,
})
