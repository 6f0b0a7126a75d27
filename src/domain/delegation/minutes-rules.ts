// What was said at a meeting, written by one side and confirmed, word for word, by the other.
import type { ActBody } from '../act/act-bodies.ts'
import { markOf } from '../act/mark.ts'
import type { Minutes, ObjectRef } from '../partnership/objects.ts'
import type { Changes, Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import { checkAnswer, checkNew, firstVersion } from '../partnership/versions.ts'
import type { DomainRefusal } from '../refusal.ts'

const about = ({ minutes }: { readonly minutes: string }): readonly ObjectRef[] => [{ kind: 'minutes', id: minutes }]

/** What was met for, where the minutes say so. */
const occasions = ({ delegation, event }: Pick<ActBody['minutes.drafted'], 'delegation' | 'event'>) => [
  ...(delegation === undefined ? [] : [{ kind: 'delegation' as const, id: delegation }]),
  ...(event === undefined ? [] : [{ kind: 'event' as const, id: event }]),
]

export const minutesRules: Rules<'minutes.drafted' | 'minutes.confirmed'> = {
  'minutes.drafted': {
    about: (body) => [...about(body), ...occasions(body)],
    check: (reading, { body }) =>
      checkNew(reading, 'minutes', body.minutes) ??
      occasions(body)
        .filter(({ kind, id }) => reading.object(kind, id) === undefined)
        .map(({ kind, id }): DomainRefusal => ({ code: 'unknown-object', kind, id }))[0],
    apply(_reading, said, hash) {
      const { minutes: id, ...content } = said.body
      return changed(firstVersion(id, markOf(said, hash), content))
    },
  },
  'minutes.confirmed': {
    about,
    check(reading, { speaker, body: { minutes: id, version } }) {
      const refusal = checkAnswer(reading, 'minutes', id, speaker, version)
      const confirmed = reading.object('minutes', id)?.confirmed
      const twice = confirmed !== undefined && counts(reading.head, confirmed.mark)
      return refusal ?? (twice ? { code: 'already-decided', kind: 'minutes', id, status: 'confirmed' } : undefined)
    },
    apply(reading, said, hash) {
      const minutes = reading.object('minutes', said.body.minutes)
      if (minutes === undefined) return {}
      return changed({ ...minutes, confirmed: { mark: markOf(said, hash), version: said.body.version } })
    },
  },
}

const changed = (value: Minutes): Changes => ({ objects: [{ kind: 'minutes', id: value.id, value }] })
