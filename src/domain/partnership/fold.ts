// The state of a partnership from its acts: the same for any copy that holds the same acts, in whatever order they came.
import { evolve } from './evolve.ts'
import { growingState, type MemoryState } from './memory-state.ts'
import { orderActs, type Delivered, type Ordered } from './order-acts.ts'

export interface Folded {
  readonly state: MemoryState
  readonly waiting: Ordered['waiting']
}

/** Shared acts only; those of a private strand are passed over. */
export function foldActs(partnership: string, delivered: Iterable<Delivered>): Folded {
  const { acts, waiting } = orderActs(delivered)
  const state = growingState(partnership)
  for (const { act, fault } of acts) state.take(act, evolve(state, act, fault))
  return { state, waiting }
}
