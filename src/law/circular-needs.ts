// Steps that wait for each other, or for themselves: going back is an outcome, never a need.
import { outlineOf } from '../domain/procedure/outline.ts'
import type { Pack } from '../domain/procedure/pack.ts'
import { needsOf } from '../domain/procedure/procedure-state.ts'
import type { LawFault } from './law-fault.ts'
import type { Blame } from './read-yaml.ts'

/** One fault for each circle, at the needs of the first of its steps in the file. */
export function circularNeeds(pack: Pack, blame: Blame): readonly LawFault[] {
  const outline = outlineOf(pack)
  const told = new Set<string>()
  return pack.steps.flatMap(({ id }, index) => {
    const before = needsOf(outline, id)
    if (told.has(id) || !before.has(id)) return []
    const circle = pack.steps.map((step) => step.id).filter((one) => before.has(one) && needsOf(outline, one).has(id))
    circle.forEach((one) => told.add(one))
    return [blame(['steps', index, 'requires'], 'circular-needs', { step: id, through: circle.join(', ') })]
  })
}
