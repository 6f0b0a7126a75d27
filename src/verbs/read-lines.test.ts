import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { LONGEST_LINE, readLines } from './read-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'kembar-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function linesOf(content: string | Uint8Array): Promise<string[]> {
  const file = join(folder, 'file.tsv')
  writeFileSync(file, content)
  const lines: string[] = []
  for await (const batch of readLines(file).batches) lines.push(...batch)
  return lines
}

describe('given text', () => {
  test.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['\n\na', ['', '', 'a']],
    ['\ufeffplace_a\tplace_b', ['place_a\tplace_b']],
    ['សៀមរាប\n金边', ['សៀមរាប', '金边']],
  ])('%j, then its lines', async (content, lines) => expect(await linesOf(content)).toEqual(lines))

  test('longer than a chunk, with characters that chunks cut apart, then nothing is lost', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `${i}\tសៀមរាប`)
    expect(await linesOf(lines.join('\n'))).toEqual(lines)
  })
})

describe('given what is no text, then it is refused', () => {
  test.each([
    ['zero bytes', Buffer.from('place_a\0place_b')],
    ['UTF-16', Buffer.from('\ufeffplace_a\tplace_b', 'utf16le')],
    ['Latin-1', Buffer.from('K\u00f6ln', 'latin1')],
    ['a character cut off at the end', Buffer.from('Kö').subarray(0, 2)],
  ])('%s', async (_, bytes) => {
    await expect(linesOf(bytes)).rejects.toMatchObject({ refusal: { code: 'file-not-text' } })
  })

  test('a line without end', async () => {
    const content = `first\n${'x'.repeat(1_000_000)}`
    await expect(linesOf(content)).rejects.toMatchObject({
      refusal: { code: 'line-too-long', line: 2, limit: LONGEST_LINE },
    })
  })

  test('a folder and a file that is not there', async () => {
    const read = async (file: string) => {
      for await (const batch of readLines(file).batches) expect(batch).toBeUndefined()
    }
    await expect(read(folder)).rejects.toMatchObject({ refusal: { code: 'file-not-readable' } })
    await expect(read(join(folder, 'none.tsv'))).rejects.toMatchObject({ refusal: { code: 'file-not-found' } })
  })
})
