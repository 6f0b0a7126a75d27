import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { daysBetween, weekdayOf } from '../../domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import { workingDayDeadline } from '../../domain/calendar/working-day-deadline.ts'
import { calendarFor, openCalendars } from './calendar-for.ts'
import { packageCalendar } from './package-calendar.ts'

const PACKS = fileURLToPath(new URL('../../../packs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kembar-calendars-'))
afterAll(() => rmSync(folder, { recursive: true }))

function calendar(country: string, packs = PACKS): WorkingCalendar {
  const answer = calendarFor(country, packs)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.calendar
}

/** A folder of packs, one calendar in each. */
function packsOf(name: string, ...texts: readonly string[]): string {
  const packs = join(folder, name)
  for (const [i, text] of texts.entries()) {
    mkdirSync(join(packs, `land-${i}`), { recursive: true })
    writeFileSync(join(packs, `land-${i}`, 'calendar.yaml'), text)
  }
  return packs
}

describe('whose calendar it is', () => {
  test('given a country that the packs carry, then theirs wins over the package, in either case', () => {
    expect(calendar('id').holidaysOf(2026)).toContainEqual({
      date: '2026-03-23',
      name: { en: 'Joint leave, Eid al-Fitr', id: 'Cuti Bersama Idulfitri' },
      source: 'Joint decree 1497/2025, 2/2025 and 5/2025 on national holidays and joint leave in 2026',
      kind: 'announced',
    })
  })

  test('given a country that only the package knows, then the package answers', () => {
    expect(calendar('JP').country).toBe('JP')
  })

  test('given a country without any calendar, or a code that is no country, then that is said', () => {
    expect(calendarFor('LA', PACKS)).toEqual({ ok: false, reason: 'country-without-calendar' })
    expect(calendarFor('XX', PACKS)).toEqual({ ok: false, reason: 'unknown-country' })
    expect(calendarFor('', PACKS)).toEqual({ ok: false, reason: 'unknown-country' })
    expect(calendarFor('Indonesia', PACKS)).toEqual({ ok: false, reason: 'unknown-country' })
  })

  test('given no packs at all, then the package still answers', () => {
    expect(calendar('JP', join(folder, 'nowhere')).country).toBe('JP')
  })

  test('given a calendar asked twice, then it is the same one', () => {
    const calendars = openCalendars(PACKS)
    const [first, second] = [calendars('KH'), calendars('KH')]
    expect(first).toBe(second)
    expect(first.ok).toBe(true)
  })
})

describe('a carried file that is wrong', () => {
  const text = readFileSync(join(PACKS, 'cambodia/calendar.yaml'), 'utf8')

  test('is refused with file and line, and no other calendar takes its place', () => {
    const line = text.split('\n').findIndex((one) => one.includes('2026-10-10: pchum-ben')) + 1
    const packs = packsOf('wrong', text.replace('2026-10-10: pchum-ben', '2026-10-32: pchum-ben'))
    expect(calendarFor('KH', packs)).toEqual({
      ok: false,
      reason: 'calendar-faulty',
      faults: [{ file: 'packs/land-0/calendar.yaml', line, code: 'not-a-day', data: { day: '2026-10-32' } }],
    })
  })

  test('is refused where two files are of the same country', () => {
    expect(calendarFor('KH', packsOf('twice', text, text))).toMatchObject({
      reason: 'calendar-faulty',
      faults: [{ file: 'packs/land-1/calendar.yaml', line: 1, code: 'country-twice', data: { country: 'KH' } }],
    })
  })
})

describe('Indonesia', () => {
  test.each([
    [2024, 17 + 10 + 2],
    [2025, 17 + 10 + 1],
    [2026, 17 + 8],
  ])('%i has as many days as its decrees say', (year, days) => {
    expect(calendar('ID').holidaysOf(year)).toHaveLength(days)
  })

  test('joint leave falls on weekdays only, as it would make no sense otherwise', () => {
    const indonesia = calendar('ID')
    const leave = [2024, 2025, 2026].flatMap((year) =>
      indonesia.holidaysOf(year).filter(({ name }) => name.en.startsWith('Joint leave')),
    )
    expect(leave).toHaveLength(29)
    expect(leave.filter(({ date }) => indonesia.weekend.includes(weekdayOf(date)))).toEqual([])
  })

  test('the package reckons five Islamic holidays of these years a day too early', () => {
    const [reckoned, decreed] = [packageCalendar('ID') as WorkingCalendar, calendar('ID')]
    const early = [2024, 2025, 2026].flatMap((year) =>
      reckoned
        .holidaysOf(year)
        .filter(
          ({ date }) => !decreed.holidaysOf(year).some((day) => day.date === date && !day.name.en.startsWith('Joint')),
        )
        .map(({ date }) => date),
    )
    expect(early).toEqual(['2024-06-16', '2024-09-15', '2025-03-30', '2025-06-26', '2026-03-20'])
    expect(
      early.every((date) =>
        decreed.holidaysOf(Number(date.slice(0, 4))).some((day) => daysBetween(date, day.date) === 1),
      ),
    ).toBe(true)
  })

  test('given 45 working days within the decreed years, then joint leave moves the deadline and it is reliable', () => {
    const counted = workingDayDeadline(calendar('ID'), '2026-03-02', 45)
    expect(counted).toMatchObject({ due: '2026-05-13', reliable: true })
    expect(counted.skipped.filter(({ reason }) => reason === 'holiday').map(({ date }) => date)).toEqual([
      '2026-03-18',
      '2026-03-19',
      '2026-03-20',
      '2026-03-23',
      '2026-03-24',
      '2026-04-03',
      '2026-05-01',
    ])
    expect(counted.sources.map(({ title }) => title)).toEqual([
      'Presidential Regulation 21/2023 on working days of government institutions, art. 3 and 6',
      'Joint decree 1497/2025, 2/2025 and 5/2025 on national holidays and joint leave in 2026',
    ])
  })

  test('given a count into a year without its decree, then the package answers and the year is doubtful', () => {
    const counted = workingDayDeadline(calendar('ID'), '2026-12-18', 45)
    expect(counted).toMatchObject({ reliable: false, unreliableYears: [2027] })
    expect(counted.skipped.map(({ source }) => source)).toContain(
      'date-holidays 3.37.0 (data CC BY-SA 3.0, from Wikipedia)',
    )
  })
})

describe('Cambodia', () => {
  test.each([
    [2021, 21],
    [2022, 21],
    [2023, 21],
    [2024, 22 + 1],
    [2025, 22],
    [2026, 21],
  ])('%i has as many days as were announced', (year, days) => {
    expect(calendar('KH').holidaysOf(year)).toHaveLength(days)
  })

  test('given Pchum Ben, then the deadline waits until it is over', () => {
    expect(workingDayDeadline(calendar('KH'), '2025-09-19', 1)).toMatchObject({ due: '2025-09-25', reliable: true })
  })

  test('given two holidays on one day, then the day is skipped once', () => {
    const { skipped } = workingDayDeadline(calendar('KH'), '2022-11-04', 2)
    expect(skipped.map(({ date }) => date)).toEqual([
      '2022-11-05',
      '2022-11-06',
      '2022-11-07',
      '2022-11-08',
      '2022-11-09',
    ])
  })

  test('given a year that was not announced, then only fixed days are known and it is doubtful', () => {
    const cambodia = calendar('KH')
    expect(cambodia.holidaysOf(2030)).toHaveLength(11)
    expect(cambodia.holidaysOf(2020).map(({ date }) => date)).not.toContain('2020-12-29')
    expect(workingDayDeadline(cambodia, '2030-04-10', 5)).toMatchObject({ reliable: false, unreliableYears: [2030] })
  })
})
