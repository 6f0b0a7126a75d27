// Exhibitions, festivals, forums: announced, changed and reported by the side that made them known.
import { markOf } from '../act/mark.ts'
import { addActivity } from '../partnership/activity.ts'
import type { ObjectRef, PartnershipEvent } from '../partnership/objects.ts'
import type { Changes, Reading, Rules } from '../partnership/reading.ts'
import { checkNew, checkOwn, current, firstVersion, nextVersion } from '../partnership/versions.ts'
import type { DomainRefusal } from '../refusal.ts'
import { involve } from './involve.ts'

const about = ({ event }: { readonly event: string }): readonly ObjectRef[] => [{ kind: 'event', id: event }]

export const eventRules: Rules<'event.announced' | 'event.revised' | 'event.reported'> = {
  'event.announced': {
    about,
    check: (reading, { body }) => checkNew(reading, 'event', body.event),
    apply(_reading, said, hash) {
      const { event: id, ...content } = said.body
      return changed(firstVersion(id, markOf(said, hash), content))
    },
  },
  'event.revised': {
    about,
    check: (reading, { speaker, body: { event: id, replaces } }) =>
      checkOwn(reading, 'event', id, speaker, replaces) ?? unreported(reading, id),
    apply(reading, said, hash) {
      const { event: id, replaces: _, ...content } = said.body
      const event = reading.object('event', id)
      if (event === undefined) return {}
      return changed({ ...event, versions: nextVersion(event.versions, markOf(said, hash), content) })
    },
  },
  'event.reported': {
    about,
    check: (reading, { speaker, body: { event: id } }) =>
      checkOwn(reading, 'event', id, speaker) ?? unreported(reading, id),
    apply({ head, object }, said, hash) {
      const { body, speaker, type } = said
      const event = object('event', body.event)
      if (event === undefined) return {}
      const sectors = current(event).content.sectors ?? []
      const active = addActivity(head, speaker, { act: hash, type, on: body.when.to }, sectors)
      // Visitors come and go; the organisations took part.
      return {
        head: involve(active, { organisations: body.organisations }),
        ...changed({ ...event, report: { mark: markOf(said, hash), body } }),
      }
    },
  },
}

function unreported(reading: Reading, id: string): DomainRefusal | undefined {
  return reading.object('event', id)?.report === undefined
    ? undefined
    : { code: 'already-decided', kind: 'event', id, status: 'reported' }
}

const changed = (value: PartnershipEvent): Changes => ({ objects: [{ kind: 'event', id: value.id, value }] })
