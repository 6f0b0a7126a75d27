import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { realAtlas } from '../../tests/support/real-atlas.ts'
import { shippedModel } from '../atlas/match/shipped-model.ts'
import { Refused, type Result } from '../verbs/refusal.ts'
import { parseArguments, type Command, type Doors } from './command.ts'
import { evaluate } from './evaluate.ts'
import { match } from './match.ts'

const TIES = fileURLToPath(new URL('../../ties/indonesia-cambodia.tsv', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kembar-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** With --network no command may open the database. */
const doors: Doors = {
  dataFolder: folder,
  atlas: async () => ({ ...realAtlas(), model: shippedModel() }),
  house: () => Promise.reject(new Error('the database was opened')),
  record: () => Promise.reject(new Error('No record is needed here.')),
  serve: () => Promise.reject(new Error('a server was started')),
}

async function run(
  command: Command,
  ...argv: string[]
): Promise<{ readonly result: Result<void>; readonly out: string }> {
  let out = ''
  const args = parseArguments(argv, command.options)
  if (!args.ok) return { result: args, out }
  const context = { out: (text: string) => (out += text), err: () => undefined, cwd: folder }
  try {
    return { result: await command.run(args.value, context, doors), out }
  } catch (error) {
    if (error instanceof Refused) return { result: { ok: false, refusal: error.refusal }, out }
    throw error
  }
}

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return name
}

interface Shown {
  readonly candidates: readonly {
    readonly rank: number
    readonly id: number
    readonly name: string
    readonly country: string
    readonly score: number
    readonly reciprocal: number
    readonly reasons: readonly {
      readonly group: string
      readonly feature: string
      readonly contribution: number
      readonly evidence: { readonly text: string }
    }[]
  }[]
}

describe('kembar match', () => {
  test('given Kabupaten Jepara and Cambodia, then ten candidates whose reasons add up to their scores', async () => {
    const { out } = await run(match, 'Kabupaten Jepara', '--country', 'KH', '--json', '--network', TIES)
    const { candidates } = JSON.parse(out) as Shown
    expect(candidates).toHaveLength(10)
    candidates.forEach(({ rank, country, score, reasons, reciprocal }, i) => {
      expect([rank, country]).toEqual([i + 1, 'KH'])
      expect(Number.isFinite(reciprocal)).toBe(true)
      expect(Math.abs(reasons.reduce((sum, reason) => sum + reason.contribution, 0) - score)).toBeLessThan(1e-9)
      expect(reasons.every((reason) => reason.evidence.text.length > 5)).toBe(true)
    })
  })

  test('given any answer, then the ranks follow the scores', async () => {
    const { out } = await run(match, 'Kabupaten Jepara', '--json', '--limit', '50', '--network', TIES)
    const scores = (JSON.parse(out) as Shown).candidates.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test('given a place with ties there, then its partners are left out and named apart', async () => {
    const { out } = await run(match, 'Jakarta', '--country', 'JP', '--network', TIES)
    expect(out).toContain('Already tied, left out: Tokyo (JP)')
    expect(out).not.toMatch(/\d\. Tokyo/)
  })

  test('given no country, then the world without the own country is ranked', async () => {
    const { out } = await run(match, '1642548', '--json', '--limit', '30', '--network', TIES)
    expect((JSON.parse(out) as Shown).candidates.every(({ country }) => country !== 'ID')).toBe(true)
  })

  test('given many questions, then each is answered in the order of the file', async () => {
    const questions = file('questions.tsv', 'place\tcountry\n1642548\tKH\nSiem Reap\tID\n')
    const { out } = await run(match, '--queries', questions, '--limit', '3', '--network', TIES)
    const rows = out
      .trim()
      .split('\n')
      .map((row) => row.split('\t'))
    expect(rows[0]).toEqual(['place', 'country', 'rank', 'candidate', 'score'])
    expect(rows.slice(1).map(([place, country, rank]) => `${place} ${country} ${rank}`)).toEqual([
      '1642548 KH 1',
      '1642548 KH 2',
      '1642548 KH 3',
      'Siem Reap ID 1',
      'Siem Reap ID 2',
      'Siem Reap ID 3',
    ])
  })

  test.each([
    [['Nowhereville', '--country', 'KH'], 'unknown-place'],
    [['Springfield', '--country', 'KH'], 'ambiguous-place'],
    [['Jepara', '--country', 'XX'], 'unknown-country'],
    [['Jepara', '--limit', '-1'], 'not-a-number'],
    [['Jepara', '--limit', '1001'], 'not-a-number'],
    [[], 'missing-argument'],
  ])('given %j, then it is refused with %s', async (argv, code) => {
    const { result, out } = await run(match, ...argv, '--network', TIES)
    expect(result).toMatchObject({ ok: false, refusal: { code } })
    expect(out).toBe('')
  })

  test('given one row that cannot be answered, then nothing is, and the line is named', async () => {
    const questions = file('wrong.tsv', 'place\tcountry\n1642548\tKH\nNowhereville\tKH\n')
    const { result, out } = await run(match, '--queries', questions, '--network', TIES)
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-row', line: 3, reason: { code: 'unknown-place' } },
    })
    expect(out).toBe('')
  })

  test('given a unit without a listed place, then it is refused', async () => {
    const { gazetteer } = realAtlas()
    const unit = gazetteer.seat.indexOf(-1, gazetteer.placeCount)
    const { result } = await run(match, gazetteer.unitCode(unit), '--network', TIES)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'place-without-seat' } })
  })
})

describe('kembar evaluate', () => {
  test('given pairs, then every method is measured in both directions and the ranks are written', async () => {
    const pairs = file('pairs.tsv', 'place_a\tplace_b\n1642911\t1850147\n1821306\t1642911\n')
    const { out } = await run(evaluate, '--pairs', pairs, '--network', TIES, '--ranks', 'ranks.tsv', '--json')
    const figures = JSON.parse(out) as Record<string, { readonly rankings: number; readonly mrr: number }>
    expect(Object.keys(figures)).toEqual([
      'kembar',
      'random',
      'population',
      'popularity',
      'size-and-popularity',
      'adamic-adar',
    ])
    for (const { rankings, mrr } of Object.values(figures)) {
      expect(rankings).toBe(4)
      expect(mrr).toBeGreaterThan(0)
      expect(mrr).toBeLessThanOrEqual(1)
    }
    expect(readFileSync(join(folder, 'ranks.tsv'), 'utf8').trim().split('\n')).toHaveLength(5)
  })

  test.each([
    ['place_a\tplace_b\n1642911\t5\n', { code: 'wrong-row', line: 2, reason: { code: 'unknown-place' } }],
    ['place_a\tplace_b\n1642911\t1642911\n', { code: 'wrong-row', line: 2, reason: { code: 'same-place' } }],
    ['a\tb\n', { code: 'file-without-header' }],
    ['', { code: 'file-without-header' }],
    ['\u0000\u0001', { code: 'file-not-text' }],
  ])('given the pairs %j, then they are refused', async (text, refusal) => {
    const { result } = await run(evaluate, '--pairs', file('bad.tsv', text), '--network', TIES)
    expect(result).toMatchObject({ ok: false, refusal })
  })
})
