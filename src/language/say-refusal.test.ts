import { describe, expect, test } from 'vitest'
import type { Refusal, RefusalCode } from '../verbs/refusal.ts'
import { LOCALES } from './locale.ts'
import { sayRefusal } from './say-refusal.ts'
import { speaker } from './speaker.ts'

const place = { id: '1642548', name: 'Jepara', where: 'Central Java, ID' }

/** One of each code; the type makes a new refusal fail here until it has its sentence. */
const EXAMPLES: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  'unknown-place': { code: 'unknown-place', query: 'Jeparra' },
  'ambiguous-place': { code: 'ambiguous-place', query: 'Jepara', choices: [place, place] },
  'place-without-seat': { code: 'place-without-seat', query: 'ID.99' },
  'same-place': { code: 'same-place', query: 'Jepara' },
  'unknown-country': { code: 'unknown-country', country: 'XX' },
  'query-too-long': { code: 'query-too-long', length: 10000, limit: 200 },
  'query-empty': { code: 'query-empty' },
  'not-a-number': { code: 'not-a-number', name: 'limit', value: '-1', min: 1, max: 100 },
  'unknown-choice': { code: 'unknown-choice', name: 'format', value: 'xls', choices: ['csv', 'json'] },
  'file-not-found': { code: 'file-not-found', file: 'ties.tsv' },
  'file-not-text': { code: 'file-not-text', file: 'ties.tsv' },
  'file-without-header': { code: 'file-without-header', file: 'ties.tsv', expected: 'place_a place_b sources' },
  'line-too-long': { code: 'line-too-long', file: 'ties.tsv', line: 3, limit: 10000 },
  'file-not-readable': { code: 'file-not-readable', file: 'ties.tsv', reason: 'EACCES' },
  'rows-rejected': {
    code: 'rows-rejected',
    file: 'ties.tsv',
    rejected: 2,
    line: 7,
    reason: 'self-tie',
    value: '1 1',
    written: 'rejects.tsv',
  },
  'wrong-row': { code: 'wrong-row', file: 'ties.tsv', line: 7, reason: { code: 'unknown-place', query: 'Jeparra' } },
  'too-many-rows': { code: 'too-many-rows', file: 'ties.tsv', limit: 1000000 },
  'file-not-writable': { code: 'file-not-writable', file: 'out.tsv', reason: 'ENOSPC' },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'unknown-import': { code: 'unknown-import', import: '9' },
  'import-already-undone': { code: 'import-already-undone', import: '2' },
  'import-not-latest': { code: 'import-not-latest', import: '2', latest: '3' },
  'fetch-running': { code: 'fetch-running' },
  'source-unreachable': { code: 'source-unreachable', url: 'https://query.wikidata.org', reason: 'ECONNRESET' },
  'source-answered-nonsense': { code: 'source-answered-nonsense', url: 'https://query.wikidata.org', reason: 'HTML' },
  'unknown-command': { code: 'unknown-command', command: 'mtach' },
  'unknown-option': { code: 'unknown-option', option: '--contry' },
  'missing-option': { code: 'missing-option', option: '--country' },
  'missing-argument': { code: 'missing-argument', argument: 'PLACE', usage: 'kembar match PLACE' },
  'unknown-argument': { code: 'unknown-argument', argument: 'Jepara' },
  'port-in-use': { code: 'port-in-use', port: 3000 },
  'data-folder-not-writable': { code: 'data-folder-not-writable', folder: 'data', reason: 'EACCES' },
  'disk-full': { code: 'disk-full', folder: 'data' },
  'data-folder-in-use': { code: 'data-folder-in-use', folder: 'data' },
  'database-unreachable': { code: 'database-unreachable', address: 'db:5432', reason: 'ECONNREFUSED' },
  'database-did-not-start': { code: 'database-did-not-start', folder: 'data', reason: 'exit 1' },
  'database-newer': { code: 'database-newer', migration: '009-x.sql' },
  'migration-changed': { code: 'migration-changed', migration: '001-network.sql' },
  'database-too-old': { code: 'database-too-old', version: '14.1' },
  'setting-wrong': { code: 'setting-wrong', setting: 'PORT', value: 'abc', expected: 'a number' },
}

describe.each(LOCALES)('given a reader of %s', (locale) => {
  test.each(Object.values(EXAMPLES))('when $code is said, then it is a whole sentence with its data', (refusal) => {
    const text = sayRefusal(speaker(locale), refusal)
    expect(text.length).toBeGreaterThan(20)
    expect(text).not.toMatch(/undefined|\[object|NaN|[{}]/)
  })
})

test('given ten thousand characters, when the refusal is said, then they are not all said again', () => {
  expect(sayRefusal(speaker('en'), { code: 'unknown-place', query: 'x'.repeat(10_000) }).length).toBeLessThan(400)
})

test('given an ambiguous name, when said, then the choices can be told apart', () => {
  expect(sayRefusal(speaker('en'), EXAMPLES['ambiguous-place'])).toContain('Jepara (Central Java, ID)')
})
