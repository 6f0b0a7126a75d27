// What a partnership pins of a pack when it begins: enough to say for ever, without the pack, which step may follow
// which. It stands in the act itself, so a fold needs no file and a later law changes no past.
import type { Knot, Pack, Step } from './pack.ts'

export interface OutlineStep {
  readonly id: string
  /** Steps that must be done before it. */
  readonly needs: readonly string[]
  readonly knot?: Knot | undefined
  readonly optional?: true | undefined
  readonly recurring?: true | undefined
  /** Earlier steps that it may send the procedure back to. */
  readonly returns?: readonly string[] | undefined
  /** The outcomes among them: which earlier step each one goes back to. */
  readonly outcomes?: Readonly<Record<string, string>> | undefined
}

export interface Outline {
  readonly pack: string
  readonly version: string
  readonly steps: readonly OutlineStep[]
}

export function outlineOf(pack: Pack): Outline {
  const producer = new Map(pack.steps.flatMap((step) => step.produces.map((document) => [document, step.id] as const)))
  const position = new Map(pack.steps.map((step, index) => [step.id, index]))
  return {
    pack: pack.pack,
    version: pack.version,
    steps: pack.steps.map((step) => outlineStep(step, producer, position)),
  }
}

function outlineStep(
  step: Step,
  producer: ReadonlyMap<string, string>,
  position: ReadonlyMap<string, number>,
): OutlineStep {
  const here = position.get(step.id) ?? 0
  const needs = step.requires.flatMap((id) => (position.has(id) ? [id] : (producer.get(id) ?? [])))
  const back = (step.outcomes ?? []).filter(({ goto }) => (position.get(goto) ?? here) < here)
  return {
    id: step.id,
    needs: [...new Set(needs)],
    ...(step.knot ? { knot: step.knot } : {}),
    ...(step.optional ? { optional: true as const } : {}),
    ...(step.recurring ? { recurring: true as const } : {}),
    ...(back.length > 0 ? { returns: [...new Set(back.map(({ goto }) => goto))] } : {}),
    ...(back.length > 0 ? { outcomes: Object.fromEntries(back.map(({ id, goto }) => [id, goto])) } : {}),
  }
}
