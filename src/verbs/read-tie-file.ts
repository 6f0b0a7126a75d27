// Reads a tab-separated file of ties: header, rows, each row as a tie or as a reject with its line.
import type { Gazetteer } from '../atlas/gazetteer.ts'
import {
  makeTieReader,
  nameTieFields,
  readTieHeader,
  TIE_HEADER,
  type Reject,
  type Tie,
  type TieHeader,
} from '../atlas/network/read-ties.ts'
import { readLines } from './read-lines.ts'
import { Refused } from './refusal.ts'

/** Rows of a file, taken or not. The whole world has about 50,000 twinnings. */
export const MOST_ROWS = 1_000_000

export interface RejectedRow extends Reject {
  /** Counted from 1, the header included. */
  readonly line: number
  readonly text: string
}

export interface TieFile {
  readonly header: TieHeader
  /** The first line as it was written. */
  readonly headerText: string
  readonly batches: AsyncIterable<{ readonly ties: readonly Tie[]; readonly rejects: readonly RejectedRow[] }>
  sha256(): string
}

/** Throws Refused: what readLines refuses, file-without-header, too-many-rows. */
export async function openTieFile(file: string, gazetteer: Gazetteer): Promise<TieFile> {
  const lines = readLines(file)
  const iterator = lines.batches[Symbol.asyncIterator]()
  const first = await iterator.next()
  const firstBatch = first.done === true ? [] : first.value
  const headerText = firstBatch[0] ?? ''
  const header = readTieHeader(headerText.split('\t'))
  if (header === undefined) {
    await iterator.return?.()
    throw new Refused({ code: 'file-without-header', file, expected: TIE_HEADER })
  }
  const reader = makeTieReader(gazetteer)

  async function* batches() {
    let line = 1
    let rows = 0
    let batch = firstBatch.slice(1)
    try {
      for (;;) {
        const ties: Tie[] = []
        const rejects: RejectedRow[] = []
        for (const text of batch) {
          line++
          if (++rows > MOST_ROWS) throw new Refused({ code: 'too-many-rows', file, limit: MOST_ROWS })
          if (text.trim() === '') continue
          const named = nameTieFields(header!, text.split('\t'))
          const reading = named.ok ? reader.read(named.fields) : named
          if (reading.ok) ties.push(reading.tie)
          else rejects.push({ ...reading.reject, line, text })
        }
        yield { ties, rejects }
        const next = await iterator.next()
        if (next.done === true) return
        batch = next.value as string[]
      }
    } finally {
      await iterator.return?.()
    }
  }

  return { header, headerText, batches: batches(), sha256: lines.sha256 }
}
