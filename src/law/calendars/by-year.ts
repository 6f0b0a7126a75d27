import type { Holiday } from '../../domain/calendar/holiday.ts'

/** Asks for each year once: a count asks for every day. */
export function byYear(read: (year: number) => readonly Holiday[]): (year: number) => readonly Holiday[] {
  const known = new Map<number, readonly Holiday[]>()
  return (year) => {
    const holidays = known.get(year) ?? read(year)
    known.set(year, holidays)
    return holidays
  }
}
