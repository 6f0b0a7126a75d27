// When somebody's word counts. A reported act speaks for a side that has no seat; from the moment the seat is taken it
// only counts if that side confirms it. A disputed word does not count until the dispute is settled by a new act.
import type { Mark } from '../act/mark.ts'
import type { Head } from './head.ts'

export function counts(head: Head, mark: Pick<Mark, 'basis' | 'side' | 'confirmed' | 'disputed'>): boolean {
  if (mark.basis === 'stated' || mark.confirmed !== undefined) return true
  return mark.disputed === undefined && head.seats[mark.side] === undefined
}
