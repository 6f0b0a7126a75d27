// Letters, numbered per office and year. A number that was used, or passed over, is not used again.
import type { Side } from '../act/act.ts'
import { markOf } from '../act/mark.ts'
import type { Head } from '../partnership/head.ts'
import type { Letter, ObjectRef } from '../partnership/objects.ts'
import type { Changes, Reading, Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import { checkNew } from '../partnership/versions.ts'
import type { DomainRefusal } from '../refusal.ts'

const ref = (id: string): ObjectRef => ({ kind: 'letter', id })

export const letterRules: Rules<'letter.sent' | 'letter.acknowledged'> = {
  'letter.sent': {
    about: ({ letter, answers }) => [letter, ...(answers === undefined ? [] : [answers])].map(ref),
    check(reading, { speaker, body }) {
      const { letter, year, serial, answers } = body
      const last = reading.head.letters[speaker][year] ?? 0
      return (
        checkNew(reading, 'letter', letter) ??
        (answers === undefined ? undefined : fromOther(reading, answers, speaker)) ??
        (serial > last ? undefined : { code: 'letter-number-used', year, serial, last })
      )
    },
    apply({ head }, said, hash) {
      const { speaker, body } = said
      const value: Letter = { id: body.letter, owner: speaker, mark: markOf(said, hash), body }
      return changed(value, numbered(head, speaker, body.year, body.serial))
    },
    // The number stays as it was given out, and so does the letter that it answers.
    correct(reading, { body }) {
      const before = reading.object('letter', body.letter)
      if (before === undefined) return {}
      const { answers: _, ...corrected } = body
      const { year, serial, number, answers } = before.body
      const kept = { year, serial, number, ...(answers === undefined ? {} : { answers }) }
      return changed({ ...before, body: { ...corrected, ...kept } })
    },
  },
  'letter.acknowledged': {
    about: ({ letter }) => [ref(letter)],
    check(reading, { speaker, body: { letter: id, version } }) {
      const foreign = fromOther(reading, id, speaker)
      const letter = reading.object('letter', id)
      if (foreign !== undefined || letter === undefined) return foreign
      if (letter.mark.act !== version) return { code: 'unknown-version', kind: 'letter', id, version }
      return letter.acknowledged !== undefined && counts(reading.head, letter.acknowledged.mark)
        ? { code: 'already-decided', kind: 'letter', id, status: 'acknowledged' }
        : undefined
    },
    apply(reading, said, hash) {
      const letter = reading.object('letter', said.body.letter)
      if (letter === undefined) return {}
      return changed({ ...letter, acknowledged: { mark: markOf(said, hash), on: said.body.on } })
    },
  },
}

function fromOther(reading: Reading, id: string, speaker: Side): DomainRefusal | undefined {
  const letter = reading.object('letter', id)
  if (letter === undefined) return { code: 'unknown-object', kind: 'letter', id }
  return letter.owner === speaker ? { code: 'wrong-side', kind: 'letter', id, owner: letter.owner } : undefined
}

const numbered = (head: Head, side: Side, year: number, serial: number): Head => ({
  ...head,
  letters: { ...head.letters, [side]: { ...head.letters[side], [year]: serial } },
})

const changed = (value: Letter, head?: Head): Changes => ({
  ...(head === undefined ? {} : { head }),
  objects: [{ kind: 'letter', id: value.id, value }],
})
