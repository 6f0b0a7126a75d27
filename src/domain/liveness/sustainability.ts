// Five plain facts on whether it will last. They are not made into one number.
import { agreementClock } from '../agreement/clock.ts'
import { addMonths, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts'
import type { Head, ReviewSummary } from '../partnership/head.ts'

export interface Sustainability {
  /** Sectors with an exchange, visit or kept commitment in the last 24 months. */
  readonly sectors: readonly string[]
  /** Of the commitments that were due by today; the share is null where none was. */
  readonly commitments: { readonly due: number; readonly kept: number; readonly share: number | null }
  /** What each side said last about money for the next period; null where it said nothing. */
  readonly funding: { readonly a: boolean | null; readonly b: boolean | null; readonly both: boolean }
  readonly agreement: { readonly days_to_end: number | null; readonly days_to_notice: number | null }
  /**
   * Taking part, apart from the two leaders: the greatest of what reports add up to and what each review says, since the
   * same people stand in several of them.
   */
  readonly involved: { readonly people: number; readonly organisations: number }
}

const SECTOR_MONTHS = 24

export function sustainabilityOf(head: Head, today: CalendarDate): Sustainability {
  const since = addMonths(today, -SECTOR_MONTHS).slice(0, 7)
  const [a, b] = [fundedAt(head.reviews.a, today), fundedAt(head.reviews.b, today)]
  const clock = head.in_force && agreementClock(head.in_force, today)
  return {
    sectors: Object.entries(head.sectors)
      .flatMap(([sector, month]) => (month >= since ? [sector] : []))
      .toSorted(),
    commitments: commitmentsDue(head, today),
    funding: { a, b, both: a === true && b === true },
    agreement: {
      days_to_end: clock?.days_left ?? null,
      days_to_notice: clock?.notice_by ? daysBetween(today, clock.notice_by) : null,
    },
    involved: {
      people: Math.max(head.people.people, head.reviews.a?.people ?? 0, head.reviews.b?.people ?? 0),
      organisations: Math.max(
        head.people.organisations,
        head.reviews.a?.organisations ?? 0,
        head.reviews.b?.organisations ?? 0,
      ),
    },
  }
}

function commitmentsDue(head: Head, today: CalendarDate): Sustainability['commitments'] {
  const due = Object.entries(head.commitments).filter(([day]) => day !== 'none' && day <= today)
  const made = due.reduce((sum, [, one]) => sum + one.made, 0)
  const kept = due.reduce((sum, [, one]) => sum + one.kept, 0)
  return { due: made, kept, share: made === 0 ? null : kept / made }
}

function fundedAt(review: ReviewSummary | undefined, today: CalendarDate): boolean | null {
  if (review?.funding === undefined) return null
  const { secured, until } = review.funding
  return secured && (until === undefined || until >= today)
}
