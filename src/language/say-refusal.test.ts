import { describe, expect, test } from 'vitest'
import { SIDES } from '../domain/act/act.ts'
import type { Commitment, ConceptStatus, DelegationStatus, TextStatus } from '../domain/partnership/objects.ts'
import { KNOTS } from '../domain/procedure/pack.ts'
import type { ObjectKind } from '../domain/refusal.ts'
import type { Refusal, RefusalCode } from '../verbs/refusal.ts'
import { LOCALES } from './locale.ts'
import { isMessage } from './messages.ts'
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
  'wrong-shape': { code: 'wrong-shape', type: 'concept.offered', field: 'title', problem: 'empty' },
  'not-opened': { code: 'not-opened' },
  'already-opened': { code: 'already-opened' },
  'seat-taken': { code: 'seat-taken', side: 'b' },
  'seat-not-taken': { code: 'seat-not-taken', side: 'b' },
  'wrong-office': { code: 'wrong-office', side: 'a', office: 'jepara' },
  'evidence-missing': { code: 'evidence-missing', type: 'interest.expressed' },
  'cannot-be-reported': { code: 'cannot-be-reported', type: 'seat.taken' },
  'shared-only': { code: 'shared-only', type: 'text.signed' },
  'date-in-future': { code: 'date-in-future', date: '2027-01-01', today: '2026-11-24' },
  'partnership-ended': { code: 'partnership-ended', on: '2026-01-05' },
  'id-taken': { code: 'id-taken', kind: 'concept', id: 'school' },
  'unknown-object': { code: 'unknown-object', kind: 'text', id: 'mou' },
  'wrong-side': { code: 'wrong-side', kind: 'letter', id: 'first', owner: 'a' },
  'superseded-version': { code: 'superseded-version', kind: 'concept', id: 'school', current: 'a'.repeat(64) },
  'unknown-version': { code: 'unknown-version', kind: 'concept', id: 'school', version: 'a'.repeat(64) },
  'already-decided': { code: 'already-decided', kind: 'concept', id: 'school', status: 'accepted' },
  'unknown-act': { code: 'unknown-act', act: 'a'.repeat(64) },
  'act-void': { code: 'act-void', act: 'a'.repeat(64) },
  'already-answered': { code: 'already-answered', act: 'a'.repeat(64) },
  'not-correctable': { code: 'not-correctable', type: 'text.signed' },
  'correction-changes-id': { code: 'correction-changes-id', act: 'a'.repeat(64) },
  'unknown-step': { code: 'unknown-step', step: 'id.none' },
  'step-blocked': { code: 'step-blocked', step: 'id.dprd', missing: ['id.rencana'] },
  'not-a-return': { code: 'not-a-return', step: 'id.rencana', to: 'id.dprd' },
  'wrong-knot': { code: 'wrong-knot', step: 'id.loi', knot: 'mou' },
  'step-not-optional': { code: 'step-not-optional', step: 'id.dprd' },
  'knot-not-ready': { code: 'knot-not-ready', knot: 'mou', side: 'b', missing: ['kh.rgc'] },
  'attested-not-done': { code: 'attested-not-done', step: 'id.rapat_kl' },
  'hash-not-agreed': { code: 'hash-not-agreed', text: 'mou', version: 'a'.repeat(64) },
  'text-not-signed': { code: 'text-not-signed', text: 'mou' },
  'concept-not-accepted': { code: 'concept-not-accepted', concept: 'school' },
  'notice-too-short': { code: 'notice-too-short', text: 'mou', earliest: '2026-08-01' },
  'letter-number-used': { code: 'letter-number-used', year: 2026, serial: 7, last: 9 },
  'nothing-to-renew': { code: 'nothing-to-renew', text: 'mou' },
  'renewal-not-tied': { code: 'renewal-not-tied', text: 'mou' },
  'notice-not-over': { code: 'notice-not-over', effective: '2026-08-01' },
  'term-not-over': { code: 'term-not-over', until: '2028-01-04' },
  'nothing-to-revive': { code: 'nothing-to-revive' },
  'hash-mismatch': { code: 'hash-mismatch' },
  'chain-broken': { code: 'chain-broken', previous: 'a'.repeat(64) },
  'strand-forked': { code: 'strand-forked' },
  'signature-invalid': { code: 'signature-invalid' },
  'unknown-act-type': { code: 'unknown-act-type', type: 'moon.visited' },
  'not-a-date': { code: 'not-a-date', name: '--on', value: '2026-02-30' },
  'country-without-calendar': { code: 'country-without-calendar', country: 'KP' },
  'calendar-faulty': { code: 'calendar-faulty', file: 'packs/cambodia/calendar.yaml', line: 7, fault: 'not-a-day' },
  'packs-faulty': { code: 'packs-faulty', count: 2, file: 'packs/x/procedure.yaml', line: 7 },
  'no-packs': { code: 'no-packs', folder: 'packs' },
  'folder-not-found': { code: 'folder-not-found', folder: 'packs' },
  'unknown-pack': { code: 'unknown-pack', pack: 'id-kspdl', choices: ['id-ksdpl', 'generic'] },
  'line-not-json': { code: 'line-not-json', file: 'acts.jsonl', line: 3 },
  'line-not-act': { code: 'line-not-act', file: 'acts.jsonl', line: 3, problem: 'side: missing' },
  'unknown-partnership': { code: 'unknown-partnership', slug: 'jepara-cambodia' },
  'slug-taken': { code: 'slug-taken', slug: 'jepara-cambodia' },
  'position-taken': { code: 'position-taken', side: 'a', expected: 4, actual: 5 },
  'unknown-blob': { code: 'unknown-blob', sha256: 'a'.repeat(64) },
  'blob-too-large': { code: 'blob-too-large', size: 30_000_000, limit: 26_214_400 },
  'blob-empty': { code: 'blob-empty' },
  'blob-type-unknown': { code: 'blob-type-unknown', title: 'programme.exe' },
  'key-not-readable': { code: 'key-not-readable', office: 'jepara' },
  'no-acts': { code: 'no-acts', file: 'acts.jsonl' },
  'several-partnerships': { code: 'several-partnerships', file: 'acts.jsonl', line: 9 },
  'bad-act': { code: 'bad-act', place: 'acts.jsonl', side: 'b', seq: 4, problem: 'hash-mismatch' },
  'act-missing': { code: 'act-missing', place: 'acts.jsonl', side: 'b', seq: 4 },
  'example-there': { code: 'example-there', slug: 'jepara-cambodia' },
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

type Status =
  | ConceptStatus
  | TextStatus
  | DelegationStatus
  | Exclude<Commitment['status'], 'open'>
  | 'acknowledged'
  | 'confirmed'
  | 'closed'

/** The types make a new kind or status fail here until it has its word. */
const KINDS: Record<ObjectKind | 'act', true> = {
  act: true,
  interest: true,
  concept: true,
  text: true,
  delegation: true,
  minutes: true,
  event: true,
  programme: true,
  flow: true,
  commitment: true,
  letter: true,
  review: true,
}
const STATUSES: Record<Status, true> = {
  offered: true,
  countered: true,
  accepted: true,
  declined: true,
  withdrawn: true,
  drafted: true,
  agreed: true,
  signed: true,
  proposed: true,
  welcomed: true,
  cancelled: true,
  reported: true,
  kept: true,
  missed: true,
  acknowledged: true,
  confirmed: true,
  closed: true,
}

test('given the closed lists of the record, when looked up, then every value has its word', () => {
  const keys = [
    ...SIDES.map((side) => `side.${side}`),
    ...KNOTS.map((knot) => `knot.${knot}`),
    ...Object.keys(KINDS).map((kind) => `object.${kind}`),
    ...Object.keys(STATUSES).map((status) => `status.${status}`),
  ]
  expect(keys.filter((key) => !isMessage(key))).toEqual([])
})

test('given values of the record, when said, then each language has its own words for them', () => {
  const said = LOCALES.map((locale) => sayRefusal(speaker(locale), EXAMPLES['wrong-side']))
  expect(said[0]).toContain('surat “first” adalah pihak a')
  expect(said[1]).toContain('លិខិត «first» គឺ ភាគី ក')
  expect(said[2]).toContain('side a that recorded the letter “first”')
  const decided = { code: 'already-decided', kind: 'commitment', id: 'teacher', status: 'missed' } as const
  expect(sayRefusal(speaker('en'), decided)).toContain('the commitment “teacher” had already been recorded as missed')
  expect(sayRefusal(speaker('en'), EXAMPLES['knot-not-ready'])).toContain('“agreement (MoU)”')
})

test('given days of the record, when said, then the language writes them and a day as typed stays', () => {
  expect(sayRefusal(speaker('en'), EXAMPLES['date-in-future'])).toContain('1 January 2027')
  expect(sayRefusal(speaker('id'), EXAMPLES['date-in-future'])).toContain('1 Januari 2027')
  expect(sayRefusal(speaker('en'), EXAMPLES['not-a-date'])).toContain('2026-02-30')
})

test('given a hash, when said, then its first digits stand for it', () => {
  const text = sayRefusal(speaker('en'), { code: 'unknown-act', act: '0123456789abcdef'.repeat(4) })
  expect(text).toContain('0123456789ab…')
  expect(text).not.toContain('0123456789abc')
})

describe.each(LOCALES)('given a reader of %s and nothing to name', (locale) => {
  test.each([
    [{ code: 'text-not-signed', text: '' }, 'refusal.text-not-signed.none'],
    [{ code: 'term-not-over', until: '' }, 'refusal.term-not-over.none'],
  ] as const)('when %o is said, then no gap is left in the sentence', (refusal, key) => {
    expect(sayRefusal(speaker(locale), refusal)).toBe(speaker(locale).say(key))
  })
})

test('given many missing steps, when said, then all are named', () => {
  const missing = ['id.rencana', 'id.dprd', 'id.kemendagri']
  expect(sayRefusal(speaker('en'), { code: 'step-blocked', step: 'id.loi', missing })).toContain(
    'id.rencana, id.dprd and id.kemendagri',
  )
})
