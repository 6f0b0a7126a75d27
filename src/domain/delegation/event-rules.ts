// Exhibitions, festivals, forums: announced, changed and reported by the side that made them known.
import { markOf } from '../act/mark.ts'
import { addActivity, removeActivity } from '../partnership/activity.ts'
import type { ObjectRef, PartnershipEvent } from '../partnership/objects.ts'
import type { Changes, Reading, Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
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
      const { report: before } = event
      const without = before ? removeActivity(head, event.owner, before.mark.act, before.body.when.to) : head
      const active = addActivity(without, speaker, { act: hash, type, on: body.when.to }, sectors)
      // Visitors come and go; the organisations took part.
      return {
        head: involve(active, { organisations: body.organisations }, { organisations: before?.body.organisations }),
        ...changed({ ...event, report: { mark: markOf(said, hash), body } }),
      }
    },
  },
}

/** What was reported for a side which is seated now, and not confirmed by it, decides nothing. */
function unreported({ head, object }: Reading, id: string): DomainRefusal | undefined {
  const report = object('event', id)?.report
  return report === undefined || !counts(head, report.mark)
    ? undefined
    : { code: 'already-decided', kind: 'event', id, status: 'reported' }
}

const changed = (value: PartnershipEvent): Changes => ({ objects: [{ kind: 'event', id: value.id, value }] })
