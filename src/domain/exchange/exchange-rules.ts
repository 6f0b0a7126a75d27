// Programmes, flows and reviews: what really went from one side to the other.
import type { ActBody } from '../act/act-bodies.ts'
import { SIDES, type Side } from '../act/act.ts'
import { markOf } from '../act/mark.ts'
import { involve } from '../delegation/involve.ts'
import { addActivity, removeActivity } from '../partnership/activity.ts'
import type { Head, ReviewSummary } from '../partnership/head.ts'
import type { Programme } from '../partnership/objects.ts'
import type { Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import { checkNew, checkOwn } from '../partnership/versions.ts'
import { flowRules } from './flow-rules.ts'

type Review = ActBody['review.submitted']
type Closing = ActBody['programme.closed']

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
      const closed = reading.object('programme', id)?.closed
      const twice = closed !== undefined && counts(reading.head, closed.mark)
      return refusal ?? (twice ? { code: 'already-decided', kind: 'programme', id, status: 'closed' } : undefined)
    },
    apply({ head, object }, said, hash) {
      const { body, type } = said
      const programme = object('programme', body.programme)
      if (programme === undefined) return {}
      const active = senders(body).reduce(
        (now, side) => addActivity(now, side, { act: hash, type, on: body.on }, [programme.body.sector]),
        unclosed(head, programme),
      )
      return {
        head: involve(active, involvedIn(body), programme.closed && involvedIn(programme.closed.body)),
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
      const last = head.reviews[speaker]
      const shown = last === undefined || last.act === original || last.until < body.when.to
      return {
        head: shown ? { ...head, reviews: { ...head.reviews, [speaker]: summary(body, original) } } : head,
        objects: [{ kind: 'review', id: before.id, value: { ...before, body } }],
      }
    },
  },
}

export const exchangeRules = { ...programmeRules, ...flowRules, ...reviewRules }

const senders = ({ people }: Closing): readonly Side[] =>
  SIDES.filter((side) => (side === 'a' ? people.a_to_b : people.b_to_a) > 0)

const involvedIn = ({ people, organisations }: Closing) => ({ people: people.a_to_b + people.b_to_a, organisations })

/** Without the closing that was reported before the side was there to say it. */
const unclosed = (head: Head, { closed }: Programme): Head =>
  closed === undefined
    ? head
    : senders(closed.body).reduce((now, side) => removeActivity(now, side, closed.mark.act, closed.body.on), head)

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
