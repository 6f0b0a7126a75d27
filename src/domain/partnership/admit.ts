// What every act must meet before its own rule is asked: who may speak, and in which strand.
import { MAY_BE_PRIVATE, type ActType } from '../act/act-bodies.ts'
import type { Said } from '../act/mark.ts'
import type { DomainRefusal } from '../refusal.ts'
import type { Head } from './head.ts'

const NEVER_REPORTED: ReadonlySet<ActType> = new Set([
  'partnership.opened',
  'seat.taken',
  'act.confirmed',
  'act.disputed',
])

/** What may still be said of a partnership that has ended: looking back, settling, and reviving. */
const AFTER_THE_END: ReadonlySet<ActType> = new Set([
  'seat.taken',
  'act.confirmed',
  'act.disputed',
  'act.corrected',
  'delegation.reported',
  'event.reported',
  'programme.closed',
  'flow.recorded',
  'flow.withdrawn',
  'commitment.kept',
  'commitment.missed',
  'letter.sent',
  'letter.acknowledged',
  'review.submitted',
  'partnership.revived',
])

export function admit(head: Head, said: Said<ActType>): DomainRefusal | undefined {
  if (head.opened === undefined)
    return said.type === 'partnership.opened' && said.side === 'a' ? undefined : { code: 'not-opened' }
  return admitVoice(head, said) ?? admitTime(head, said.type)
}

function admitVoice(head: Head, { type, side, speaker, scope, basis, by, evidence }: Said<ActType>) {
  const refusal = (value: DomainRefusal) => value
  if (scope === 'private' && (!MAY_BE_PRIVATE.has(type) || basis === 'reported'))
    return refusal({ code: 'shared-only', type })
  const seat = head.seats[side]
  if (seat === undefined && type !== 'seat.taken') return refusal({ code: 'seat-not-taken', side })
  if (seat !== undefined && seat.office !== by.office)
    return refusal({ code: 'wrong-office', side, office: seat.office })
  if (basis === 'stated') return undefined
  if (NEVER_REPORTED.has(type)) return refusal({ code: 'cannot-be-reported', type })
  if (head.seats[speaker] !== undefined) return refusal({ code: 'seat-taken', side: speaker })
  return evidence.length === 0 ? refusal({ code: 'evidence-missing', type }) : undefined
}

function admitTime({ ended }: Head, type: ActType): DomainRefusal | undefined {
  return ended === undefined || AFTER_THE_END.has(type) ? undefined : { code: 'partnership-ended', on: ended.on }
}
