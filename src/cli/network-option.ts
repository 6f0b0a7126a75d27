// `--network FILE`: that file alone, without the database.
import { resolve } from 'node:path'
import type { Matching } from '../verbs/match-place.ts'
import { readNetworkFile } from '../verbs/read-network-file.ts'
import type { CliContext, Doors, ParsedArguments } from './command.ts'

export const NETWORK_OPTION = { network: { type: 'string' } } as const

/** Says on stderr how many rows of the file could not be used. Throws Refused where the file cannot be read. */
export async function openMatching(args: ParsedArguments, context: CliContext, doors: Doors): Promise<Matching> {
  const { network } = args.options
  if (typeof network !== 'string') return doors.house()
  const atlas = await doors.atlas()
  const file = await readNetworkFile(atlas.gazetteer, resolve(context.cwd, network))
  if (file.rejected > 0) {
    const first =
      file.firstReject === undefined ? '' : `; the first in line ${file.firstReject.line}: ${file.firstReject.reason}`
    context.err(`${file.rejected} rows of ${network} were left out${first}\n`)
  }
  return { ...atlas, network: async () => file.network }
}
