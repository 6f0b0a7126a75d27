import type { Child } from 'hono/jsx'
import { evidencePieces, type Pair } from '../../language/say-evidence.ts'
import type { Reason } from '../../verbs/match-place.ts'
import type { Reader } from '../reader.ts'

/** Longer names may break: on a narrow screen they would not fit. */
const LONG_NAME = 24

export interface EvidenceTextProps {
  readonly reader: Reader
  readonly reason: Reason
  readonly pair: Pair
}

/** The sentence of a piece of evidence, its place names kept whole. */
export function EvidenceText({ reader, reason, pair }: EvidenceTextProps) {
  return (
    <>
      {evidencePieces<Child>(reader.speaker, reader.gazetteer, reason, pair, (name) =>
        name.length > LONG_NAME ? name : <span class="name">{name}</span>,
      )}
    </>
  )
}
