// The shape of the twin network: how clustered, how sorted by degree, in how many pieces. Definitions as in networkx.
import { degreeOf, partnersOf, type Network } from './network.ts'

/** Share of paths of length two whose ends are tied: 3 × triangles / connected triples. Null without such a path. */
export function transitivity(network: Network): number | null {
  const { size } = network
  const marks = new Int32Array(size).fill(-1)
  let closed = 0
  let paths = 0
  for (let node = 0; node < size; node++) {
    const degree = degreeOf(network, node)
    if (degree < 2) continue
    paths += (degree * (degree - 1)) / 2
    const partners = partnersOf(network, node)
    for (const partner of partners) marks[partner] = node
    for (const partner of partners) {
      for (const further of partnersOf(network, partner)) if (further > partner && marks[further] === node) closed++
    }
  }
  return paths === 0 ? null : closed / paths
}

/** Pearson correlation of the degrees at the two ends of a tie, each tie seen from both ends. Null where it is undefined. */
export function degreeAssortativity(network: Network): number | null {
  let sum = 0
  let squares = 0
  let products = 0
  for (let node = 0; node < network.size; node++) {
    const degree = degreeOf(network, node)
    sum += degree * degree
    squares += degree * degree * degree
    for (const partner of partnersOf(network, node)) products += degree * degreeOf(network, partner)
  }
  const ends = network.neighbours.length
  if (ends === 0) return null
  // Kept as whole numbers as long as possible: the same degree everywhere then gives exactly no variance.
  const variance = squares * ends - sum * sum
  return variance === 0 ? null : (products * ends - sum * sum) / variance
}

export interface Components {
  readonly count: number
  /** Number of nodes of the largest, 0 in an empty network. */
  readonly largest: number
}

/** Connected pieces of the network; entries without a tie do not count. */
export function components(network: Network): Components {
  const seen = new Uint8Array(network.size)
  const queue = new Int32Array(network.size)
  let count = 0
  let largest = 0
  for (let start = 0; start < network.size; start++) {
    if (seen[start] !== 0 || degreeOf(network, start) === 0) continue
    seen[start] = 1
    queue[0] = start
    let length = 1
    for (let at = 0; at < length; at++) {
      for (const partner of partnersOf(network, queue[at])) {
        if (seen[partner] !== 0) continue
        seen[partner] = 1
        queue[length++] = partner
      }
    }
    count++
    largest = Math.max(largest, length)
  }
  return { count, largest }
}
