// The twin network in figures, of the database or of a file.
import { networkStats, type NetworkStats } from '../atlas/network/network-stats.ts'
import type { Atlas, House } from './house.ts'
import { readNetworkFile, type NetworkFile } from './read-network-file.ts'
import { done, refuse, Refused, type Result } from './refusal.ts'

export async function statsOfNetwork(house: Pick<House, 'gazetteer' | 'network'>): Promise<NetworkStats> {
  return networkStats(await house.network(), house.gazetteer)
}

export interface FileStats {
  readonly stats: NetworkStats
  readonly file: NetworkFile
}

export async function statsOfNetworkFile(atlas: Pick<Atlas, 'gazetteer'>, path: string): Promise<Result<FileStats>> {
  try {
    const file = await readNetworkFile(atlas.gazetteer, path)
    return done({ stats: networkStats(file.network, atlas.gazetteer), file })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
