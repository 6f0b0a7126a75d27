// One spelling for the many ways of writing a name, so that `Djepara`, `DJEPARA` and `djepará` meet.

/** Letters that Unicode does not decompose into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ŋ: 'n',
  ə: 'e',
  ĸ: 'k',
  ŧ: 't',
}
const PLAIN = /^[a-z0-9 ]*$/
// Marks of Latin, Greek and Cyrillic are dropped; vowel signs of Khmer, Thai or Devanagari are letters and stay.
const MARKS = /[\u0300-\u036f]/g
const UNDECOMPOSED = /[ßæœøđðħıłþŋəĸŧ]/g
const APOSTROPHES = /['’‘ʻʼʽ`´ʹʾʿ\u200b-\u200f\u2060\ufeff\u00ad]/g
const GAPS = /[^\p{L}\p{N}\p{M}]+/gu

/** Lower case, no diacritics, no apostrophes, one space between words. Idempotent. */
export function foldName(name: string): string {
  let text = name.toLowerCase()
  // A second pass finds what the first brought to light (a decomposed letter that has a lower case of its own).
  for (let pass = 0; pass < 3; pass++) {
    if (PLAIN.test(text)) return text.replace(/ +/g, ' ').trim()
    const before = text
    text = foldOnce(text)
    if (text === before) break
  }
  return text
}

function foldOnce(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter])
    .replace(APOSTROPHES, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(GAPS, ' ')
    .trim()
}
