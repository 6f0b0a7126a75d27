// On which day the event was that a deadline counts from. A letter counts from its receipt; where nobody told that day,
// the day on which the letter was made stands in for it and the answer says so.
import { documentSteps } from './document-steps.ts'
import type { Pack } from './pack.ts'
import { stepStateOf, type ProcedureState } from './procedure-state.ts'

export interface EventDay {
  readonly on: string
  /** Nobody told the day of receipt. */
  readonly assumed: boolean
}

export interface KnownEvents {
  readonly state: ProcedureState
  /** Days that something else than a step tells, such as the departure of a delegation. */
  readonly events: Readonly<Record<string, string>>
}

/** Undefined where it has not happened, or nobody said when. */
export function eventDay(pack: Pack, event: string, known: KnownEvents): EventDay | undefined {
  const told = own(known.state.events, event) ?? own(known.events, event)
  const [kind, of] = splitEvent(event)
  switch (kind) {
    case 'received': {
      const made = madeOn(pack, of, known.state)
      // A letter cannot be received before it was made: that day belongs to an earlier round.
      if (told !== undefined && (made === undefined || made <= told)) return { on: told, assumed: false }
      return made === undefined ? undefined : { on: made, assumed: true }
    }
    case 'done':
      return asDay(told ?? doneOn(known.state, of))
    case 'tied':
      return asDay(told ?? doneOn(known.state, pack.steps.find(({ knot }) => knot === of)?.id))
    default:
      return asDay(told)
  }
}

/** `received:dossier` is [`received`, `dossier`]; an event of the pack's own list has no second part. */
export function splitEvent(event: string): readonly [kind: string, of: string] {
  const colon = event.indexOf(':')
  return colon < 0 ? [event, ''] : [event.slice(0, colon), event.slice(colon + 1)]
}

const asDay = (on: string | undefined) => (on === undefined ? undefined : { on, assumed: false })

function madeOn(pack: Pack, document: string, state: ProcedureState): string | undefined {
  const producer = documentSteps(pack).get(document)
  if (producer !== undefined) return doneOn(state, producer)
  return Object.values(state.steps).find(({ documents }) => documents?.includes(document))?.on
}

function doneOn(state: ProcedureState, step: string | undefined): string | undefined {
  const now = step === undefined ? undefined : stepStateOf(state, step)
  return now?.status === 'done' ? now.on : undefined
}

const own = (days: Readonly<Record<string, string>>, event: string) =>
  Object.hasOwn(days, event) ? days[event] : undefined
