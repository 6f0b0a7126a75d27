// One side's procedure while both sides speak: its own steps, and the joint milestones that the other side has said.
import type { Knot } from './pack.ts'
import {
  beginProcedure,
  checkStep,
  foldStep,
  missingForKnot,
  stepStateOf,
  tieKnot,
  type ProcedureState,
  type StepFact,
  type StepRefusal,
} from './procedure-state.ts'
import type { Outline } from './outline.ts'

export interface Following {
  readonly state: ProcedureState
  /** Milestones that the other side has said. */
  readonly heard: Partial<Readonly<Record<Knot, Heard>>>
}

export interface Heard {
  readonly on: string
  readonly act: string
}

export const beginFollowing = (outline: Outline): Following => ({ state: beginProcedure(outline), heard: {} })

/** What this side says: it counts, or it is refused and changes nothing. */
export function followOwn(
  following: Following,
  fact: StepFact,
): { readonly following: Following; readonly refusal?: StepRefusal } {
  const refusal = checkStep(following.state, fact)
  if (refusal !== undefined) return { following, refusal }
  return { following: tieWhatBothSaid({ ...following, state: foldStep(following.state, fact) }) }
}

export function followOther(following: Following, knot: Knot, heard: Heard): Following {
  return tieWhatBothSaid({ ...following, heard: { ...following.heard, [knot]: heard } })
}

/** The other side takes a milestone back that it has said. */
export function forgetOther(following: Following, knot: Knot): Following {
  const { [knot]: _, ...heard } = following.heard
  return { ...following, heard }
}

function tieWhatBothSaid({ state, heard }: Following): Following {
  const ready = state.outline.steps.find(
    ({ id, knot }) =>
      knot !== undefined &&
      heard[knot] !== undefined &&
      stepStateOf(state, id)?.status === 'said' &&
      missingForKnot(state, knot).length === 0,
  )
  const said = ready === undefined ? undefined : stepStateOf(state, ready.id)
  const other = ready?.knot === undefined ? undefined : heard[ready.knot]
  if (ready?.knot === undefined || said === undefined || other === undefined) return { state, heard }
  const last = other.on > said.on ? other : said
  const tied = { state: tieKnot(state, ready.knot, last.on, last.act), heard }
  // The next round of a recurring milestone needs a new word of both.
  return ready.recurring === true ? forgetOther(tied, ready.knot) : tied
}
