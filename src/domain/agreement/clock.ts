// The clock of an agreement: when it ends, until when notice can be given, and when somebody must be reminded. Everything
// comes from the signed text.
import { addMonths, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts'
import type { InForce } from '../partnership/head.ts'
import { lastDay } from './in-force.ts'

export type ClockState = 'unlimited' | 'running' | 'notice-window-open' | 'under-notice' | 'lapsed'

export interface Reminder {
  readonly on: CalendarDate
  readonly kind: 'months-before-end' | 'notice-date'
  readonly months?: number
}

export interface AgreementClock {
  readonly state: ClockState
  readonly from: CalendarDate
  /** The last day of the term that runs today; null where it is unlimited in time. */
  readonly until: CalendarDate | null
  /** How often it has renewed itself up to today. */
  readonly renewed: number
  /** The last day on which notice takes effect with the end of this term; null where there is none to give. */
  readonly notice_by: CalendarDate | null
  /** Until the end of the term or of the notice; negative once it is over. */
  readonly days_left: number | null
  /** Those of this term, past ones too, in order. */
  readonly reminders: readonly Reminder[]
}

/** Months before the end at which both sides are reminded. */
export const REMINDERS: readonly number[] = [12, 6, 3]

export function agreementClock(
  agreement: InForce,
  today: CalendarDate,
  reminders: readonly number[] = REMINDERS,
): AgreementClock {
  const { from, notice, notice_months } = agreement
  if (agreement.until === null) {
    const left = notice === undefined ? null : daysBetween(today, notice.effective)
    const state = stateOf(today, null, null, notice?.effective)
    return { state, from, until: null, renewed: 0, notice_by: null, days_left: left, reminders: [] }
  }
  const { until, renewed } = runningTerm(agreement, agreement.until, today)
  const noticeBy = addMonths(until, -notice_months)
  return {
    state: stateOf(today, until, noticeBy, notice?.effective),
    from,
    until,
    renewed,
    notice_by: noticeBy,
    days_left: daysBetween(today, earlier(until, notice?.effective)),
    reminders: remindersOf(until, noticeBy, reminders),
  }
}

/** A text that renews itself goes on term after term, unless notice stops it. */
function runningTerm({ from, months, renewal, notice }: InForce, first: CalendarDate, today: CalendarDate) {
  let [until, renewed] = [first, 0]
  while (renewal === 'automatic' && months !== undefined && notice === undefined && until < today && renewed < 1000) {
    renewed += 1
    // Counted from the beginning, so that a 31st does not wander to the 28th; a renewed end that was agreed stays the base.
    const straight = lastDay(from, months * (renewed + 1))
    until = straight > first && lastDay(from, months) === first ? straight : addMonths(first, months * renewed)
  }
  return { until, renewed }
}

function stateOf(
  today: CalendarDate,
  until: CalendarDate | null,
  noticeBy: CalendarDate | null,
  effective: CalendarDate | undefined,
): ClockState {
  if (effective !== undefined) return effective < today ? 'lapsed' : 'under-notice'
  if (until === null) return 'unlimited'
  if (until < today) return 'lapsed'
  // The months in which notice is still in time, one quarter of a year before its last day.
  const open = noticeBy !== null && today <= noticeBy && today >= addMonths(noticeBy, -3)
  return open ? 'notice-window-open' : 'running'
}

function remindersOf(until: CalendarDate, noticeBy: CalendarDate, months: readonly number[]): readonly Reminder[] {
  const before = months.map((n): Reminder => ({ on: addMonths(until, -n), kind: 'months-before-end', months: n }))
  const all: readonly Reminder[] = [...before, { on: noticeBy, kind: 'notice-date' }]
  return all.toSorted((x, y) => (x.on < y.on ? -1 : x.on > y.on ? 1 : 0))
}

const earlier = (until: CalendarDate, effective: CalendarDate | undefined) =>
  effective !== undefined && effective < until ? effective : until
