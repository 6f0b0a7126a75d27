import { expect, test } from 'vitest'
import { retryAfterOf } from './polite-client.ts'

const now = Date.parse('2026-02-03T04:05:06Z')

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Tue, 03 Feb 2026 04:06:06 GMT', 60_000],
  ['Tue, 03 Feb 2026 04:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('given Retry-After %j, then %s ms', (header, expected) => expect(retryAfterOf(header, now)).toBe(expected))
