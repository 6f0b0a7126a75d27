// How far a partnership has come, in one word for lists.
import type { Head } from './head.ts'

export const STAGES = ['opened', 'interest', 'intended', 'text-agreed', 'in-force', 'lapsed', 'ended'] as const
export type Stage = (typeof STAGES)[number]

/** `today` decides only whether the agreement's term is over. */
export function stageOf(head: Head, today: string): Stage {
  if (head.ended !== undefined) return 'ended'
  if (head.in_force !== undefined) {
    const { until, renewal } = head.in_force
    return until !== null && until < today && renewal !== 'automatic' ? 'lapsed' : 'in-force'
  }
  if (head.knots.mou?.tied) return 'in-force'
  if (head.knots.text?.tied) return 'text-agreed'
  if (head.knots.loi?.tied) return 'intended'
  return head.interests > 0 ? 'interest' : 'opened'
}
