// The agreement whose clock runs, from the text that both sides signed.
import { addDays, addMonths } from '../calendar/calendar-date.ts'
import type { Head, InForce } from '../partnership/head.ts'
import type { AgreementText } from '../partnership/objects.ts'
import { current } from '../partnership/versions.ts'

/** A memorandum or a renewal takes the place of the agreement before it; a letter of intent or a plan binds nothing in time. */
export function inForce(head: Head, text: AgreementText): Head {
  if (text.kind !== 'mou' && text.kind !== 'renewal') return head
  const { a, b } = text.signed
  const last = a !== undefined && (b === undefined || a.on > b.on) ? a : b
  const signedOn = last?.on ?? ''
  const { hash, content } = current(text)
  const term = content.term
  const from = term === undefined || term.from === 'signing' ? signedOn : term.from
  const agreement: InForce = {
    text: text.id,
    version: hash,
    signed_by: last?.mark.act ?? '',
    signed_on: signedOn,
    from,
    until: term === undefined ? null : lastDay(from, term.months),
    ...(term === undefined ? {} : { months: term.months }),
    renewal: term?.renewal ?? 'none',
    notice_months: term?.notice_months ?? 0,
  }
  // Words on the end of the agreement before it say nothing of this one.
  return { ...head, in_force: agreement, ending: {}, reviving: {} }
}

/** Of a term of whole months: the day before the same day of the month. */
export const lastDay = (from: string, months: number): string => addDays(addMonths(from, months), -1)
