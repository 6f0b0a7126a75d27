// A line of the decision table: given what was said before, when a side says this, then it is recorded or refused.
import type { ActBody, ActType } from '../../src/domain/act/act-bodies.ts'
import type { Side } from '../../src/domain/act/act.ts'
import type { DomainRefusalCode } from '../../src/domain/refusal.ts'
import type { Recorder, Words } from '../support/record.ts'

export type Saying = { [T in ActType]: readonly [Side, T, ActBody[T], Words?] }[ActType]

export interface Case {
  readonly given: string
  readonly when: string
  readonly record: () => Recorder
  /** What is said, in the record as the story left it. */
  readonly says: (record: Recorder) => Saying
  readonly outcome: 'recorded' | DomainRefusalCode
}

/** A line of the table. */
export function c(
  given: string,
  when: string,
  record: () => Recorder,
  says: (record: Recorder) => Saying,
  outcome: Case['outcome'],
): Case {
  return { given, when, record, says, outcome }
}
