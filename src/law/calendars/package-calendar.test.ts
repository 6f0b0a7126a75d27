import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import { workingDayDeadline } from '../../domain/calendar/working-day-deadline.ts'
import { packageCalendar, PACKAGE_VERSION } from './package-calendar.ts'
import { weekendOf } from './weekend-of.ts'

function calendar(country: string): WorkingCalendar {
  const found = packageCalendar(country)
  if (found === undefined) throw new Error(`no calendar of ${country}`)
  return found
}

const datesOf = (country: string, year: number) =>
  calendar(country)
    .holidaysOf(year)
    .map(({ date }) => date)

describe('the calendars of date-holidays', () => {
  test('are those of the version that is named as their source', () => {
    const { version } = createRequire(import.meta.url)('date-holidays/package.json') as { version: string }
    expect(version).toBe(PACKAGE_VERSION)
  })

  test('given a country that the package does not know, then there is none', () => {
    expect(packageCalendar('KH')).toBeUndefined()
    expect(packageCalendar('toString')).toBeUndefined()
  })

  test('given a country east or west of here, then days are those of the country itself', () => {
    expect(datesOf('JP', 2026)).toContain('2026-05-03')
    expect(datesOf('US', 2026)).toContain('2026-11-26')
    expect(datesOf('NZ', 2026)).toContain('2026-02-06')
  })

  test('given a day that begins at sunset, then it is the civil day', () => {
    expect(datesOf('IL', 2026)).toContain('2026-09-21')
    expect(datesOf('IL', 2026)).not.toContain('2026-09-20')
  })

  test('given a substitute day, then it is a holiday beside the day itself', () => {
    expect(datesOf('GB', 2027)).toEqual(
      expect.arrayContaining(['2027-12-25', '2027-12-26', '2027-12-27', '2027-12-28']),
    )
  })

  test('given a substitute in the year before, then it stands in that year', () => {
    expect(datesOf('US', 2021)).toContain('2021-12-31')
    expect(datesOf('US', 2022)).not.toContain('2021-12-31')
  })

  test('given a feast of several days, then every one of them is a holiday', () => {
    const feast = calendar('SA')
      .holidaysOf(2026)
      .filter(({ name }) => name.en.includes('Eid al-Fitr'))
    expect(feast.map(({ date }) => date)).toEqual(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'])
    expect(feast.every(({ mayMove, kind }) => mayMove === true && kind === 'computed')).toBe(true)
  })

  test('given a feast that runs over the new year, then its later days stand in the new year', () => {
    expect(datesOf('EG', 2006)).toContain('2006-12-31')
    expect(datesOf('EG', 2007)).toEqual(expect.arrayContaining(['2007-01-01', '2007-01-02', '2007-01-03']))
  })

  test('given half a day off, then it is a working day', () => {
    expect(datesOf('IS', 2026)).not.toContain('2026-12-24')
    expect(datesOf('CN', 2026)).not.toContain('2026-05-04')
  })

  test('given a regional holiday, then it is none of the country', () => {
    expect(datesOf('DE', 2026)).toContain('2026-10-03')
    expect(datesOf('DE', 2026)).not.toContain('2026-01-06')
  })

  test('given any of its years, then every day lies in it and the days are in order', () => {
    for (const country of ['ID', 'US', 'TR', 'AM', 'GB', 'CN']) {
      for (const year of [1950, 2024, 2026, 2100]) {
        const dates = datesOf(country, year)
        expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true)
        expect(dates).toEqual(dates.toSorted())
      }
    }
  })

  test('given rules alone, then a deadline is a forecast', () => {
    expect(workingDayDeadline(calendar('NL'), '2026-06-01', 5)).toMatchObject({
      reliable: false,
      doubts: [{ year: 2026, reason: 'no-official-list' }],
    })
    expect(workingDayDeadline(calendar('NL'), '2040-06-04', 5).doubts).toEqual([
      { year: 2040, reason: 'outside-sources' },
    ])
    expect(workingDayDeadline(calendar('MY'), '2026-06-01', 5).doubts).toEqual([
      { year: 2026, reason: 'dates-may-move' },
    ])
  })
})

describe('weekends', () => {
  test.each([
    ['ID', ['saturday', 'sunday']],
    ['EG', ['friday', 'saturday']],
    ['IR', ['friday']],
    ['IN', ['sunday']],
    ['AF', ['thursday', 'friday']],
  ])('of %s are those of CLDR', (country, weekend) => {
    expect(weekendOf(country)).toEqual(weekend)
  })
})
