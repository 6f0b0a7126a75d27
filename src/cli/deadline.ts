import { weekdayOf, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { MOST_WORKING_DAYS, type CountedDay } from '../domain/calendar/count-days.ts'
import type { Doubt } from '../domain/calendar/working-calendar.ts'
import { speaker } from '../language/speaker.ts'
import { countDeadline, type DeadlineView } from '../verbs/count-deadline.ts'
import { done, refuse } from '../verbs/refusal.ts'
import { numberOption, type Command } from './command.ts'

const USAGE = 'kembar deadline --country CC --from DATE --working-days N'

export const deadline: Command = {
  name: 'deadline',
  summary: 'the last day of a time limit in working days, and how sure it is',
  help: `Usage: ${USAGE} [--explain] [--json]

Counts working days from the day of receipt, which is day 0: weekends and public holidays of the country do not count.

  kembar deadline --country ID --from 2026-12-18 --working-days 45
  kembar deadline --country KH --from 2026-04-10 --working-days 10 --explain

  --country CC       whose offices have to answer (ISO 3166-1 alpha-2)
  --from DATE        the day of receipt, as year-month-day
  --working-days N   0 to ${MOST_WORKING_DAYS}
  --explain          every day of the count, and why it counts or does not
  --json             the same for programs
`,
  options: {
    country: { type: 'string' },
    from: { type: 'string' },
    'working-days': { type: 'string' },
    explain: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    const [extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const { country, from, explain, json } = args.options
    if (typeof country !== 'string') return refuse({ code: 'missing-argument', argument: '--country CC', usage: USAGE })
    if (typeof from !== 'string') return refuse({ code: 'missing-argument', argument: '--from DATE', usage: USAGE })
    if (args.options['working-days'] === undefined)
      return refuse({ code: 'missing-argument', argument: '--working-days N', usage: USAGE })
    const workingDays = numberOption(args, 'working-days', 0, 0, MOST_WORKING_DAYS)
    if (!workingDays.ok) return workingDays
    const counted = countDeadline({ country, from, workingDays: workingDays.value })
    if (!counted.ok) return counted
    context.out(json === true ? asJson(counted.value, explain === true) : asText(counted.value, explain === true))
    return done(undefined)
  },
}

function asJson(view: DeadlineView, explain: boolean): string {
  const json = {
    country: view.country,
    from: view.from,
    working_days: view.counted,
    due: view.due,
    reliable: view.reliable,
    unreliable_years: view.unreliableYears,
    skipped: view.skipped.map(({ date, reason, name, source }) => ({
      date,
      reason,
      name: name?.en ?? null,
      source: source ?? null,
    })),
    sources: view.sources.map(({ title, link, known }) => ({ title, link: link ?? null, known })),
    note: view.note,
    ...(explain
      ? {
          days: view.days.map(({ date, day, reason, name, source }) => ({
            date,
            day,
            reason,
            name: name?.en ?? null,
            source: source ?? null,
          })),
        }
      : {}),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

function asText(view: DeadlineView, explain: boolean): string {
  const weekends = view.skipped.filter(({ reason }) => reason === 'weekend').length
  const holidays = view.skipped.length - weekends
  return (
    `${amount(view.counted, 'working day')} after ${said(view.from)} in ${speaker('en').country(view.country)}: ` +
    `due on ${said(view.due)}; ${amount(weekends, 'weekend day')} and ${amount(holidays, 'holiday')} did not count.\n` +
    (view.reliable ? 'Reliable' : `Not reliable: ${view.doubts.map(doubtful).join('; ')}`) +
    `. Sources: ${view.sources.map(({ title, known }) => `${title} [${known}]`).join('; ')}.\n${view.note}\n` +
    (explain ? `\n${view.days.map(line).join('')}` : '')
  )
}

function doubtful({ year, reason }: Doubt): string {
  switch (reason) {
    case 'outside-sources':
      return `the holidays of ${year} are not known in full`
    case 'dates-may-move':
      return `some holidays of ${year} may be declared on the day before or after`
    case 'no-official-list':
      return `the holidays of ${year} follow from rules, not from an official list`
  }
}

function line({ date, day, reason, name }: CountedDay): string {
  const why = { receipt: 'day of receipt', working: 'working day', weekend: 'weekend', holiday: name?.en ?? 'holiday' }
  return `${(day ?? '–').toString().padStart(4)}  ${date}  ${weekday(date).padEnd(9)}  ${why[reason]}\n`
}

const said = (date: CalendarDate) => `${weekday(date)} ${date}`
const amount = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

function weekday(date: CalendarDate): string {
  const name = weekdayOf(date)
  return name[0].toUpperCase() + name.slice(1)
}
