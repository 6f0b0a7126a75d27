// Somebody declares interest in sectors: where most partnerships begin.
import { markOf } from '../act/mark.ts'
import type { ObjectRef } from '../partnership/objects.ts'
import type { Rules } from '../partnership/reading.ts'
import { checkNew } from '../partnership/versions.ts'

export const interestRules: Rules<'interest.expressed'> = {
  'interest.expressed': {
    about: ({ interest }): readonly ObjectRef[] => [{ kind: 'interest', id: interest }],
    check: (reading, { body }) => checkNew(reading, 'interest', body.interest),
    apply: ({ head }, said, hash) => ({
      head: { ...head, interests: head.interests + 1 },
      objects: [
        {
          kind: 'interest',
          id: said.body.interest,
          value: { id: said.body.interest, mark: markOf(said, hash), body: said.body },
        },
      ],
    }),
    correct(reading, { body }) {
      const before = reading.object('interest', body.interest)
      return before === undefined ? {} : { objects: [{ kind: 'interest', id: before.id, value: { ...before, body } }] }
    },
  },
}
