// A concept is offered by one side and answered by the other: accepted, declined, or countered by a concept of its own.
import type { ActBody } from '../act/act-bodies.ts'
import { markOf, type Said } from '../act/mark.ts'
import type { Concept, ObjectRef } from '../partnership/objects.ts'
import type { Changes, Reading, Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import { checkAnswer, checkNew, checkOwn, firstVersion, nextVersion } from '../partnership/versions.ts'
import type { DomainRefusal } from '../refusal.ts'

type Answering = 'concept.accepted' | 'concept.declined'

export const conceptRules: Rules<
  'concept.offered' | 'concept.revised' | 'concept.accepted' | 'concept.declined' | 'concept.withdrawn'
> = {
  'concept.offered': {
    about: ({ concept, counters }) => refs(concept, ...(counters ? [counters.concept] : [])),
    check(reading, { speaker, body: { concept, counters } }) {
      const taken = checkNew(reading, 'concept', concept)
      if (taken !== undefined || counters === undefined) return taken
      return (
        checkAnswer(reading, 'concept', counters.concept, speaker, counters.version) ??
        decided(reading, counters.concept, ['offered'])
      )
    },
    apply(reading, said, hash) {
      const { concept: id, counters, ...content } = said.body
      const mark = markOf(said, hash)
      const offered: Concept = {
        ...firstVersion(id, mark, content),
        status: 'offered',
        ...(counters ? { counters } : {}),
      }
      const answered = counters && reading.object('concept', counters.concept)
      if (answered === undefined) return changed(offered)
      const answer = { mark, version: counters?.version ?? '', concept: id }
      return changed({ ...answered, status: 'countered', answer }, offered)
    },
  },
  'concept.revised': {
    about: ({ concept }) => refs(concept),
    check: (reading, { speaker, body: { concept, replaces } }) =>
      checkOwn(reading, 'concept', concept, speaker, replaces) ??
      decided(reading, concept, ['offered', 'countered', 'declined']),
    apply(reading, said, hash) {
      const { concept: id, replaces: _, ...content } = said.body
      return change(reading, id, ({ answer: _answer, ...concept }) => ({
        ...concept,
        status: 'offered',
        versions: nextVersion(concept.versions, markOf(said, hash), content),
      }))
    },
  },
  'concept.accepted': answering('accepted'),
  'concept.declined': answering('declined'),
  'concept.withdrawn': {
    about: ({ concept }) => refs(concept),
    check: (reading, { speaker, body: { concept } }) =>
      checkOwn(reading, 'concept', concept, speaker) ?? decided(reading, concept, ['offered', 'countered', 'declined']),
    apply(reading, said, hash) {
      const { concept: id, reason } = said.body
      return change(reading, id, (concept) => ({
        ...concept,
        status: 'withdrawn',
        answer: {
          mark: markOf(said, hash),
          version: concept.versions.at(-1)?.hash ?? '',
          ...(reason === undefined ? {} : { reason }),
        },
      }))
    },
  },
}

function answering(status: 'accepted' | 'declined') {
  return {
    about: ({ concept }: ActBody[Answering]) => refs(concept),
    check: (reading: Reading, { speaker, body: { concept, version } }: Pick<Said<Answering>, 'speaker' | 'body'>) =>
      checkAnswer(reading, 'concept', concept, speaker, version) ?? decided(reading, concept, ['offered']),
    apply(reading: Reading, said: Pick<Said<Answering>, 'speaker' | 'basis' | 'at' | 'body'>, hash: string): Changes {
      const { concept: id, version } = said.body
      const reason = 'reason' in said.body ? { reason: said.body.reason } : {}
      return change(reading, id, (concept) => ({
        ...concept,
        status,
        answer: { mark: markOf(said, hash), version, ...reason },
      }))
    },
  }
}

/** An answer that was reported for a side which is seated now, and not confirmed by it, decides nothing. */
function decided({ head, object }: Reading, id: string, open: readonly string[]): DomainRefusal | undefined {
  const { status, answer } = object('concept', id) ?? {}
  const standing = answer !== undefined && !counts(head, answer.mark) ? 'offered' : status
  return standing === undefined || open.includes(standing)
    ? undefined
    : { code: 'already-decided', kind: 'concept', id, status: standing }
}

const refs = (...ids: readonly string[]): readonly ObjectRef[] => ids.map((id) => ({ kind: 'concept', id }))

const changed = (...concepts: readonly Concept[]): Changes => ({
  objects: concepts.map((value) => ({ kind: 'concept', id: value.id, value })),
})

function change(reading: Reading, id: string, to: (concept: Concept) => Concept): Changes {
  const concept = reading.object('concept', id)
  return concept === undefined ? {} : changed(to(concept))
}
