// What must be at hand before an act can be decided or folded, so that a ledger reads a few rows and no whole record.
import type { ActBody, ActType } from '../act/act-bodies.ts'
import type { AnyAct, Hash } from '../act/act.ts'
import type { ObjectRef } from './objects.ts'
import { ruleOf } from './rules.ts'

interface Worded {
  readonly type: ActType
  readonly body: ActBody[ActType]
}

/** Hashes of acts that it speaks about. */
export const names = ({ type, body }: Worded): readonly Hash[] => ruleOf(type).names?.(body) ?? []

/** The objects that it reads or changes; `targets` are the acts that it names. */
export function touches(said: Worded, targets: readonly AnyAct[] = []): readonly ObjectRef[] {
  return [said, ...targets].flatMap(({ type, body }) => ruleOf(type).about(body))
}
