// The twin network as a graph over gazetteer places: compressed adjacency, undirected, no self-ties, no doubles.
import type { Entry } from '../gazetteer.ts'

export interface Network {
  /** Number of gazetteer entries that the graph is laid over; most have no tie. */
  readonly size: number
  readonly edgeCount: number
  /** Neighbours of entry i are `neighbours[offsets[i] … offsets[i+1]-1]`, ascending. */
  readonly offsets: Int32Array
  readonly neighbours: Int32Array
}

/**
 * Builds the graph from pairs of entries (flat: a0, b0, a1, b1, …), in any order and direction.
 * Self-ties are dropped and doubles merged. `size` is the number of entries of the gazetteer.
 */
export function buildNetwork(size: number, pairs: ArrayLike<Entry>): Network {
  const degrees = new Int32Array(size + 1)
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i] === pairs[i + 1]) continue
    degrees[pairs[i] + 1]++
    degrees[pairs[i + 1] + 1]++
  }
  for (let i = 0; i < size; i++) degrees[i + 1] += degrees[i]
  const fill = degrees.slice()
  const raw = new Int32Array(degrees[size])
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [pairs[i], pairs[i + 1]]
    if (a === b) continue
    raw[fill[a]++] = b
    raw[fill[b]++] = a
  }
  const offsets = new Int32Array(size + 1)
  let kept = 0
  for (let i = 0; i < size; i++) {
    const list = raw.subarray(degrees[i], degrees[i + 1]).sort()
    let last = -1
    for (const neighbour of list) {
      if (neighbour === last) continue
      raw[kept++] = neighbour
      last = neighbour
    }
    offsets[i + 1] = kept
  }
  return { size, edgeCount: kept / 2, offsets, neighbours: raw.slice(0, kept) }
}

/** Number of partners of an entry. */
export function degreeOf(network: Network, entry: Entry): number {
  return network.offsets[entry + 1] - network.offsets[entry]
}

/** The partners of an entry, ascending; a view, not a copy. */
export function partnersOf(network: Network, entry: Entry): Int32Array {
  return network.neighbours.subarray(network.offsets[entry], network.offsets[entry + 1])
}

/** Whether the two are tied. */
export function areTied(network: Network, a: Entry, b: Entry): boolean {
  let low = network.offsets[a]
  let high = network.offsets[a + 1] - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = network.neighbours[middle]
    if (found === b) return true
    if (found < b) low = middle + 1
    else high = middle - 1
  }
  return false
}
