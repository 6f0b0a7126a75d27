// Whether a partnership lives, from evidence only: an exchange, a visit or a kept commitment by each side. The state follows
// the side that has been silent the longer.
//
//   ended by its acts                                          ended
//   term over, not renewed                                     lapsed
//   each side within 12 months (the same day still counts)     alive
//   the more silent side within 24 months                      quiet
//   otherwise                                                  dormant
//
// A side that never did anything is silent since the opening; without anything by both a partnership is never alive.
// Where the one has been active lately and the other never, it is the opening that decides.
// Nothing dated after the day that is asked about counts.
import type { Hash, Side } from '../act/act.ts'
import { SIDES } from '../act/act.ts'
import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.ts'
import { agreementClock } from '../agreement/clock.ts'
import type { Head } from '../partnership/head.ts'

export const LIVENESS = ['not-begun', 'alive', 'quiet', 'dormant', 'lapsed', 'ended'] as const
export type LivenessState = (typeof LIVENESS)[number]

/** Why the state is what it is, for the sentence about it. */
export type LivenessReason =
  | 'not-opened'
  | 'ended'
  | 'notice-over'
  | 'term-over'
  | 'both-active'
  | 'silent'
  | 'never-active'

export interface Sign {
  /** null where the month is known and the act is not named in the head. */
  readonly act: Hash | null
  readonly type: string
  readonly on: CalendarDate
}

export interface Liveness {
  readonly state: LivenessState
  readonly reason: LivenessReason
  /** The act that decided it. */
  readonly decided_by: Sign | null
  /** The day since when the deciding side is silent, or the day of the end. */
  readonly since: CalendarDate | null
  readonly last: { readonly a: Sign | null; readonly b: Sign | null }
}

export interface Thresholds {
  /** Months. */
  readonly quiet: number
  readonly dormant: number
}

export const THRESHOLDS: Thresholds = { quiet: 12, dormant: 24 }

export function livenessOf(head: Head, today: CalendarDate, thresholds: Thresholds = THRESHOLDS): Liveness {
  const last = { a: lastSign(head, 'a', today), b: lastSign(head, 'b', today) }
  if (head.opened === undefined)
    return { state: 'not-begun', reason: 'not-opened', decided_by: null, since: null, last }
  if (head.ended !== undefined && head.ended.on <= today) {
    const { act, on } = head.ended
    return { state: 'ended', reason: 'ended', decided_by: { act, type: 'partnership.ended', on }, since: on, last }
  }
  const lapse = lapsed(head, today)
  if (lapse !== undefined) {
    const reason = lapse.type === 'notice.given' ? 'notice-over' : 'term-over'
    return { state: 'lapsed', reason, decided_by: lapse, since: lapse.on, last }
  }
  return { ...silence(head, last, today, thresholds), last }
}

function lapsed(head: Head, today: CalendarDate): Sign | undefined {
  const agreement = head.in_force
  if (agreement === undefined) return undefined
  const { state, days_left } = agreementClock(agreement, today)
  if (state !== 'lapsed' || days_left === null) return undefined
  const { notice, signed_by } = agreement
  const on = addDays(today, days_left)
  // Notice whose day lies behind the end of the term decided nothing.
  return notice !== undefined && notice.effective <= on
    ? { act: notice.mark.act, type: 'notice.given', on }
    : { act: signed_by, type: 'text.signed', on }
}

function silence(
  head: Head,
  last: Liveness['last'],
  today: CalendarDate,
  { quiet, dormant }: Thresholds,
): Omit<Liveness, 'last'> {
  const opened: Sign = {
    act: head.opened?.act ?? null,
    type: 'partnership.opened',
    on: head.opened?.at.slice(0, 10) ?? today,
  }
  const [first, ...others] = SIDES.map((side) => last[side] ?? opened)
  const older = others.reduce((silent, one) => (one.on < silent.on ? one : silent), first ?? opened)
  const began = last.a !== null && last.b !== null
  const within = (months: number) => older.on >= addMonths(today, -months)
  const state = within(quiet) && began ? 'alive' : within(dormant) ? 'quiet' : 'dormant'
  const decisive = within(quiet) && !began ? opened : older
  const reason = state === 'alive' ? 'both-active' : decisive === opened ? 'never-active' : 'silent'
  return { state, reason, decided_by: decisive, since: decisive.on }
}

function lastSign(head: Head, side: Side, today: CalendarDate): Sign | null {
  const months = Object.keys(head.activity[side])
    .filter((month) => month <= today.slice(0, 7))
    .toSorted()
    .toReversed()
  for (const month of months) {
    const { newest, more } = head.activity[side][month] ?? { newest: [], more: 0 }
    const named = newest.findLast(({ on }) => on <= today)
    if (named !== undefined) return named
    // Acts of that month which the head counts without their names: at the latest safe day, its first.
    if (more > 0) return { act: null, type: 'earlier-in-month', on: `${month}-01` }
  }
  return null
}
