// Where a side stands in its procedure, from a file of acts and without a database.
import { z } from 'zod'
import type { Side } from '../domain/act/act.ts'
import type { TextKind } from '../domain/agreement/agreement-bodies.ts'
import { parseDate } from '../domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import { beginFollowing, followOther, followOwn, type Following } from '../domain/procedure/follow-side.ts'
import { partnershipOpened, seatTaken } from '../domain/partnership/partnership-bodies.ts'
import { outlineChanges, type OutlineChanges } from '../domain/procedure/outline-changes.ts'
import { outlineOf, type Outline } from '../domain/procedure/outline.ts'
import type { Knot, Pack } from '../domain/procedure/pack.ts'
import { stepStateOf, type StepFact, type StepRefusal } from '../domain/procedure/procedure-state.ts'
import { progress, type Progress } from '../domain/procedure/progress.ts'
import { hear } from '../domain/procedure/run-example.ts'
import { stepCompleted, stepReturned, stepStarted } from '../domain/procedure/step-bodies.ts'
import { openCalendars } from '../law/calendars/calendar-for.ts'
import { knotsOf, loadPacks } from '../law/check-packs.ts'
import { findPack } from '../law/find-pack.ts'
import { PACKS } from './count-deadline.ts'
import { problemOf, readActs, type TypedAct } from './read-acts.ts'
import { done, refuse, type Result } from './refusal.ts'

export interface ProcedureQuestion {
  /** A pack's id, folder or file, as it was named. */
  readonly pack: string
  /** The same as an absolute path. */
  readonly packPath: string
  /** Absolute path of the file of acts, and how it was named. */
  readonly acts: string
  readonly actsShown: string
  readonly side: Side
  readonly on: string
}

export interface ProcedureView {
  readonly pack: Pack
  readonly side: Side
  readonly on: string
  readonly progress: Progress
  /** Acts that say what could not be. */
  readonly void: readonly VoidAct[]
  /** What this version of the pack changes for a partnership that began with another one. */
  readonly changes?: OutlineChanges
}

export interface VoidAct {
  readonly line: number
  readonly code: StepRefusal['code']
  readonly missing: readonly string[]
}

export function followProcedure(question: ProcedureQuestion, packs: string = PACKS): Result<ProcedureView> {
  const { side } = question
  const on = parseDate(question.on)
  if (on === undefined) return refuse({ code: 'not-a-date', name: 'on', value: question.on })
  const found = findPack(question.pack, question.packPath, packs)
  if (!found.ok) {
    if ('choices' in found) return refuse({ code: 'unknown-pack', pack: question.pack, choices: found.choices })
    const [{ file, line }] = found.faults
    return refuse({ code: 'packs-faulty', count: found.faults.length, file, line })
  }
  const { pack } = found
  const calendar = calendarOf(pack, packs)
  if (!calendar.ok) return calendar
  const acts = readActs(question.acts, question.actsShown)
  if (!acts.ok) return acts
  const known = acts.value.filter((act) => dayOf(act) <= on)
  const told = tell({ side, on, packs }, beginFollowing(outlineOf(pack)), known)
  if (!told.ok) return refuse({ code: 'line-not-act', file: question.actsShown, ...told.fault })
  const { following, events, voided } = told
  const now = progress(pack, following.state, on, calendar.value, { events, waitingSince: waitingSince(following) })
  const changes = pinnedChanges(acts.value, side, outlineOf(pack))
  return done({ pack, side, on, progress: now, void: voided, ...(changes ? { changes } : {}) })
}

/** The outline that the side began with stands in the opening, or in the act that took its seat. */
function pinnedChanges(acts: readonly TypedAct[], side: Side, present: Outline): OutlineChanges | undefined {
  const pinned = acts.flatMap(({ type, body, speaker }) => {
    if (type === 'seat.taken' && speaker === side) return seatTaken.safeParse(body).data?.party.procedure ?? []
    return type === 'partnership.opened' ? (partnershipOpened.safeParse(body).data?.sides[side].procedure ?? []) : []
  })
  const last = pinned.at(-1)
  return last && outlineChanges(last, present)
}

/** The day an act says it happened on; what lies after the day that is asked about had not happened on it. */
function dayOf({ body }: TypedAct): string {
  const { on } = body as { readonly on?: unknown }
  return typeof on === 'string' ? on : ''
}

function calendarOf(pack: Pack, packs: string): Result<WorkingCalendar | undefined> {
  const needed = pack.steps.some(({ deadline }) => deadline?.unit === 'working-day')
  if (!needed || pack.country === null) return done(undefined)
  const found = openCalendars(packs)(pack.country)
  if (found.ok) return done(found.calendar)
  if (found.reason !== 'calendar-faulty') return done(undefined)
  const [{ file, line, code }] = found.faults
  return refuse({ code: 'calendar-faulty', file, line, fault: code })
}

/** Milestones that the other side has said and this side has not. */
function waitingSince({ state, heard }: Following): Partial<Record<Knot, string>> {
  const open = state.outline.steps.flatMap(({ id, knot }) => {
    const status = stepStateOf(state, id)?.status
    const said = status === 'said' || status === 'done' || status === 'not-applicable'
    const since = knot === undefined || said ? undefined : heard[knot]?.on
    return knot === undefined || since === undefined ? [] : [[knot, since] as const]
  })
  return Object.fromEntries(open)
}

interface Reader {
  readonly side: Side
  /** The day of recording of an act that tells none. */
  readonly on: string
  readonly packs: string
}

type Told =
  | {
      readonly ok: true
      readonly following: Following
      readonly events: Readonly<Record<string, string>>
      readonly voided: readonly VoidAct[]
    }
  | { readonly ok: false; readonly fault: { readonly line: number; readonly problem: string } }

function tell({ side, on, packs }: Reader, begun: Following, acts: readonly TypedAct[]): Told {
  let following = begun
  const events: Record<string, string> = {}
  const voided: VoidAct[] = []
  const kinds = new Map<string, TextKind>()
  const travelling = new Set<string>()
  let knots: ReadonlyMap<string, Knot> | undefined

  const sayOwn = (act: TypedAct, fact: StepFact) => {
    const { following: after, refusal } = followOwn(following, fact)
    following = after
    if (refusal === undefined) return
    voided.push({ line: act.line, code: refusal.code, missing: 'missing' in refusal ? refusal.missing : [] })
  }
  const sayKnot = (act: TypedAct, knot: Knot, body: z.infer<typeof signed>) => {
    const day = body.on ?? (act.at ?? on).slice(0, 10)
    if (act.speaker !== side) {
      following = followOther(following, knot, { on: day, act: act.act })
      return
    }
    const step = following.state.outline.steps.find((one) => one.knot === knot)
    const before = step === undefined ? undefined : stepStateOf(following.state, step.id)
    // The step may have been completed beside the signature: that is one word, not two.
    if (step === undefined || before?.status === 'said' || (before?.status === 'done' && before.on >= day)) return
    const attests = body.attests === undefined ? {} : { attests: body.attests }
    sayOwn(act, { ...sealed(act, on), type: 'step.completed', body: { step: step.id, on: day, ...attests } })
  }

  for (const act of acts) {
    const read = readBody(act, on)
    if (!read.ok) return { ok: false, fault: { line: act.line, problem: read.problem } }
    const { said } = read
    switch (said.kind) {
      case 'step':
        if (act.speaker === side) sayOwn(act, said.fact)
        else following = hear(following, said.fact, (knots ??= knotsOf(loadPacks(packs))))
        break
      case 'drafted':
        kinds.set(said.body.text, said.body.kind)
        break
      case 'agreed':
        if (kinds.get(said.body.text) === 'mou') sayKnot(act, 'text', { ...said.body, on: undefined })
        break
      case 'signed': {
        const kind = kinds.get(said.body.text)
        if (kind !== undefined && kind !== 'plan') sayKnot(act, kind, said.body)
        break
      }
      case 'visit':
        if (said.body.from === side) travelling.add(said.body.delegation)
        if (!travelling.has(said.body.delegation)) break
        events['departure'] = said.body.when.from
        events['return'] = said.body.when.to
        break
      case 'cancelled':
        if (!travelling.delete(said.body.delegation)) break
        delete events['departure']
        delete events['return']
        break
      case 'activity':
        events['activity'] = said.body.when.from
        break
      case 'other':
        break
    }
  }
  return { ok: true, following, events, voided }
}

const day = z.string().refine((text) => parseDate(text) !== undefined, 'not a day')
const when = z.looseObject({ from: day, to: day })
const drafted = z.looseObject({ text: z.string(), kind: z.enum(['loi', 'plan', 'mou', 'renewal']) })
const signed = z.looseObject({ text: z.string(), on: day.optional(), attests: z.array(z.string()).optional() })
const visit = z.looseObject({ delegation: z.string(), from: z.enum(['a', 'b']).optional(), when })
const cancelled = z.looseObject({ delegation: z.string() })
const activity = z.looseObject({ when })

type Said =
  | { readonly kind: 'step'; readonly fact: StepFact }
  | { readonly kind: 'drafted'; readonly body: z.infer<typeof drafted> }
  | { readonly kind: 'agreed' | 'signed'; readonly body: z.infer<typeof signed> }
  | { readonly kind: 'visit'; readonly body: z.infer<typeof visit> }
  | { readonly kind: 'cancelled'; readonly body: z.infer<typeof cancelled> }
  | { readonly kind: 'activity'; readonly body: z.infer<typeof activity> }
  | { readonly kind: 'other' }

type ReadBody = { readonly ok: true; readonly said: Said } | { readonly ok: false; readonly problem: string }

function readBody(act: TypedAct, on: string): ReadBody {
  const read = <T>(schema: z.ZodType<T>, say: (body: T) => Said): ReadBody => {
    const body = schema.safeParse(act.body)
    return body.success ? { ok: true, said: say(body.data) } : { ok: false, problem: problemOf(body.error) }
  }
  const { type } = act
  switch (type) {
    case 'step.started':
      return read(stepStarted, (body) => ({ kind: 'step', fact: { ...sealed(act, on), type, body } }))
    case 'step.completed':
      return read(stepCompleted, (body) => ({ kind: 'step', fact: { ...sealed(act, on), type, body } }))
    case 'step.returned':
      return read(stepReturned, (body) => ({ kind: 'step', fact: { ...sealed(act, on), type, body } }))
    case 'text.drafted':
      return read(drafted, (body) => ({ kind: 'drafted', body }))
    case 'text.agreed':
      return read(signed, (body) => ({ kind: 'agreed', body }))
    case 'text.signed':
      return read(signed, (body) => ({ kind: 'signed', body }))
    case 'delegation.proposed':
    case 'delegation.revised':
    case 'delegation.reported':
      return read(visit, (body) => ({ kind: 'visit', body }))
    case 'delegation.cancelled':
      return read(cancelled, (body) => ({ kind: 'cancelled', body }))
    case 'event.announced':
    case 'event.revised':
      return read(activity, (body) => ({ kind: 'activity', body }))
    default:
      return { ok: true, said: { kind: 'other' } }
  }
}

const sealed = ({ act, at, basis }: TypedAct, on: string) => ({ act, at: at ?? `${on}T00:00:00.000Z`, basis })
