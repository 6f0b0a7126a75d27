// The closed list of acts (version 1) and the schema of each one's body. A new type needs a schema, a rule, a decision
// table and a test (CONTRIBUTING.md).
import type { z } from 'zod'
import * as agreement from '../agreement/agreement-bodies.ts'
import * as commitment from '../commitment/commitment-bodies.ts'
import * as concept from '../concept/concept-bodies.ts'
import * as delegation from '../delegation/delegation-bodies.ts'
import * as exchange from '../exchange/exchange-bodies.ts'
import * as interest from '../interest/interest-bodies.ts'
import * as letter from '../letter/letter-bodies.ts'
import * as partnership from '../partnership/partnership-bodies.ts'
import * as step from '../procedure/step-bodies.ts'

export const ACT_BODIES = {
  'partnership.opened': partnership.partnershipOpened,
  'seat.taken': partnership.seatTaken,
  'act.confirmed': partnership.actConfirmed,
  'act.disputed': partnership.actDisputed,
  'act.corrected': partnership.actCorrected,
  'interest.expressed': interest.interestExpressed,
  'step.started': step.stepStarted,
  'step.completed': step.stepCompleted,
  'step.returned': step.stepReturned,
  'concept.offered': concept.conceptOffered,
  'concept.revised': concept.conceptRevised,
  'concept.accepted': concept.conceptAccepted,
  'concept.declined': concept.conceptDeclined,
  'concept.withdrawn': concept.conceptWithdrawn,
  'text.drafted': agreement.textDrafted,
  'text.revised': agreement.textRevised,
  'text.agreed': agreement.textAgreed,
  'text.signed': agreement.textSigned,
  'delegation.proposed': delegation.delegationProposed,
  'delegation.revised': delegation.delegationRevised,
  'delegation.welcomed': delegation.delegationWelcomed,
  'delegation.declined': delegation.delegationDeclined,
  'delegation.cancelled': delegation.delegationCancelled,
  'delegation.reported': delegation.delegationReported,
  'minutes.drafted': delegation.minutesDrafted,
  'minutes.confirmed': delegation.minutesConfirmed,
  'event.announced': delegation.eventAnnounced,
  'event.revised': delegation.eventRevised,
  'event.reported': delegation.eventReported,
  'programme.opened': exchange.programmeOpened,
  'programme.closed': exchange.programmeClosed,
  'flow.recorded': exchange.flowRecorded,
  'flow.withdrawn': exchange.flowWithdrawn,
  'commitment.made': commitment.commitmentMade,
  'commitment.kept': commitment.commitmentKept,
  'commitment.missed': commitment.commitmentMissed,
  'letter.sent': letter.letterSent,
  'letter.acknowledged': letter.letterAcknowledged,
  'review.submitted': exchange.reviewSubmitted,
  'notice.given': agreement.noticeGiven,
  'partnership.renewed': partnership.partnershipRenewed,
  'partnership.ended': partnership.partnershipEnded,
  'partnership.revived': partnership.partnershipRevived,
} as const satisfies Record<string, z.ZodType>

export type ActType = keyof typeof ACT_BODIES
export type ActBody = { [T in ActType]: z.infer<(typeof ACT_BODIES)[T]> }
export const ACT_TYPES = Object.keys(ACT_BODIES) as readonly ActType[]

/** Version of the schemas above, written into new acts. */
export const BODY_VERSION = 1

/** Types that a side may also keep to itself, in its private strand. */
export const MAY_BE_PRIVATE: ReadonlySet<ActType> = new Set([
  'step.started',
  'step.completed',
  'step.returned',
  'commitment.made',
  'commitment.kept',
  'commitment.missed',
  'letter.sent',
  'act.corrected',
])
