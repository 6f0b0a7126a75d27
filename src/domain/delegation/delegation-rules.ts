// Visits, in the order of their acts: proposed and reworded by one side, welcomed or declined by the other, reported by
// either. A visit is activity of the side that travels, and of the host that welcomed it or reports it.
import { otherSide, SIDES, type Side } from '../act/act.ts'
import { markOf, type Said } from '../act/mark.ts'
import { addActivity, removeActivity, type Happening } from '../partnership/activity.ts'
import type { Head } from '../partnership/head.ts'
import type { Delegation, DelegationStatus, ObjectRef } from '../partnership/objects.ts'
import type { Changes, Reading, Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import { checkAnswer, checkNew, checkOwn, current, firstVersion, nextVersion } from '../partnership/versions.ts'
import type { DomainRefusal } from '../refusal.ts'
import { eventRules } from './event-rules.ts'
import { minutesRules } from './minutes-rules.ts'
import { involve } from './involve.ts'

const about = ({ delegation }: { readonly delegation: string }): readonly ObjectRef[] => [
  { kind: 'delegation', id: delegation },
]

type DelegationType =
  | 'delegation.proposed'
  | 'delegation.revised'
  | 'delegation.welcomed'
  | 'delegation.declined'
  | 'delegation.cancelled'
  | 'delegation.reported'

const visitRules: Rules<DelegationType> = {
  'delegation.proposed': {
    about,
    check: (reading, { body }) => checkNew(reading, 'delegation', body.delegation),
    apply(_reading, said, hash) {
      const { delegation: id, ...content } = said.body
      return changed({ ...firstVersion(id, markOf(said, hash), content), status: 'proposed' })
    },
  },
  'delegation.revised': {
    about,
    check: (reading, { speaker, body: { delegation: id, replaces } }) =>
      checkOwn(reading, 'delegation', id, speaker, replaces) ??
      decided(reading, id, ['proposed', 'welcomed', 'declined']),
    apply(reading, said, hash) {
      const { delegation: id, replaces: _, ...content } = said.body
      return change(reading, id, ({ answer: _answer, ...delegation }) => ({
        ...delegation,
        status: 'proposed',
        versions: nextVersion(delegation.versions, markOf(said, hash), content),
      }))
    },
  },
  'delegation.welcomed': answering('welcomed'),
  'delegation.declined': answering('declined'),
  'delegation.cancelled': {
    about,
    check: (reading, { speaker, body: { delegation: id } }) =>
      checkOwn(reading, 'delegation', id, speaker) ?? decided(reading, id, ['proposed', 'welcomed']),
    apply: (reading, said, hash) =>
      change(reading, said.body.delegation, (delegation) => ({
        ...delegation,
        status: 'cancelled',
        answer: {
          mark: markOf(said, hash),
          version: current(delegation).hash,
          reason: said.body.reason,
        },
      })),
  },
  'delegation.reported': {
    about,
    check: (reading, { body: { delegation: id } }) =>
      reading.object('delegation', id) === undefined
        ? { code: 'unknown-object', kind: 'delegation', id }
        : decided(reading, id, ['proposed', 'welcomed']),
    apply({ head, object }, said, hash) {
      const { body, speaker, type } = said
      const delegation = object('delegation', body.delegation)
      if (delegation === undefined) return {}
      const { report: before } = delegation
      const happening: Happening = { act: hash, type, on: body.when.to }
      const without = unshown(head, delegation, shownSides(head, delegation))
      const active = shown(without, delegation, activeSides(head, delegation, speaker), happening)
      const report = { mark: markOf(said, hash), body }
      return { head: involve(active, body, before?.body), ...changed({ ...delegation, status: 'reported', report }) }
    },
    correct({ head, object }, { body, type }, original) {
      const delegation = object('delegation', body.delegation)
      if (delegation?.report === undefined) return {}
      const { mark, body: before } = delegation.report
      const sides = shownSides(head, delegation)
      const happening: Happening = { act: original, type, on: body.when.to }
      const active = shown(unshown(head, delegation, sides), delegation, sides, happening)
      return { head: involve(active, body, before), ...changed({ ...delegation, report: { mark, body } }) }
    },
  },
}

function answering(status: 'welcomed' | 'declined') {
  type Answering = Said<'delegation.welcomed' | 'delegation.declined'>
  return {
    about,
    check: (reading: Reading, { speaker, body: { delegation: id, version } }: Pick<Answering, 'speaker' | 'body'>) =>
      checkAnswer(reading, 'delegation', id, speaker, version) ?? decided(reading, id, ['proposed']),
    apply(reading: Reading, said: Pick<Answering, 'speaker' | 'basis' | 'at' | 'body'>, hash: string): Changes {
      const { delegation: id, version } = said.body
      const reason = 'reason' in said.body ? { reason: said.body.reason } : {}
      return change(reading, id, (delegation) => ({
        ...delegation,
        status,
        answer: { mark: markOf(said, hash), version, ...reason },
      }))
    },
  }
}

export const delegationRules = { ...visitRules, ...minutesRules, ...eventRules }

/** Whose activity a visit is: that of the side that travelled, and of the host if it has shown itself. */
function activeSides(head: Head, delegation: Delegation, reporter: Side): readonly Side[] {
  const { from } = current(delegation).content
  const host = otherSide(from)
  const { status, answer, owner } = delegation
  const welcomed =
    answer !== undefined && status !== 'declined' && answer.mark.side === host && counts(head, answer.mark)
  return reporter === host || owner === host || welcomed ? [from, host] : [from]
}

/** Whose activity the report before was. A month names three acts; of the others, those that would be active now. */
function shownSides(head: Head, delegation: Delegation): readonly Side[] {
  const { report } = delegation
  if (report === undefined) return []
  const { act, side: reporter } = report.mark
  return SIDES.filter((side) => {
    const month = head.activity[side][report.body.when.to.slice(0, 7)]
    const named = month?.newest.some((one) => one.act === act) ?? false
    return named || ((month?.more ?? 0) > 0 && activeSides(head, delegation, reporter).includes(side))
  })
}

const shown = (head: Head, delegation: Delegation, sides: readonly Side[], happening: Happening): Head =>
  sides.reduce((now, side) => addActivity(now, side, happening, current(delegation).content.sectors ?? []), head)

const unshown = (head: Head, { report }: Delegation, sides: readonly Side[]): Head =>
  report === undefined
    ? head
    : sides.reduce((now, side) => removeActivity(now, side, report.mark.act, report.body.when.to), head)

/** What was reported for a side which is seated now, and not confirmed by it, decides nothing. */
function decided({ head, object }: Reading, id: string, open: readonly DelegationStatus[]): DomainRefusal | undefined {
  const delegation = object('delegation', id)
  const status = delegation && standing(head, delegation)
  return status === undefined || open.includes(status)
    ? undefined
    : { code: 'already-decided', kind: 'delegation', id, status }
}

function standing(head: Head, { status, answer, report }: Delegation): DelegationStatus {
  if (status === 'reported' && report !== undefined && counts(head, report.mark)) return status
  if (answer !== undefined && !counts(head, answer.mark)) return 'proposed'
  if (status !== 'reported') return status
  return answer === undefined ? 'proposed' : 'welcomed'
}

const changed = (value: Delegation): Changes => ({ objects: [{ kind: 'delegation', id: value.id, value }] })

function change(reading: Reading, id: string, to: (delegation: Delegation) => Delegation): Changes {
  const delegation = reading.object('delegation', id)
  return delegation === undefined ? {} : changed(to(delegation))
}
