// Takes ties out of an outlook as if they had never been recorded, and puts them back. Learning and evaluation ask what
// the model would have said without the answer; nothing that a withheld tie added may remain.
import type { Entry } from '../gazetteer.ts'
import { countEnd, tellPeers, type Outlook } from './outlook.ts'

/** Withholds the ties of `place` to each of `partners` (its partners, each once). Call what is returned to put them back. */
export function withhold(outlook: Outlook, place: Entry, partners: readonly Entry[]): () => void {
  const { neighbours, offsets, degree, partnerSize } = outlook
  const touched = [place, ...partners]
  const sizes = touched.map((entry) => partnerSize[entry])
  const lists = touched.map((entry) => neighbours.slice(offsets[entry], offsets[entry] + degree[entry]))
  for (const partner of partners) {
    drop(outlook, place, partner)
    drop(outlook, partner, place)
  }
  return () => {
    for (const partner of partners) {
      lift(outlook, place, partner)
      lift(outlook, partner, place)
    }
    // Order and sums exactly as before: adding back what was subtracted may differ in the last bit.
    touched.forEach((entry, i) => {
      partnerSize[entry] = sizes[i]
      neighbours.set(lists[i], offsets[entry])
    })
  }
}

function drop(outlook: Outlook, at: Entry, other: Entry): void {
  const { neighbours, offsets, degree } = outlook
  const last = offsets[at] + degree[at] - 1
  let k = offsets[at]
  while (neighbours[k] !== other) k++
  neighbours[k] = neighbours[last]
  neighbours[last] = other
  degree[at]--
  countEnd(outlook, at, other, -1)
  tellPeers(outlook, at, degree[at] + 1, degree[at])
}

function lift(outlook: Outlook, at: Entry, other: Entry): void {
  outlook.degree[at]++
  countEnd(outlook, at, other, 1)
  tellPeers(outlook, at, outlook.degree[at] - 1, outlook.degree[at])
}
