// What an act changes: the whole of the fold, one act at a time. It never throws; an act that was not allowed where it
// stands stays in the record, changes nothing and is shown with the reason.
import type { ActType } from '../act/act-bodies.ts'
import type { AnyAct } from '../act/act.ts'
import type { Said } from '../act/mark.ts'
import type { DomainRefusal } from '../refusal.ts'
import { admit } from './admit.ts'
import { saidOf } from './answering-rules.ts'
import type { Head } from './head.ts'
import { tieKnots } from './knots.ts'
import type { ObjectChange } from './objects.ts'
import type { Changes, Reading } from './reading.ts'
import { ruleOf } from './rules.ts'

/** Why it may not be said now. The one question that a decision and the fold both ask. */
export const allowed = (reading: Reading, said: Said<ActType>): DomainRefusal | undefined =>
  admit(reading.head, said) ?? ruleOf(said.type).check(reading, said)

/** `fault`: what was found wrong with the act as such (its hash, its chain, its shape). */
export function evolve(reading: Reading, act: AnyAct, fault?: DomainRefusal): Changes {
  const said = saidOf(act)
  const refusal = fault ?? allowed(reading, said)
  // The clock of an act that is broken as such is not believed.
  if (refusal !== undefined) return voided(reading.head, isBroken(fault) ? { ...act, clock: 0 } : act, refusal)
  const { head = reading.head, objects = [] } = ruleOf(act.type).apply(reading, said, act.hash)
  return { head: counted(tieKnots(head), act), objects }
}

/** Not one whose words are merely unknown to this version. */
const isBroken = (fault: DomainRefusal | undefined): boolean =>
  fault !== undefined && fault.code !== 'unknown-act-type' && fault.code !== 'wrong-shape'

function voided(head: Head, act: AnyAct, refusal: DomainRefusal): Changes {
  const { hash, side, seq, type } = act
  const change: ObjectChange = { kind: 'void', id: hash, value: { act: hash, side, seq, type, refusal } }
  return { head: counted({ ...head, voids: head.voids + 1 }, act), objects: [change] }
}

const counted = (head: Head, { clock, at }: AnyAct): Head => ({
  ...head,
  acts: head.acts + 1,
  clock: Math.max(head.clock, clock),
  last_at: head.last_at !== undefined && head.last_at > at ? head.last_at : at,
})
