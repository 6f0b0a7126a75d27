// When a step is due and why, as far as it is known. A deadline that the law does not set, or that nobody has confirmed,
// is never "no deadline".
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { calendarDeadline } from '../calendar/calendar-day-deadline.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { workingDayDeadline } from '../calendar/working-day-deadline.ts'
import { daysBefore, monthsBefore, workingDaysBefore } from './days-before.ts'
import { eventDay, type KnownEvents } from './event-day.ts'
import type { Deadline, Known, LegalBasis, Pack, Step } from './pack.ts'

export interface Why {
  /**
   * The deadline is counted; the law sets none or it is not confirmed; the day it counts from is missing; no calendar;
   * said and waiting for the other side; the other side has said it and waits.
   */
  readonly code: 'deadline' | 'not-set' | 'event-missing' | 'calendar-missing' | 'other-side' | 'other-side-waits'
  readonly legal_basis: readonly LegalBasis[]
  readonly known: Known
  readonly unit?: Deadline['unit']
  readonly within?: number
  readonly before?: number
  readonly event?: string
  /** The day of the event. */
  readonly event_on?: CalendarDate
  /** The day of receipt was not told: the count starts from the day on which the document was made. */
  readonly assumed?: boolean
  /** false: the calendar of some year is not known in full. */
  readonly reliable?: boolean
  /** Since when somebody waits. */
  readonly since?: CalendarDate
  /** Plain English. */
  readonly text: string
}

export interface StepDue {
  readonly due: CalendarDate | null
  readonly why: Why
}

export function stepDue(pack: Pack, step: Step, known: KnownEvents, calendar: WorkingCalendar | undefined): StepDue {
  const { deadline } = step
  if (deadline === null) {
    const text = 'A deadline is not set in the sources of this pack, or not confirmed.'
    return { due: null, why: { code: 'not-set', legal_basis: step.legal_basis, known: step.known, text } }
  }
  const event = deadline.from ?? deadline.of ?? ''
  const rule = {
    legal_basis: deadline.legal_basis ?? step.legal_basis,
    known: deadline.known ?? step.known,
    unit: deadline.unit,
    ...(deadline.within === undefined ? {} : { within: deadline.within }),
    ...(deadline.before === undefined ? {} : { before: deadline.before }),
    event,
  }
  const day = eventDay(pack, event, known)
  if (day === undefined) {
    const text = `${said(deadline)}; the day of “${event}” is not known yet.`
    return { due: null, why: { ...rule, code: 'event-missing', text } }
  }
  const counted = count(deadline, day.on, calendar)
  if (counted === undefined) {
    const text = `${said(deadline)}; there is no calendar of working days for this pack.`
    return { due: null, why: { ...rule, code: 'calendar-missing', event_on: day.on, text } }
  }
  const { due, reliable } = counted
  const text =
    `${said(deadline)}, which was on ${day.on}` +
    (day.assumed ? ' (assumed: the day of receipt was not told)' : '') +
    (reliable ? '.' : '; not every holiday of these years is known.')
  return {
    due,
    why: { ...rule, code: 'deadline', event_on: day.on, ...(day.assumed ? { assumed: true } : {}), reliable, text },
  }
}

interface Counted {
  readonly due: CalendarDate
  readonly reliable: boolean
}

/** Undefined where working days are to be counted without a calendar. */
function count(deadline: Deadline, on: CalendarDate, calendar: WorkingCalendar | undefined): Counted | undefined {
  const { unit, within, before = 0 } = deadline
  if (unit === 'working-day') {
    if (calendar === undefined) return undefined
    return within === undefined ? workingDaysBefore(calendar, on, before) : workingDayDeadline(calendar, on, within)
  }
  if (within !== undefined) return { due: calendarDeadline(on, within, unit), reliable: true }
  return { due: unit === 'day' ? daysBefore(on, before) : monthsBefore(on, before), reliable: true }
}

function said({ unit, within, from, before, of }: Deadline): string {
  const amount = within ?? before ?? 0
  const length = `${amount} ${unit.replace('-', ' ')}${amount === 1 ? '' : 's'}`
  return within === undefined ? `At least ${length} before “${of}”` : `Within ${length} after “${from}”`
}
