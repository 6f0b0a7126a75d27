// Acts about acts: the side that did not write an act confirms or disputes it; the side that wrote it corrects it.
import { ACT_BODIES } from '../act/act-bodies.ts'
import type { ActType } from '../act/act-bodies.ts'
import { speakerOf, type AnyAct, type Hash, type Side } from '../act/act.ts'
import { markOf, type Answer, type Mark, type Said } from '../act/mark.ts'
import { shapeFault } from '../act/shape-fault.ts'
import type { DomainRefusal } from '../refusal.ts'
import type { Head } from './head.ts'
import type { ObjectChange, ObjectRef } from './objects.ts'
import type { Changes, Reading, Rule, Rules } from './reading.ts'
import { remark, type Remark } from './remark.ts'

type AnsweringType = 'act.confirmed' | 'act.disputed' | 'act.corrected'
export type RuleOf = (type: ActType) => Rule<ActType>

export const saidOf = (act: AnyAct): Said<ActType> => ({ ...act, speaker: speakerOf(act) }) as unknown as Said<ActType>

const about = ({ act }: { readonly act: Hash }): readonly ObjectRef[] => [
  { kind: 'answered', id: act },
  { kind: 'void', id: act },
]
const names = ({ act }: { readonly act: Hash }) => [act]

function checkTarget(reading: Reading, hash: Hash): AnyAct | DomainRefusal {
  const target = reading.act(hash)
  if (target === undefined) return { code: 'unknown-act', act: hash }
  return reading.object('void', hash) === undefined ? target : { code: 'act-void', act: hash }
}

/** The rules of all other acts are handed in, since these three speak about any of them. */
export function answeringRules(ruleOf: RuleOf): Rules<AnsweringType> {
  return {
    'act.confirmed': {
      about,
      names,
      check: (reading, said) => checkAnswer(reading, said.body.act, said.side, 'confirmed'),
      apply: (reading, said, hash) =>
        answer(ruleOf, reading, said.body.act, { confirmed: answerOf(said, hash, said.body.note) }),
    },
    'act.disputed': {
      about,
      names,
      check: (reading, said) => checkAnswer(reading, said.body.act, said.side, 'disputed'),
      apply: (reading, said, hash) =>
        answer(ruleOf, reading, said.body.act, { disputed: answerOf(said, hash, said.body.reason) }),
    },
    'act.corrected': {
      about,
      names,
      check: (reading, said) => checkCorrection(ruleOf, reading, said),
      apply: (reading, said, hash) => correct(ruleOf, reading, said, hash),
    },
  }
}

const answerOf = (said: Said<AnsweringType>, act: Hash, reason?: string): Answer => ({
  act,
  side: said.speaker,
  at: said.at,
  ...(reason === undefined ? {} : { reason }),
})

function checkAnswer(
  reading: Reading,
  hash: Hash,
  side: Side,
  kind: 'confirmed' | 'disputed',
): DomainRefusal | undefined {
  const target = checkTarget(reading, hash)
  if ('code' in target) return target
  if (target.side === side) return { code: 'wrong-side', kind: 'act', id: hash, owner: side }
  const mark = reading.object('answered', hash)?.mark
  // A dispute may be settled by confirming; what was confirmed stays so.
  const answered = mark?.confirmed !== undefined || (kind === 'disputed' && mark?.disputed !== undefined)
  return answered ? { code: 'already-answered', act: hash } : undefined
}

function answer(ruleOf: RuleOf, reading: Reading, hash: Hash, change: Remark): Changes {
  const target = reading.act(hash)
  if (target === undefined) return {}
  const objects = ruleOf(target.type)
    .about(target.body)
    .flatMap(({ kind, id }): ObjectChange[] => {
      const before = reading.object(kind, id)
      const after = remark(before, hash, change)
      return after === before ? [] : [{ kind, id, value: after } as ObjectChange]
    })
  return { head: remarkHead(reading.head, target, change), objects: [...objects, answered(reading, target, change)] }
}

function answered(reading: Reading, target: AnyAct, change: Remark): ObjectChange {
  const before: Mark = reading.object('answered', target.hash)?.mark ?? markOf(saidOf(target), target.hash)
  return { kind: 'answered', id: target.hash, value: { id: target.hash, mark: { ...before, ...change } } }
}

function remarkHead(head: Head, target: AnyAct, change: Remark): Head {
  const { knots, ending, reviving } = head
  const marked = { ...head, ...remark({ knots, ending, reviving }, target.hash, change) }
  const side = speakerOf(target)
  const procedure = marked.procedures[side]
  if (procedure === undefined || !target.type.startsWith('step.')) return marked
  const steps = Object.fromEntries(
    Object.entries(procedure.steps).map(([id, step]) => {
      if (step.act !== target.hash) return [id, step]
      if ('confirmed' in change) return [id, { ...step, confirmed: true }]
      // What the side itself denies was not done.
      const denied = 'disputed' in change && target.basis === 'reported'
      return [id, denied ? { ...step, status: 'returned' as const, reason: change.disputed.reason ?? '' } : step]
    }),
  )
  return { ...marked, procedures: { ...marked.procedures, [side]: { ...procedure, steps } } }
}

function checkCorrection(ruleOf: RuleOf, reading: Reading, said: Said<'act.corrected'>): DomainRefusal | undefined {
  const target = checkTarget(reading, said.body.act)
  if ('code' in target) return target
  if (target.side !== said.side || target.basis !== said.basis)
    return { code: 'wrong-side', kind: 'act', id: target.hash, owner: target.side }
  const rule = ruleOf(target.type)
  if (rule.correct === undefined) return { code: 'not-correctable', type: target.type }
  const fault = shapeFault(target.type, ACT_BODIES[target.type], said.body.body)
  if (fault !== undefined) return fault
  const key = (body: unknown) => JSON.stringify(rule.about(body as never)[0] ?? null)
  return key(said.body.body) === key(target.body) ? undefined : { code: 'correction-changes-id', act: target.hash }
}

function correct(ruleOf: RuleOf, reading: Reading, said: Said<'act.corrected'>, hash: Hash): Changes {
  const target = reading.act(said.body.act)
  const rule = target && ruleOf(target.type)
  if (target === undefined || rule?.correct === undefined) return {}
  const change: Remark = { corrected: answerOf(said, hash, said.body.reason) }
  const corrected = { ...saidOf(target), body: said.body.body } as unknown as Said<ActType>
  const { head = reading.head, objects = [] } = rule.correct(reading, corrected, target.hash)
  return {
    head,
    objects: [
      ...objects.map((one) => ({ ...one, value: remark(one.value, target.hash, change) }) as ObjectChange),
      answered(reading, target, change),
    ],
  }
}
