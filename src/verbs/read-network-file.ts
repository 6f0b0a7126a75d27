// A file of ties as a graph, for commands that work without the database.
import { seatOf, type Gazetteer } from '../atlas/gazetteer.ts'
import { buildNetwork, type Network } from '../atlas/network/network.ts'
import { openTieFile, type RejectedRow } from './read-tie-file.ts'

export interface NetworkFile {
  readonly network: Network
  readonly ties: number
  readonly rejected: number
  /** The first rejected row, to show what is wrong. */
  readonly firstReject?: RejectedRow
}

/** Rows that cannot be taken are counted and left out. Throws Refused: as openTieFile. */
export async function readNetworkFile(gazetteer: Gazetteer, file: string): Promise<NetworkFile> {
  const edges: number[] = []
  let ties = 0
  let rejected = 0
  let firstReject: RejectedRow | undefined
  for await (const batch of (await openTieFile(file, gazetteer)).batches) {
    for (const { entryA, entryB } of batch.ties) {
      const [a, b] = [seatOf(gazetteer, entryA), seatOf(gazetteer, entryB)]
      if (a >= 0 && b >= 0) edges.push(a, b)
    }
    ties += batch.ties.length
    rejected += batch.rejects.length
    firstReject ??= batch.rejects[0]
  }
  return {
    network: buildNetwork(gazetteer.size, edges),
    ties,
    rejected,
    ...(firstReject === undefined ? {} : { firstReject }),
  }
}
