// Steps of a side's own procedure. Completing the step of a joint milestone is that side's word for the knot.
import type { ActType } from '../act/act-bodies.ts'
import { markOf, type Said } from '../act/mark.ts'
import { checkStep, foldStep, type StepFact } from '../procedure/procedure-state.ts'
import type { DomainRefusal } from '../refusal.ts'
import type { Head } from './head.ts'
import { sayKnot, stepCounts, unsayOvertaken } from './knots.ts'
import type { Reading, Rule, Rules } from './reading.ts'

type StepType = 'step.started' | 'step.completed' | 'step.returned'

const factOf = (said: Said<StepType>, act: string): StepFact =>
  ({ type: said.type, body: said.body, act, at: said.at, basis: said.basis }) as StepFact

function check({ head }: Reading, said: Said<StepType>): DomainRefusal | undefined {
  const procedure = head.procedures[said.speaker]
  if (procedure === undefined) return { code: 'unknown-step', step: said.body.step }
  return checkStep(procedure, factOf(said, ''), stepCounts(head, said.speaker))
}

function fold(head: Head, said: Said<StepType>, hash: string): Head {
  const procedure = head.procedures[said.speaker]
  if (procedure === undefined) return head
  const procedures = { ...head.procedures, [said.speaker]: foldStep(procedure, factOf(said, hash)) }
  return { ...head, procedures }
}

function knotOf(head: Head, { speaker, body }: Said<StepType>) {
  return head.procedures[speaker]?.outline.steps.find(({ id }) => id === body.step)?.knot
}

const stepRule = <T extends StepType & ActType>(
  after: (head: Head, said: Said<StepType>, hash: string) => Head,
): Rule<T> => ({
  about: () => [],
  check: (reading, said) => check(reading, said as unknown as Said<StepType>),
  apply: ({ head }, said, hash) => {
    const step = said as unknown as Said<StepType>
    return { head: after(fold(head, step, hash), step, hash) }
  },
})

export const stepRules: Rules<StepType> = {
  'step.started': stepRule<'step.started'>((head) => head),
  'step.completed': stepRule<'step.completed'>((head, said, hash) => {
    const knot = knotOf(head, said)
    const { on = said.at.slice(0, 10) } = said.body
    // An outcome may send the procedure back as a return does.
    const still = unsayOvertaken(head, said.speaker)
    return knot === undefined ? still : sayKnot(still, knot, { ...markOf(said, hash), on })
  }),
  'step.returned': stepRule<'step.returned'>((head, said) => unsayOvertaken(head, said.speaker)),
}
