import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readColumnFile, writeColumnFile } from './column-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'kembar-columns-'))
afterAll(() => rmSync(folder, { recursive: true }))

const columns = { odd: Uint8Array.of(1, 2, 3), wide: Int32Array.of(-1, 7), real: Float32Array.of(0.5) }

describe('column file', () => {
  test('gives back what was written, and leaves no part file', () => {
    const path = join(folder, 'a.cache')
    writeColumnFile(path, 'key 1', { hello: 'ភាសា' }, columns)
    const read = readColumnFile(path, 'key 1')
    expect(read?.meta).toEqual({ hello: 'ភាសា' })
    expect(read?.columns).toEqual(columns)
    expect(readdirSync(folder)).toEqual(['a.cache'])
  })

  test('of another key, cut short, or no such file: is made anew, never trusted', () => {
    const path = join(folder, 'b.cache')
    expect(readColumnFile(path, 'key 1')).toBeUndefined()
    writeColumnFile(path, 'key 1', {}, columns)
    expect(readColumnFile(path, 'key 2')).toBeUndefined()
    truncateSync(path, readFileSync(path).length - 1)
    expect(readColumnFile(path, 'key 1')).toBeUndefined()
    writeFileSync(path, 'KEMBARC1\u0005\u0000\u0000\u0000{nope')
    expect(readColumnFile(path, 'key 1')).toBeUndefined()
  })
})
