import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readProgress, writeProgress } from './fetch-progress.ts'
import { FIRST_PAGES } from './page-query.ts'

const folder = mkdtempSync(join(tmpdir(), 'kembar-progress-'))
const file = join(folder, 'deeper', 'fetch.jsonl')
afterAll(() => rmSync(folder, { recursive: true }))

const endpoint = 'https://example.org/sparql'
const statement = { id: 'Q1-a', geonamesA: ['1'], geonamesB: ['2'], since: null, until: null, reference: null }

beforeEach(() => {
  const writer = writeProgress(file, endpoint, false)
  writer.finished('0', [statement])
  writer.split('1')
  writer.finished('1a', [])
  writer.close()
})

describe('given a fetch that stopped', () => {
  const stillOpen = [...'023456789abcdef'].filter((page) => page !== '0')

  test('then the finished pages are kept, and a page that was cut is open in its smaller ones', () => {
    const progress = readProgress(file, endpoint)!
    expect(progress.statements).toEqual([statement])
    expect(progress.finished).toBe(2)
    expect([...progress.open].sort()).toEqual(
      [...stillOpen, ...FIRST_PAGES.filter((digit) => digit !== 'a').map((digit) => `1${digit}`)].sort(),
    )
  })

  test('in the middle of writing a line, then that page is open again, and going on leaves a whole file', () => {
    const before = readProgress(file, endpoint)
    appendFileSync(file, '{"page":"2","statements":[{"id":"Q2')
    expect(readProgress(file, endpoint)).toEqual(before)
    const writer = writeProgress(file, endpoint, true)
    writer.finished('3', [])
    writer.close()
    expect(readProgress(file, endpoint)!.finished).toBe(3)
    expect(
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .every((line) => JSON.parse(line) !== null),
    ).toBe(true)
  })
})

describe('given a file that says nothing', () => {
  test('of another endpoint, damaged, or absent, then there is no progress', () => {
    expect(readProgress(file, 'https://other.example.org/sparql')).toBeUndefined()
    writeFileSync(file, `${readFileSync(file, 'utf8')}nonsense\n`)
    expect(readProgress(file, endpoint)).toBeUndefined()
    writeFileSync(file, '')
    expect(readProgress(file, endpoint)).toBeUndefined()
    expect(readProgress(join(folder, 'none'), endpoint)).toBeUndefined()
  })
})
