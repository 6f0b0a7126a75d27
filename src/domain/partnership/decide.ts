// Whether something may be recorded now. Asks the same question as the fold and, since it happens in the present, whether
// the shape is right, the day has come and a private step that is vouched for was really done.
import { ACT_BODIES, type ActType } from '../act/act-bodies.ts'
import { speakerOf, type AnyIntent, type Instant } from '../act/act.ts'
import type { Said } from '../act/mark.ts'
import { shapeFault } from '../act/shape-fault.ts'
import { isMet } from '../procedure/procedure-state.ts'
import type { DomainRefusal } from '../refusal.ts'
import { allowed } from './evolve.ts'
import { factDates } from './fact-dates.ts'
import type { Reading } from './reading.ts'

export interface Context {
  /** The day at the deciding office. */
  readonly today: string
  readonly at: Instant
  /** The side's own view with its private strand; absent: it keeps nothing to itself. */
  readonly privately?: Reading
}

export type Decision = { readonly ok: true } | { readonly ok: false; readonly refusal: DomainRefusal }

export function decide(reading: Reading, intent: AnyIntent, context: Context): Decision {
  const refusal =
    shapeFault(intent.type, ACT_BODIES[intent.type], intent.body) ??
    future(intent, context.today) ??
    vouched(intent, context.privately) ??
    allowed(reading, { ...intent, at: context.at, speaker: speakerOf(intent) } as unknown as Said<ActType>)
  return refusal === undefined ? { ok: true } : { ok: false, refusal }
}

function future(intent: AnyIntent, today: string): DomainRefusal | undefined {
  const date = factDates(intent).find((one) => one > today)
  return date === undefined ? undefined : { code: 'date-in-future', date, today }
}

function vouched(intent: AnyIntent, privately: Reading | undefined): DomainRefusal | undefined {
  if (intent.type !== 'step.completed') return undefined
  const procedure = privately?.head.procedures[speakerOf(intent)]
  const step = intent.body.attests?.find((id) => procedure === undefined || !isMet(procedure, id))
  return step === undefined ? undefined : { code: 'attested-not-done', step }
}
