import { expect, test } from 'vitest'
import { outstanding } from './migrate.ts'

const first = { name: '001-first', text: '', sha256: 'a' }
const second = { name: '002-second', text: '', sha256: 'b' }

test('given a database that had the first migration, then only the second is outstanding', () => {
  expect(outstanding([first, second], [first])).toEqual([second])
})

test('given an applied migration whose file was changed since, then it is refused by name', () => {
  expect(() => outstanding([first], [{ ...first, sha256: 'other' }])).toThrow(
    expect.objectContaining({ refusal: { code: 'migration-changed', migration: '001-first' } }),
  )
})

test('given a migration that this version does not know, then the database is newer', () => {
  expect(() => outstanding([first], [first, second])).toThrow(
    expect.objectContaining({ refusal: { code: 'database-newer', migration: '002-second' } }),
  )
})
