// Programmes, flows and reviews: what really went from one side to the other.
import type { ActBody } from '../act/act-bodies.ts'
import { SIDES, type Side } from '../act/act.ts'
import { markOf } from '../act/mark.ts'
import { involve } from '../delegation/involve.ts'
import { addActivity } from '../partnership/activity.ts'
import type { Head, ReviewSummary } from '../partnership/head.ts'
import type { Rules } from '../partnership/reading.ts'
import { checkNew, checkOwn } from '../partnership/versions.ts'
import { flowRules } from './flow-rules.ts'

type Review = ActBody['review.submitted']

const programmeRules: Rules<'programme.opened' | 'programme.closed'> = {
  'programme.opened': {
    about: ({ programme }) => [{ kind: 'programme', id: programme }],
    check: (reading, { body }) => checkNew(reading, 'programme', body.programme),
    apply(_reading, said, hash) {
      const { body, speaker } = said
      const value = { id: body.programme, owner: speaker, mark: markOf(said, hash), body }
      return { objects: [{ kind: 'programme', id: value.id, value }] }
    },
  },
  'programme.closed': {
    about: ({ programme }) => [{ kind: 'programme', id: programme }],
    check(reading, { speaker, body: { programme: id } }) {
      const refusal = checkOwn(reading, 'programme', id, speaker)
      const twice = reading.object('programme', id)?.closed !== undefined
      return refusal ?? (twice ? { code: 'already-decided', kind: 'programme', id, status: 'closed' } : undefined)
    },
    apply({ head, object }, said, hash) {
      const { body, type } = said
      const programme = object('programme', body.programme)
      if (programme === undefined) return {}
      const { a_to_b: fromA, b_to_a: fromB } = body.people
      const outgoing: Record<Side, number> = { a: fromA, b: fromB }
      const active = SIDES.filter((side) => outgoing[side] > 0).reduce(
        (now, side) => addActivity(now, side, { act: hash, type, on: body.on }, [programme.body.sector]),
        head,
      )
      return {
        head: involve(active, { people: fromA + fromB, organisations: body.organisations }),
        objects: [
          { kind: 'programme', id: programme.id, value: { ...programme, closed: { mark: markOf(said, hash), body } } },
        ],
      }
    },
  },
}

const reviewRules: Rules<'review.submitted'> = {
  'review.submitted': {
    about: ({ review }) => [{ kind: 'review', id: review }],
    check: (reading, { body }) => checkNew(reading, 'review', body.review),
    apply({ head }, said, hash) {
      const { body, speaker } = said
      const value = { id: body.review, owner: speaker, mark: markOf(said, hash), body }
      return { head: summed(head, speaker, body, hash), objects: [{ kind: 'review', id: value.id, value }] }
    },
    correct({ head, object }, { body, speaker }, original) {
      const before = object('review', body.review)
      if (before === undefined) return {}
      const shown = head.reviews[speaker]?.act === original
      return {
        head: shown ? { ...head, reviews: { ...head.reviews, [speaker]: summary(body, original) } } : head,
        objects: [{ kind: 'review', id: before.id, value: { ...before, body } }],
      }
    },
  },
}

export const exchangeRules = { ...programmeRules, ...flowRules, ...reviewRules }

/** The review of the latest period is the side's last word. */
function summed(head: Head, side: Side, body: Review, hash: string): Head {
  const last = head.reviews[side]
  if (last !== undefined && last.until > body.when.to) return head
  return { ...head, reviews: { ...head.reviews, [side]: summary(body, hash) } }
}

const summary = ({ when, funding, people, organisations }: Review, act: string): ReviewSummary => ({
  act,
  until: when.to,
  ...(funding === undefined
    ? {}
    : { funding: { secured: funding.secured, ...(funding.until === undefined ? {} : { until: funding.until }) } }),
  ...(people === undefined ? {} : { people }),
  ...(organisations === undefined ? {} : { organisations }),
})
