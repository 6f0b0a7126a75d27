// Ties from a tab-separated file into the database, as one import that can be undone.
import { basename } from 'node:path'
import type { Tie, TieHeader } from '../atlas/network/read-ties.ts'
import type { ImportKind } from '../db/network-tables.ts'
import { STATED, type StatedColumn, type Statement } from '../db/stage-ties.ts'
import type { House } from './house.ts'
import { openTieFile } from './read-tie-file.ts'
import { refuse, Refused, type Result } from './refusal.ts'
import { takeTies, type ImportOutcome, type TakeOptions } from './take-ties.ts'

export interface ImportRequest extends TakeOptions {
  readonly file: string
  /** 'file' unless it is the list that comes with Kembar. */
  readonly kind?: ImportKind
}

/**
 * Imports `place_a place_b sources [since until reference note]`. A file that gives a column states it for its sources,
 * empty or not; columns that it lacks are left as they are known. The same file again changes nothing and is no import.
 */
export async function importNetwork(
  house: Pick<House, 'gazetteer' | 'database'>,
  request: ImportRequest,
): Promise<Result<ImportOutcome>> {
  try {
    const file = await openTieFile(request.file, house.gazetteer)
    async function* batches() {
      for await (const { ties, rejects } of file.batches) yield { statements: ties.flatMap(statementsOf), rejects }
    }
    const incoming = {
      kind: request.kind ?? 'file',
      name: basename(request.file),
      headerText: file.headerText,
      silent: silentColumns(file.header),
      batches: batches(),
      sha256: file.sha256,
    }
    return await takeTies(house.database, incoming, request)
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

/** What each source of the row states. */
function statementsOf({ placeA, placeB, sources, since, until, reference, note }: Tie): Statement[] {
  return sources.map((source) => ({ placeA, placeB, source, since, until, reference, note, statement: null }))
}

function silentColumns(header: TieHeader): readonly StatedColumn[] {
  return STATED.filter((column) => column === 'statement' || !header.includes(column))
}
