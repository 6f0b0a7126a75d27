// A record in which each side kept promises, which is what liveness is told from.
import type { Side } from '../../src/domain/act/act.ts'
import { seatedRecord, type Recorder } from './record.ts'

/** Opened on 2026-01-05; a promise kept by each of these sides on these days. */
export function keptBy(...kept: readonly (readonly [Side, string])[]): Recorder {
  const record = seatedRecord()
  record.later('2030-01-01')
  for (const [n, [side, on]] of kept.entries()) {
    record.say(side, 'commitment.made', {
      commitment: `c${n}`,
      what: { en: 'A promise' },
      due: on,
      sector: 'education',
    })
    record.say(side, 'commitment.kept', { commitment: `c${n}`, on })
  }
  return record
}
