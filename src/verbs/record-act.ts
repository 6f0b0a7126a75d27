// Records what one side says: the one way in for pages, API and commands.
import type { AnyAct, AnyIntent, Side } from '../domain/act/act.ts'
import { append } from '../ledger/append.ts'
import type { RecordRoom } from './house.ts'
import type { Result } from './refusal.ts'

export interface Recording {
  readonly partnership: string
  /** Together or not at all. */
  readonly intents: readonly AnyIntent[]
  /** Where the caller believes the strand of a side ends. */
  readonly expected?: { readonly side: Side; readonly seq: number }
  /** Makes it safe to ask again after a lost answer. */
  readonly request?: string
}

/** `now`: the instant of recording; `today`: the day at the office, in its own time zone. */
export function recordAct(
  { database, keys }: RecordRoom,
  recording: Recording,
  now: Date,
  today: string = now.toISOString().slice(0, 10),
): Promise<Result<readonly AnyAct[]>> {
  return append(database, keys, { ...recording, at: now.toISOString(), today })
}
