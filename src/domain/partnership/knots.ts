// Joint milestones: each side says for itself that it is there, and the knot ties when both words count and no step
// before it is missing on either side.
import { SIDES, type Side } from '../act/act.ts'
import type { Mark } from '../act/mark.ts'
import { KNOTS, type Knot } from '../procedure/pack.ts'
import { missingForKnot, tieKnot, type Counts, type ProcedureState } from '../procedure/procedure-state.ts'
import type { Head, KnotState } from './head.ts'
import { counts } from './standing.ts'

export interface Unready {
  readonly side: Side
  /** Ids of the steps that are missing, in the order of the side's procedure. */
  readonly missing: readonly string[]
}

/** Whether a step of this side may be relied on. */
export const stepCounts =
  (head: Head, side: Side): Counts =>
  ({ basis, confirmed }) =>
    basis === 'stated' || confirmed === true || head.seats[side] === undefined

/** The sides that have steps missing before the knot; none: it is open for both. `attests` are done on its side's word. */
export function readiness(
  head: Head,
  knot: Knot,
  attests?: { readonly side: Side; readonly steps: readonly string[] },
): readonly Unready[] {
  return SIDES.flatMap((side) => {
    const missing = missingOn(head, knot, side).filter(
      (step) => side !== attests?.side || !attests.steps.includes(step),
    )
    return missing.length > 0 ? [{ side, missing }] : []
  })
}

export function missingOn(head: Head, knot: Knot, side: Side): readonly string[] {
  const procedure = head.procedures[side]
  return procedure === undefined ? [] : missingForKnot(procedure, knot, stepCounts(head, side))
}

/** A side's word that the milestone is reached; ties what can be tied. */
export function sayKnot(head: Head, knot: Knot, said: Mark & { readonly on: string }): Head {
  const state: KnotState = head.knots[knot] ?? { says: {} }
  return tieKnots(withKnot(head, knot, { ...state, says: { ...state.says, [said.side]: said } }))
}

/** Takes words back that a returned step has overtaken; a tied knot stays tied. */
export function unsayOvertaken(head: Head, side: Side): Head {
  return KNOTS.reduce((now, knot) => {
    const state = now.knots[knot]
    if (state?.says[side] === undefined || state.tied || missingOn(now, knot, side).length === 0) return now
    const says = { ...state.says }
    delete says[side]
    return withKnot(now, knot, { says })
  }, head)
}

/** Ties every knot that both sides have said, with a word that counts and nothing missing. */
export function tieKnots(head: Head): Head {
  return KNOTS.reduce((now, knot) => {
    const state = now.knots[knot]
    if (state === undefined || state.tied || !state.says.a || !state.says.b) return now
    const { a, b } = state.says
    if (!counts(now, a) || !counts(now, b) || readiness(now, knot).length > 0) return now
    const later = a.on > b.on ? a : b
    const tied: KnotState = { ...state, tied: { on: later.on, acts: [a.act, b.act] } }
    return withProcedures(withKnot(now, knot, tied), (procedure) => tieKnot(procedure, knot, later.on, later.act))
  }, head)
}

const withKnot = (head: Head, knot: Knot, state: KnotState): Head => ({
  ...head,
  knots: { ...head.knots, [knot]: state },
})

function withProcedures(head: Head, change: (procedure: ProcedureState) => ProcedureState): Head {
  const { a, b } = head.procedures
  return { ...head, procedures: { ...(a ? { a: change(a) } : {}), ...(b ? { b: change(b) } : {}) } }
}
