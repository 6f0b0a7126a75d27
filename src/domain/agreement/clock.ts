// The clock of an agreement: when it ends, until when notice can be given, and when somebody must be reminded. Everything
// comes from the signed text.
import { addDays, addMonths, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts'
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
  /** Whole months of the same; 0 in the last one and once it is over. */
  readonly months_left: number | null
  /** Those of this term, past ones too, in order. */
  readonly reminders: readonly Reminder[]
}

/** Months before the end at which both sides are reminded. */
export const REMINDERS: readonly number[] = [12, 6, 3]

/** More than the shortest term fits into the years that a calendar date may have. */
const MOST_RENEWALS = 6000

export function agreementClock(
  agreement: InForce,
  today: CalendarDate,
  reminders: readonly number[] = REMINDERS,
): AgreementClock {
  const { from, notice, notice_months } = agreement
  const { until, renewed } = runningTerm(agreement, today)
  const end = endOf(agreement, until)
  const noticeBy = until === null || notice !== undefined ? null : lastDayOfNotice(until, notice_months)
  return {
    state: stateOf(today, end, noticeBy, notice !== undefined),
    from,
    until,
    renewed,
    notice_by: noticeBy,
    days_left: end === null ? null : daysBetween(today, end),
    months_left: end === null ? null : wholeMonths(today, end),
    reminders: end === null ? [] : remindersOf(from, end, noticeBy, reminders),
  }
}

/** A text that renews itself goes on term after term; under notice only as far as the day on which that takes effect. */
function runningTerm(agreement: InForce, today: CalendarDate) {
  const { from, until: first, months, renewal, notice } = agreement
  if (first === null || months === undefined || renewal !== 'automatic') return { until: first, renewed: 0 }
  const reached = notice === undefined || today < notice.effective ? today : notice.effective
  // Counted from the beginning, so that a 31st does not wander to the 28th; an end that was agreed later is the base.
  const straight = lastDay(from, months) === first
  const base = straight ? from : addDays(first, 1)
  const terms = (n: number) => lastDay(base, months * (straight ? n + 1 : n))
  let [until, renewed] = [first, 0]
  while (until < reached && renewed < MOST_RENEWALS) {
    renewed += 1
    until = terms(renewed)
  }
  return { until, renewed }
}

/** The last day on which it binds. Notice cannot prolong a term, except that one which renews itself goes on until then. */
function endOf({ notice, renewal }: InForce, until: CalendarDate | null): CalendarDate | null {
  if (notice === undefined || until === null) return notice?.effective ?? until
  return renewal === 'automatic' || notice.effective < until ? notice.effective : until
}

/** The latest day from which the months of notice still end with the term: for 28 February and one month, 31 January. */
function lastDayOfNotice(until: CalendarDate, months: number): CalendarDate {
  let day = addMonths(until, -months)
  for (let next = addDays(day, 1); addMonths(next, months) <= until; next = addDays(day, 1)) day = next
  return day
}

function stateOf(
  today: CalendarDate,
  end: CalendarDate | null,
  noticeBy: CalendarDate | null,
  underNotice: boolean,
): ClockState {
  if (end === null) return 'unlimited'
  if (end < today) return 'lapsed'
  if (underNotice) return 'under-notice'
  // The months in which notice is still in time, one quarter of a year before its last day.
  const open = noticeBy !== null && today <= noticeBy && today >= addMonths(noticeBy, -3)
  return open ? 'notice-window-open' : 'running'
}

function wholeMonths(today: CalendarDate, end: CalendarDate): number {
  const apart = (day: CalendarDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const months = apart(end) - apart(today)
  return Math.max(0, addMonths(today, months) > end ? months - 1 : months)
}

function remindersOf(
  from: CalendarDate,
  end: CalendarDate,
  noticeBy: CalendarDate | null,
  months: readonly number[],
): readonly Reminder[] {
  const before = months.map((n): Reminder => ({ on: addMonths(end, -n), kind: 'months-before-end', months: n }))
  const notice: readonly Reminder[] = noticeBy === null ? [] : [{ on: noticeBy, kind: 'notice-date' }]
  return [...before, ...notice]
    .filter(({ on }) => on >= from)
    .toSorted((x, y) => (x.on < y.on ? -1 : x.on > y.on ? 1 : 0))
}
