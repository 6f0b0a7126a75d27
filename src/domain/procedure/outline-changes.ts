// What a newer version of a pack changes for a partnership that goes by an older one. The older one stays in force for it;
// people are told and decide.
import type { Outline, OutlineStep } from './outline.ts'

export interface OutlineChanges {
  /** Version that the partnership pinned, and the one that it is compared with. */
  readonly pinned: string
  readonly present: string
  /** Ids of steps. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly StepChange[]
}

export interface StepChange {
  readonly step: string
  /** Steps that must now be done before it, and those that no longer must. */
  readonly needs: readonly string[]
  readonly no_longer_needs: readonly string[]
  /** It became, or ceased to be, a joint milestone, optional, recurring, or able to send back. */
  readonly other: boolean
}

/** undefined for two packs that are not the same, and for two of the same version. */
export function outlineChanges(pinned: Outline, present: Outline): OutlineChanges | undefined {
  if (pinned.pack !== present.pack || pinned.version === present.version) return undefined
  const [before, after] = [byId(pinned), byId(present)]
  return {
    pinned: pinned.version,
    present: present.version,
    added: present.steps.flatMap(({ id }) => (before.has(id) ? [] : [id])),
    removed: pinned.steps.flatMap(({ id }) => (after.has(id) ? [] : [id])),
    changed: present.steps.flatMap((step) => {
      const old = before.get(step.id)
      const change = old && stepChange(old, step)
      return change === undefined ? [] : [change]
    }),
  }
}

const byId = ({ steps }: Outline): ReadonlyMap<string, OutlineStep> => new Map(steps.map((step) => [step.id, step]))

function stepChange(old: OutlineStep, now: OutlineStep): StepChange | undefined {
  const needs = now.needs.filter((id) => !old.needs.includes(id))
  const noLonger = old.needs.filter((id) => !now.needs.includes(id))
  const traits = ({ knot, optional, recurring, returns = [] }: OutlineStep) =>
    JSON.stringify([knot ?? null, optional ?? false, recurring ?? false, returns.toSorted()])
  const other = traits(old) !== traits(now)
  return needs.length === 0 && noLonger.length === 0 && !other
    ? undefined
    : { step: now.id, needs, no_longer_needs: noLonger, other }
}
