import { expect, test } from 'vitest'
import { calendarDayDeadline, calendarDeadline } from './calendar-day-deadline.ts'

test('given thirty days, when they run over a weekend and a holiday, then those count too', () => {
  expect(calendarDayDeadline('2026-12-18', 30)).toBe('2027-01-17')
})

test('given no days at all, then the day of receipt is the last day', () => {
  expect(calendarDayDeadline('2026-12-18', 0)).toBe('2026-12-18')
})

test('given months and years, then they end on the same day, or on the last of a shorter month', () => {
  expect(calendarDeadline('2026-08-31', 6, 'month')).toBe('2027-02-28')
  expect(calendarDeadline('2024-02-29', 5, 'year')).toBe('2029-02-28')
  expect(calendarDeadline('2026-01-15', 3, 'day')).toBe('2026-01-18')
})

test.each([-1, 1.5, Number.NaN])('%s is no time limit', (n) => {
  expect(() => calendarDayDeadline('2026-12-18', n)).toThrow(RangeError)
})
