// Where a procedure stands on a day: what is done, what may be done now, what each blocked step waits for, and what is
// due first. Every answer names its reason.
import { compareDates, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { documentSteps } from './document-steps.ts'
import type { Knot, Limit, Pack, Step, Titles } from './pack.ts'
import { isMet, missingFor, stepStateOf, type Counts, type ProcedureState } from './procedure-state.ts'
import { stepDue, type StepDue, type Why } from './step-due.ts'

export interface BlockedStep {
  readonly step: string
  /** Ids of steps to be done, or of documents from outside to be laid before it. */
  readonly missing: readonly string[]
}

export interface WaitingStep {
  readonly step: string
  readonly knot: Knot
  readonly for: 'other side'
  readonly since: CalendarDate
}

export interface OverdueStep {
  readonly step: string
  readonly due: CalendarDate
  readonly days: number
}

export interface NextStep {
  readonly step: string
  /** null: not set, not confirmed, or not to be counted yet; `why` tells. */
  readonly due: CalendarDate | null
  readonly why: Why
}

export interface Progress {
  readonly done: readonly string[]
  readonly notApplicable: readonly string[]
  readonly open: readonly string[]
  readonly blocked: readonly BlockedStep[]
  /** Joint milestones that this side has said and the other has not. */
  readonly waiting: readonly WaitingStep[]
  readonly overdue: readonly OverdueStep[]
  /** What to do or to wait for, the strictest first. */
  readonly next: readonly NextStep[]
  readonly limits: readonly Limit[]
  readonly provisional: Titles | false
  /** Plain English. */
  readonly explanation: string
}

export interface ProgressOptions {
  /** Days of events that something else than a step tells. */
  readonly events?: Readonly<Record<string, string>>
  /** Since when the other side has said a milestone that this side has not. */
  readonly waitingSince?: Partial<Readonly<Record<Knot, CalendarDate>>>
  readonly counts?: Counts
}

/** `calendar`: of the pack's country; undefined where there is none, then working days are not counted. */
export function progress(
  pack: Pack,
  state: ProcedureState,
  today: CalendarDate,
  calendar: WorkingCalendar | undefined,
  { events = {}, waitingSince = {}, counts }: ProgressOptions = {},
): Progress {
  const places = placesOf(pack, state, counts)
  const ids = (kind: Place['kind']) => places.flatMap((one) => (one.kind === kind ? [one.step.id] : []))
  const waiting = places.flatMap((one) => (one.kind === 'waiting' ? [one.waiting] : []))
  const blocked = places.flatMap(({ kind, step, missing = [] }) =>
    kind === 'blocked' || kind === 'unlaid' ? [{ step: step.id, missing }] : [],
  )
  const next = places
    .filter(({ kind }) => kind === 'open' || kind === 'waiting' || kind === 'unlaid')
    .map((one): NextStep => {
      const { due, why } = stepDue(pack, one.step, { state, events }, calendar)
      return { step: one.step.id, due, why: forBothSides(one, { due, why }, waitingSince) }
    })
    .toSorted(strictestFirst)
  const overdue = next.flatMap(({ step, due }) =>
    due !== null && compareDates(due, today) < 0 ? [{ step, due, days: daysBetween(due, today) }] : [],
  )
  const summary = { done: ids('done'), open: ids('open'), blocked, waiting, overdue, next }
  return {
    ...summary,
    notApplicable: ids('not-applicable'),
    limits: pack.limits,
    provisional: pack.status === 'provisional' ? (pack.provisional ?? {}) : false,
    explanation: explain(pack, summary),
  }
}

/** `unlaid`: its steps are done, only a document from outside is missing. */
type Place = { readonly step: Step; readonly missing?: readonly string[] } & (
  | { readonly kind: 'done' | 'not-applicable' | 'open' | 'blocked' | 'unlaid' }
  | { readonly kind: 'waiting'; readonly waiting: WaitingStep }
)

function placesOf(pack: Pack, state: ProcedureState, counts: Counts | undefined): readonly Place[] {
  const producers = documentSteps(pack)
  const laid = laidDocuments(state)
  const external = new Set(pack.documents.flatMap(({ id }) => (producers.has(id) ? [] : [id])))
  return pack.steps.map((step): Place => {
    const now = stepStateOf(state, step.id)
    if (isMet(state, step.id, counts)) return { kind: now?.status === 'done' ? 'done' : 'not-applicable', step }
    if (now?.status === 'said' && step.knot !== undefined)
      return { kind: 'waiting', step, waiting: { step: step.id, knot: step.knot, for: 'other side', since: now.on } }
    const missing = missingFor(state, step.id, counts)
    if (missing.length > 0) return { kind: 'blocked', step, missing }
    const unlaid = step.requires.filter((id) => external.has(id) && !laid.has(id))
    return unlaid.length > 0 ? { kind: 'unlaid', step, missing: unlaid } : { kind: 'open', step }
  })
}

/** Named by a step, or received on a day that somebody told. */
function laidDocuments(state: ProcedureState): ReadonlySet<string> {
  const named = Object.values(state.steps).flatMap(({ documents = [] }) => documents)
  const received = Object.keys(state.events).flatMap((event) =>
    event.startsWith('received:') ? [event.slice('received:'.length)] : [],
  )
  return new Set([...named, ...received])
}

function forBothSides(place: Place, { due, why }: StepDue, since: NonNullable<ProgressOptions['waitingSince']>): Why {
  const deadline = due === null ? '' : ` ${why.text}`
  if (place.kind === 'waiting') {
    const { since: day } = place.waiting
    return { ...why, code: 'other-side', since: day, text: `Said on ${day}; waiting for the other side.${deadline}` }
  }
  const { knot } = place.step
  const waits = knot === undefined ? undefined : since[knot]
  if (waits === undefined) return why
  const text = `The other side has said it on ${waits} and waits.${deadline}`
  return { ...why, code: 'other-side-waits', since: waits, text }
}

/** In the pack's order where nothing is due. The sort is stable. */
function strictestFirst(a: NextStep, b: NextStep): number {
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null)
  return compareDates(a.due, b.due)
}

type Summary = Pick<Progress, 'done' | 'open' | 'blocked' | 'waiting' | 'overdue' | 'next'>

function explain(pack: Pack, { done, open, blocked, waiting, overdue, next }: Summary): string {
  const title = (id: string) => pack.steps.find((step) => step.id === id)?.title['en'] ?? id
  const dated = next.find(({ due }) => due !== null)
  return [
    `${done.length} of ${pack.steps.length} steps are done, ${open.length} may be done now, ${blocked.length} are blocked.`,
    ...waiting.map(({ step, since }) => `“${title(step)}” was said on ${since} and waits for the other side.`),
    ...overdue.map(({ step, due, days }) => `“${title(step)}” was due on ${due}, ${days} days ago.`),
    ...(dated === undefined || overdue.some(({ step }) => step === dated.step)
      ? []
      : [`Due first: “${title(dated.step)}” on ${dated.due}.`]),
  ].join(' ')
}
