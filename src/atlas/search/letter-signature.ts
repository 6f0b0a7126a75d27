// Which letters occur in a name, as bits: a quick way to see that two names cannot be alike.

const LATIN_SPACE = 0x20
const LATIN_A = 0x61

/** Which letters occur, as two words of bits: Latin letters have their own, others share. */
export function letterSignature(name: string): [latin: number, other: number] {
  let latin = 0
  let other = 0
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code >= LATIN_A && code < LATIN_A + 26) latin |= 1 << (code - LATIN_A)
    else if (code === LATIN_SPACE) latin |= 1 << 26
    else other |= 1 << (code & 31)
  }
  return [latin >>> 0, other >>> 0]
}
