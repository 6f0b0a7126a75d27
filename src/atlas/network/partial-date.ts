// Dates as twin-town sources give them: a year, a month or a day, never more precise than what was written.

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a real date of the Gregorian calendar. */
export type PartialDate = string

/** Paderborn and Le Mans count from the year 836; nothing older is known. */
const FIRST_YEAR = 800
const LAST_YEAR = 2100

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Whether the text is a date with a year from 800 to 2100 and a month and day that exist. */
export function isPartialDate(text: string): text is PartialDate {
  const parts = SHAPE.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), parts[2], parts[3]]
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(year, Number(month)))
}

/** Whether `until` is certainly before `since`; `1990` may be after `1990-05`, so dates are compared at the coarser precision. */
export function endsBeforeItBegins(since: PartialDate, until: PartialDate): boolean {
  const length = Math.min(since.length, until.length)
  return until.slice(0, length) < since.slice(0, length)
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
