// An example of a pack: what both sides say, in order, and where the procedure must stand then.
import type { Side } from '../act/act.ts'
import type { StepCompleted, StepReturned, StepStarted } from './step-bodies.ts'

export const EXAMPLE_KINDS = [
  'happy-path',
  'out-of-order',
  'sent-back',
  'deadline-passes',
  'other-side-late',
  'other',
] as const
export type ExampleKind = (typeof EXAMPLE_KINDS)[number]

export interface GivenAct {
  /** The side of the example where absent. */
  readonly side?: Side
  readonly 'step.started'?: StepStarted
  readonly 'step.completed'?: StepCompleted
  readonly 'step.returned'?: StepReturned
}

export interface ExpectedRefusal {
  /** Place in `given`, from 1. */
  readonly at: number
  readonly code: string
  readonly missing?: readonly string[]
}

export interface Expectation {
  readonly done?: readonly string[]
  readonly open?: readonly string[]
  /** Those named must be so; others may be blocked too. */
  readonly blocked?: readonly { readonly step: string; readonly missing: readonly string[] }[]
  readonly overdue?: readonly string[]
  readonly due?: Readonly<Record<string, string | null>>
  readonly waiting?: readonly string[]
  readonly refused?: readonly ExpectedRefusal[]
}

export interface Example {
  readonly name: string
  readonly kind: ExampleKind
  readonly side: Side
  /** The day on which one looks. */
  readonly on: string
  readonly given: readonly GivenAct[]
  readonly expect: Expectation
}
