import type { Child } from 'hono/jsx'
import { evidencePieces } from '../../language/say-evidence.ts'
import type { Reason } from '../../verbs/match-place.ts'
import type { Reader } from '../reader.ts'

/** The sentence of a piece of evidence, its place names kept whole. */
export function EvidenceText({ reader, reason }: { readonly reader: Reader; readonly reason: Reason }) {
  return (
    <>
      {evidencePieces<Child>(reader.speaker, reader.gazetteer, reason.evidence, (name) => (
        <span class={name.length > 24 ? undefined : 'name'}>{name}</span>
      ))}
    </>
  )
}
