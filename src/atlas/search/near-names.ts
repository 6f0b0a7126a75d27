// Names at one or two typing errors from what was typed. A scan over letter signatures (one error changes at most two
// of them) leaves few names, which are then compared letter by letter.
import { letterSignature } from './letter-signature.ts'
import { nameStart, type NameIndex } from './name-index.ts'

function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Errors that a name of this length may hold and still be recognised. */
export function errorsAllowed(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2
}

/** Calls `found` with the first row of every distinct name at 1 … `errors` typing errors from `text`. */
export function scanNearNames(
  index: NameIndex,
  text: string,
  errors: number,
  found: (row: number, distance: number) => void,
): void {
  const [latin, other] = letterSignature(text)
  const from = index.lengthStart[Math.max(1, text.length - errors)]
  const last = Math.min(index.lengthStart.length - 1, text.length + errors + 1)
  const to = index.lengthStart[last]
  const budget = 2 * errors
  const codes = Uint16Array.from(text, (_, i) => text.charCodeAt(i)).slice(0, text.length)
  for (let i = from; i < to; i++) {
    const differing = bitCount(index.signatures[2 * i] ^ latin)
    if (differing > budget || differing + bitCount(index.signatures[2 * i + 1] ^ other) > budget) continue
    const row = index.byLength[i]
    const start = nameStart(index, row)
    const distance = typingDistance(codes, index.chars, start, index.ends[row] - start, errors)
    if (distance > 0 && distance <= errors) found(row, distance)
  }
}

const WIDEST = 64
let before = new Uint8Array(WIDEST + 2)
let current = new Uint8Array(WIDEST + 2)
let twoBefore = new Uint8Array(WIDEST + 2)

/**
 * Number of insertions, deletions, changes and swaps of two neighbours between `a` and a stretch of `chars`
 * (optimal string alignment); anything above `limit` is returned as `limit + 1`.
 */
export function typingDistance(
  a: Uint16Array,
  chars: Uint16Array,
  start: number,
  length: number,
  limit: number,
): number {
  if (Math.abs(a.length - length) > limit || length > WIDEST || a.length > WIDEST) return limit + 1
  for (let j = 0; j <= length; j++) before[j] = j
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    let least = i
    const from = Math.max(1, i - limit)
    const to = Math.min(length, i + limit)
    if (from > 1) current[from - 1] = limit + 1
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === chars[start + j - 1]
      let cost = before[j - 1] + (same ? 0 : 1)
      if (j < i + limit && before[j] + 1 < cost) cost = before[j] + 1
      if (j > from || from === 1) cost = Math.min(cost, current[j - 1] + 1)
      if (i > 1 && j > 1 && a[i - 1] === chars[start + j - 2] && a[i - 2] === chars[start + j - 1])
        cost = Math.min(cost, twoBefore[j - 2] + 1)
      current[j] = cost
      if (cost < least) least = cost
    }
    if (to < length) current[to + 1] = limit + 1
    if (least > limit) return limit + 1
    const spare = twoBefore
    twoBefore = before
    before = current
    current = spare
  }
  return Math.min(before[length], limit + 1)
}
