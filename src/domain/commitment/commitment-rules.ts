// Promises. Whoever made one says whether it was kept; the other side may dispute that like any act.
import type { ActBody } from '../act/act-bodies.ts'
import { markOf, type Said } from '../act/mark.ts'
import { addActivity, removeActivity } from '../partnership/activity.ts'
import type { Head } from '../partnership/head.ts'
import type { Commitment, ObjectRef } from '../partnership/objects.ts'
import type { Changes, Reading, Rule, Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import { checkNew, checkOwn } from '../partnership/versions.ts'

type Outcome = 'commitment.kept' | 'commitment.missed'
type Sum = 'made' | 'kept' | 'missed'

const about = ({ commitment }: { readonly commitment: string }): readonly ObjectRef[] => [
  { kind: 'commitment', id: commitment },
]

export const commitmentRules: Rules<'commitment.made' | Outcome> = {
  'commitment.made': {
    about,
    check: (reading, { body }) => checkNew(reading, 'commitment', body.commitment),
    apply({ head }, said, hash) {
      const mark = markOf(said, hash)
      const { body } = said
      return changed(counted(head, dueDay(body), 'made', 1), {
        id: body.commitment,
        owner: said.speaker,
        mark,
        body,
        status: 'open',
      })
    },
    correct(reading, { body }) {
      const before = reading.object('commitment', body.commitment)
      if (before === undefined) return {}
      const sums: readonly Sum[] = before.status === 'open' ? ['made'] : ['made', before.status]
      const head = sums.reduce(
        (now, sum) => counted(counted(now, dueDay(before.body), sum, -1), dueDay(body), sum, 1),
        reading.head,
      )
      return changed(head, { ...before, body })
    },
  },
  'commitment.kept': outcome('kept'),
  'commitment.missed': outcome('missed'),
}

function outcome<T extends Outcome>(status: 'kept' | 'missed'): Rule<T> {
  return {
    about,
    check(reading, { speaker, body: { commitment: id } }) {
      const { status, outcome: before } = reading.object('commitment', id) ?? {}
      const settled = status !== undefined && before !== undefined && counts(reading.head, before.mark)
      return (
        checkOwn(reading, 'commitment', id, speaker) ??
        (settled ? { code: 'already-decided', kind: 'commitment', id, status } : undefined)
      )
    },
    apply: (reading, said, hash) => settle(reading, said, hash, status),
  }
}

function settle(
  reading: Reading,
  said: Pick<Said<Outcome>, 'speaker' | 'basis' | 'at' | 'type' | 'body'>,
  hash: string,
  status: 'kept' | 'missed',
): Changes {
  const { body, speaker, type } = said
  const before = reading.object('commitment', body.commitment)
  if (before === undefined) return {}
  const reason = 'reason' in body ? { reason: body.reason } : {}
  const head = counted(unsettled(reading.head, before), dueDay(before.body), status, 1)
  const sectors = before.body.sector === undefined ? [] : [before.body.sector]
  return changed(status === 'kept' ? addActivity(head, speaker, { act: hash, type, on: body.on }, sectors) : head, {
    ...before,
    status,
    outcome: { mark: markOf(said, hash), on: body.on, ...reason },
  })
}

/** Without the outcome that was reported before the side was there to say it. */
function unsettled(head: Head, { owner, status, outcome: said, body }: Commitment): Head {
  if (said === undefined || status === 'open') return head
  const without = counted(head, dueDay(body), status, -1)
  return status === 'kept' ? removeActivity(without, owner, said.mark.act, said.on) : without
}

const dueDay = ({ due }: ActBody['commitment.made']) => due ?? 'none'

function counted(head: Head, day: string, sum: Sum, by: 1 | -1): Head {
  const before = head.commitments[day] ?? { made: 0, kept: 0, missed: 0 }
  const { [day]: _, ...others } = head.commitments
  const after = { ...before, [sum]: before[sum] + by }
  const none = after.made === 0 && after.kept === 0 && after.missed === 0
  return { ...head, commitments: none ? others : { ...others, [day]: after } }
}

const changed = (head: Head, value: Commitment): Changes => ({
  head,
  objects: [{ kind: 'commitment', id: value.id, value }],
})
