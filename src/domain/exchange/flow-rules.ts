// Flows: measured movements from side to side, summed in thousandths so that taking one back leaves no trace.
import type { ActBody } from '../act/act-bodies.ts'
import { markOf } from '../act/mark.ts'
import { addActivity, removeActivity } from '../partnership/activity.ts'
import type { FlowSum, Head } from '../partnership/head.ts'
import type { Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import { checkNew, checkOwn } from '../partnership/versions.ts'

type FlowBody = ActBody['flow.recorded']

export const flowRules: Rules<'flow.recorded' | 'flow.withdrawn'> = {
  'flow.recorded': {
    about: ({ flow }) => [{ kind: 'flow', id: flow }],
    check: (reading, { body }) => checkNew(reading, 'flow', body.flow),
    apply({ head }, said, hash) {
      const { body, speaker } = said
      const value = { id: body.flow, owner: speaker, mark: markOf(said, hash), body }
      return { head: flowing(head, body, hash), objects: [{ kind: 'flow', id: value.id, value }] }
    },
    correct({ head, object }, { body }, original) {
      const before = object('flow', body.flow)
      if (before === undefined || before.withdrawn !== undefined) return {}
      return {
        head: flowing(stopped(head, before.body, original), body, original),
        objects: [{ kind: 'flow', id: before.id, value: { ...before, body } }],
      }
    },
  },
  'flow.withdrawn': {
    about: ({ flow }) => [{ kind: 'flow', id: flow }],
    check(reading, { speaker, body: { flow: id } }) {
      const refusal = checkOwn(reading, 'flow', id, speaker)
      const withdrawn = reading.object('flow', id)?.withdrawn
      const twice = withdrawn !== undefined && counts(reading.head, withdrawn.mark)
      return refusal ?? (twice ? { code: 'already-decided', kind: 'flow', id, status: 'withdrawn' } : undefined)
    },
    apply({ head, object }, said, hash) {
      const flow = object('flow', said.body.flow)
      if (flow === undefined) return {}
      const withdrawn = { mark: markOf(said, hash), reason: said.body.reason }
      return {
        head: flow.withdrawn === undefined ? stopped(head, flow.body, flow.mark.act) : head,
        objects: [{ kind: 'flow', id: flow.id, value: { ...flow, withdrawn } }],
      }
    },
  },
}

/** That nothing flowed is worth recording, but it is no exchange. */
const flowing = (head: Head, body: FlowBody, act: string): Head =>
  thousandths(body) === 0
    ? head
    : addActivity(summed(head, body, 1), body.from, { act, type: 'flow.recorded', on: body.when.to }, [body.sector])

const stopped = (head: Head, body: FlowBody, act: string): Head =>
  thousandths(body) === 0 ? head : removeActivity(summed(head, body, -1), body.from, act, body.when.to)

const thousandths = ({ quantity }: FlowBody) => Math.round(quantity * 1000)

function summed(head: Head, body: FlowBody, sign: 1 | -1): Head {
  const { sector, measure, unit, from, when } = body
  const key = `${sector}|${measure}|${unit}|${when.to.slice(0, 4)}`
  const before: FlowSum = head.flows[key] ?? { a_to_b: 0, b_to_a: 0 }
  const direction = from === 'a' ? 'a_to_b' : 'b_to_a'
  const after = { ...before, [direction]: before[direction] + sign * thousandths(body) }
  const flows = { ...head.flows, [key]: after }
  if (after.a_to_b === 0 && after.b_to_a === 0) delete flows[key]
  return { ...head, flows }
}
