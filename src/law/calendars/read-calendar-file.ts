// Reads a carried calendar and refuses a bad one with the line where it is bad: a wrong holiday is a wrong deadline.
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { parseDate } from '../../domain/calendar/calendar-date.ts'
import type { LawFault } from '../law-fault.ts'
import { calendarFile, type CalendarFile } from './calendar-file.ts'

export type ReadCalendarFile =
  | { readonly ok: true; readonly value: CalendarFile }
  | { readonly ok: false; readonly faults: readonly LawFault[] }

type Path = readonly PropertyKey[]
type Blame = (path: Path, code: string, data?: LawFault['data']) => LawFault

/** `file` is what the faults are to name. */
export function readCalendarFile(file: string, text: string): ReadCalendarFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos: [start], code }) => ({
      file,
      line: lines.linePos(start).line,
      code: 'not-yaml',
      data: { problem: code },
    }))
    return { ok: false, faults }
  }
  const blame: Blame = (path, code, data = {}) => ({ file, line: lineOf(document, lines, path), code, data })
  const read = calendarFile.safeParse(document.toJS())
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) =>
      blame(path, 'wrong-shape', { where: path.join('.'), problem: message }),
    )
    return { ok: false, faults }
  }
  const faults = contradictions(read.data, blame)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: read.data }
}

/** What the shape cannot say: days that exist, in their year; holidays and sources that the file names. */
function contradictions(file: CalendarFile, blame: Blame): readonly LawFault[] {
  const named = (path: Path, holiday: string) =>
    Object.hasOwn(file.holidays, holiday) ? [] : [blame(path, 'unknown-holiday', { holiday })]
  const sourced = (path: Path, source: string) =>
    Object.hasOwn(file.sources, source) ? [] : [blame(path, 'unknown-source', { source })]
  const weekend = file.weekend_source === undefined ? [] : sourced(['weekend_source'], file.weekend_source)
  const fixed = Object.entries(file.fixed).flatMap(([day, { holiday, source }]) => [
    // A leap year, so that 29 February may be a holiday.
    ...(parseDate(`2000-${day}`) === undefined ? [blame(['fixed', day], 'not-a-day', { day })] : []),
    ...named(['fixed', day], holiday),
    ...sourced(['fixed', day], source),
  ])
  const years = Object.entries(file.years).flatMap(([year, { source, days }]) => [
    ...(/^(19|20|21)\d\d$/.test(year) ? [] : [blame(['years', year], 'not-a-year', { year })]),
    ...sourced(['years', year, 'source'], source),
    ...Object.entries(days).flatMap(([date, day]) => {
      const path = ['years', year, 'days', date]
      if (parseDate(date) === undefined) return [blame(path, 'not-a-day', { day: date })]
      if (!date.startsWith(`${year}-`)) return [blame(path, 'day-of-another-year', { day: date, year })]
      if (typeof day === 'string') return named(path, day)
      return 'holiday' in day
        ? [...named(path, day.holiday), ...sourced(path, day.source)]
        : day.flatMap((holiday) => named(path, holiday))
    }),
  ])
  return [...weekend, ...fixed, ...years]
}

/** The line of the deepest key of the path that is written down. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (!isMap(node)) break
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    if (!isPair(pair) || !isScalar(pair.key)) break
    offset = pair.key.range?.[0] ?? offset
    node = pair.value
  }
  return lines.linePos(offset).line
}
