// The decision table of the record, in tests/decisions/: given what was said before, when a side says this, then it is
// recorded or refused. Every act of the closed list and every code that a decision can refuse with has at least one line;
// the last tests of this file fail where one has none.
import { describe, expect, test } from 'vitest'
import { AGREEMENT_CASES } from '../../../tests/decisions/agreement-cases.ts'
import { ANSWER_CASES } from '../../../tests/decisions/answer-cases.ts'
import { CONCEPT_CASES } from '../../../tests/decisions/concept-cases.ts'
import { EXCHANGE_CASES } from '../../../tests/decisions/exchange-cases.ts'
import { SEAT_CASES } from '../../../tests/decisions/seat-cases.ts'
import { STEP_CASES } from '../../../tests/decisions/step-cases.ts'
import { VISIT_CASES } from '../../../tests/decisions/visit-cases.ts'
import { DECISION_CODES } from '../../../tests/support/refusal-codes.ts'
import type { Recorder } from '../../../tests/support/record.ts'
import { ACT_TYPES } from '../act/act-bodies.ts'

const CASES = [
  ...SEAT_CASES,
  ...ANSWER_CASES,
  ...STEP_CASES,
  ...CONCEPT_CASES,
  ...AGREEMENT_CASES,
  ...VISIT_CASES,
  ...EXCHANGE_CASES,
]

describe('decisions', () => {
  test.each(CASES)('given $given, when $when, then it is $outcome', ({ record, says, outcome: expected }) => {
    const now = record()
    const outcome = now.try(...(says(now) as Parameters<Recorder['try']>))
    expect(outcome.ok ? 'recorded' : outcome.refusal.code).toBe(expected)
  })

  test.each(CASES.filter(({ outcome }) => outcome === 'recorded'))(
    'given $given, when $when, then the fold does not find it void',
    ({ record, says }) => {
      const now = record()
      const voids = now.state.head.voids
      now.say(...(says(now) as Parameters<Recorder['say']>))
      expect(now.state.head.voids).toBe(voids)
    },
  )
})

describe('the table is complete', () => {
  test.each(ACT_TYPES)('%s is recorded in some case', (type) => {
    const types = CASES.filter(({ outcome }) => outcome === 'recorded').map(({ record, says }) => says(record())[1])
    expect(types).toContain(type)
  })

  test.each(DECISION_CODES)('%s is refused in some case', (code) => {
    expect(CASES.map(({ outcome }) => outcome)).toContain(code)
  })
})
