// The days on which something is said to have happened: they cannot lie ahead when it is recorded.
import type { AnyIntent } from '../act/act.ts'

export function factDates(intent: AnyIntent): readonly string[] {
  switch (intent.type) {
    case 'interest.expressed':
    case 'text.signed':
    case 'minutes.drafted':
    case 'commitment.kept':
    case 'commitment.missed':
    case 'letter.sent':
    case 'letter.acknowledged':
    case 'notice.given':
    case 'partnership.ended':
    case 'partnership.renewed':
    case 'partnership.revived':
    case 'programme.closed':
      return [intent.body.on]
    case 'step.started':
    case 'step.completed':
    case 'step.returned':
      return intent.body.on === undefined ? [] : [intent.body.on]
    case 'delegation.reported':
    case 'event.reported':
    case 'flow.recorded':
    case 'review.submitted':
      return [intent.body.when.to]
    default:
      return []
  }
}
