import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countDeadline } from './count-deadline.ts'

const packs = mkdtempSync(join(tmpdir(), 'kembar-deadline-'))
afterAll(() => rmSync(packs, { recursive: true }))

test('given a council that received a letter, when 45 working days are counted, then the last day and all days are told', () => {
  const counted = countDeadline({ country: 'ID', from: '2026-03-02', workingDays: 45 })
  expect(counted).toMatchObject({ ok: true, value: { country: 'ID', due: '2026-05-13', counted: 45, reliable: true } })
  expect(counted.ok && counted.value.days).toHaveLength(73)
})

test('given more days than anybody counts, then it is refused', () => {
  expect(countDeadline({ country: 'ID', from: '2026-03-02', workingDays: 1001 })).toMatchObject({
    refusal: { code: 'not-a-number', max: 1000 },
  })
})

test('given a calendar file that is wrong, then it is refused by file, line and reason', () => {
  mkdirSync(join(packs, 'indonesia'))
  writeFileSync(join(packs, 'indonesia/calendar.yaml'), 'country: ID\ncountry: KH\n')
  expect(countDeadline({ country: 'ID', from: '2026-03-02', workingDays: 1 }, packs)).toEqual({
    ok: false,
    refusal: { code: 'calendar-faulty', file: 'packs/indonesia/calendar.yaml', line: 2, fault: 'not-yaml' },
  })
})
