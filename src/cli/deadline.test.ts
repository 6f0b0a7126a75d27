import { describe, expect, test } from 'vitest'
import type { Result } from '../verbs/refusal.ts'
import { parseArguments, type Doors } from './command.ts'
import { deadline } from './deadline.ts'

/** A count needs neither the gazetteer nor the database. */
const doors: Doors = {
  dataFolder: '/nowhere',
  atlas: () => Promise.reject(new Error('the gazetteer was opened')),
  house: () => Promise.reject(new Error('the database was opened')),
  record: () => Promise.reject(new Error('No record is needed here.')),
  serve: () => Promise.reject(new Error('a server was started')),
}

async function run(command: string): Promise<{ readonly result: Result<void>; readonly out: string }> {
  let out = ''
  const args = parseArguments(command.split(' '), deadline.options)
  if (!args.ok) return { result: args, out }
  const context = { out: (text: string) => (out += text), err: () => undefined, cwd: '/' }
  return { result: await deadline.run(args.value, context, doors), out }
}

describe('kembar deadline', () => {
  test('given a country in small letters, then it says the day, the weekday, the count and how sure it is', async () => {
    const { result, out } = await run('--country kh --from 2026-11-20 --working-days 5')
    expect(result.ok).toBe(true)
    expect(out).toContain(
      '5 working days after Friday 2026-11-20 in Cambodia: due on Wednesday 2026-12-02; 4 weekend days and 3 holidays did not count.\nReliable. Sources: National Bank of Cambodia',
    )
  })

  test('given a year without its decree, then it says which and why', async () => {
    const { out } = await run('--country ID --from 2026-12-18 --working-days 45')
    expect(out).toContain('Not reliable: the holidays of 2027 are not known in full. Sources: ')
    expect(out).toContain('Joint decree 1497/2025')
  })

  test('given --explain, then every day stands on a line of its own', async () => {
    const { out } = await run('--country KH --from 2026-11-20 --working-days 2 --explain')
    expect(out.split('\n\n')[1]).toBe(
      '   0  2026-11-20  Friday     day of receipt\n' +
        '   –  2026-11-21  Saturday   weekend\n' +
        '   –  2026-11-22  Sunday     weekend\n' +
        '   –  2026-11-23  Monday     Water Festival\n' +
        '   –  2026-11-24  Tuesday    Water Festival\n' +
        '   –  2026-11-25  Wednesday  Water Festival\n' +
        '   1  2026-11-26  Thursday   working day\n' +
        '   2  2026-11-27  Friday     working day\n',
    )
  })

  test('given --json, then the answer is for programs; its days come with --explain', async () => {
    const { out } = await run('--country ID --from 2026-05-13 --working-days 1 --json')
    expect(JSON.parse(out)).toEqual({
      country: 'ID',
      from: '2026-05-13',
      working_days: 1,
      due: '2026-05-18',
      reliable: true,
      unreliable_years: [],
      skipped: [
        { date: '2026-05-14', reason: 'holiday', name: 'Ascension Day', source: expect.stringContaining('1497/2025') },
        {
          date: '2026-05-15',
          reason: 'holiday',
          name: 'Joint leave, Ascension Day',
          source: expect.stringContaining('1497/2025'),
        },
        { date: '2026-05-16', reason: 'weekend', name: null, source: null },
        { date: '2026-05-17', reason: 'weekend', name: null, source: null },
      ],
      sources: [
        expect.objectContaining({ known: 'official', title: expect.stringContaining('21/2023') }),
        expect.objectContaining({ known: 'official', title: expect.stringContaining('1497/2025') }),
      ],
      note: expect.stringContaining('joint leave'),
    })
    const explained = JSON.parse((await run('--country ID --from 2026-05-13 --working-days 1 --json --explain')).out)
    expect(explained.days).toHaveLength(6)
    expect(explained.days[5]).toEqual({ date: '2026-05-18', day: 1, reason: 'working', name: null, source: null })
  })

  test.each([
    ['--country XX --from 2026-05-13 --working-days 1', { code: 'unknown-country', country: 'XX' }],
    ['--country LA --from 2026-05-13 --working-days 1', { code: 'country-without-calendar', country: 'LA' }],
    ['--country ID --from 2026-02-30 --working-days 1', { code: 'not-a-date', name: 'from', value: '2026-02-30' }],
    ['--country ID --from 13.5.2026 --working-days 1', { code: 'not-a-date', name: 'from', value: '13.5.2026' }],
    ['--country ID --from 2026-05-13 --working-days -1', { code: 'not-a-number', name: 'working-days', value: '-1' }],
    ['--country ID --from 2026-05-13 --working-days 1001', { code: 'not-a-number', name: 'working-days', max: 1000 }],
    ['--country ID --from 2026-05-13 --working-days ten', { code: 'not-a-number', name: 'working-days', value: 'ten' }],
    ['--country ID --from 2026-05-13', { code: 'missing-argument', argument: '--working-days N' }],
    ['--country ID --working-days 1', { code: 'missing-argument', argument: '--from DATE' }],
    ['--from 2026-05-13 --working-days 1', { code: 'missing-argument', argument: '--country CC' }],
    ['now --country ID --from 2026-05-13 --working-days 1', { code: 'unknown-argument', argument: 'now' }],
    ['--country ID --from 2026-05-13 --days 1', { code: 'unknown-option', option: '--days' }],
  ])('given %s, then it is refused', async (command, refusal) => {
    const { result, out } = await run(command)
    expect(result).toMatchObject({ ok: false, refusal })
    expect(out).toBe('')
  })
})
