// What was said at a meeting, written by one side and confirmed, word for word, by the other.
import { markOf } from '../act/mark.ts'
import type { Minutes, ObjectRef } from '../partnership/objects.ts'
import type { Changes, Rules } from '../partnership/reading.ts'
import { checkAnswer, checkNew, firstVersion } from '../partnership/versions.ts'

const about = ({ minutes }: { readonly minutes: string }): readonly ObjectRef[] => [{ kind: 'minutes', id: minutes }]

export const minutesRules: Rules<'minutes.drafted' | 'minutes.confirmed'> = {
  'minutes.drafted': {
    about,
    check: (reading, { body }) => checkNew(reading, 'minutes', body.minutes),
    apply(_reading, said, hash) {
      const { minutes: id, ...content } = said.body
      return changed(firstVersion(id, markOf(said, hash), content))
    },
  },
  'minutes.confirmed': {
    about,
    check(reading, { speaker, body: { minutes: id, version } }) {
      const refusal = checkAnswer(reading, 'minutes', id, speaker, version)
      const twice = reading.object('minutes', id)?.confirmed !== undefined
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
