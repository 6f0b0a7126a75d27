// The state of a partnership from a file of its acts, without a database.
import { parseDate } from '../domain/calendar/calendar-date.ts'
import { foldActs } from '../domain/partnership/fold.ts'
import { readActsFile } from '../ledger/acts-file.ts'
import { stateHash } from '../ledger/state-hash.ts'
import { partnershipJson, type PartnershipJson } from './partnership-json.ts'
import { done, refuse, type Result } from './refusal.ts'

export interface FoldedFile extends PartnershipJson {
  /** Strands that have a gap: the acts after it are not folded. */
  readonly waiting: readonly { readonly side: 'a' | 'b'; readonly missing: number; readonly acts: number }[]
  readonly state_hash: string
}

/** `shown` is how the file was named. */
export function foldFile(file: string, shown: string, on: string): Result<FoldedFile> {
  const day = parseDate(on)
  if (day === undefined) return refuse({ code: 'not-a-date', name: 'on', value: on })
  const read = readActsFile(file, shown)
  if (!read.ok) return read
  const { state, waiting } = foldActs(read.value.partnership, read.value.acts)
  const parts = {
    head: state.head,
    concepts: state.objects('concept'),
    texts: state.objects('text'),
    voids: state.objects('void'),
  }
  return done({
    ...partnershipJson(parts, day),
    waiting: waiting.map(({ side, missing, acts }) => ({ side, missing, acts: acts.length })),
    state_hash: stateHash(state),
  })
}
