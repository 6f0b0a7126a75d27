// Reads a text file in batches of lines with bounded memory, whatever the file holds, and hashes what it read.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Refused } from './refusal.ts'

/** No line of a sensible file of ties comes near this many characters. */
export const LONGEST_LINE = 16_384

const CHUNK = 1 << 18

export interface LineReader {
  /** Lines without their end, a batch per chunk read. Throws Refused: file-not-found, file-not-readable, file-not-text, line-too-long. */
  readonly batches: AsyncIterable<readonly string[]>
  /** SHA-256 of the bytes, in hexadecimal; once all batches are read. */
  sha256(): string
}

export function readLines(file: string): LineReader {
  const hash = createHash('sha256')

  async function* batches(): AsyncGenerator<readonly string[]> {
    const handle = await openFile(file)
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true })
      const buffer = Buffer.allocUnsafe(CHUNK)
      let lines = 0
      let rest = ''
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK).catch((error: unknown) => {
          throw new Refused({ code: 'file-not-readable', file, reason: reasonOf(error) })
        })
        const bytes = buffer.subarray(0, bytesRead)
        hash.update(bytes)
        rest += decode(decoder, bytes, file)
        const parts = rest.split('\n')
        rest = parts.pop()!
        if (bytesRead === 0 && rest !== '') parts.push(rest)
        const tooLong = [...parts.entries()].find(([, line]) => line.length > LONGEST_LINE)?.[0]
        if (tooLong !== undefined || rest.length > LONGEST_LINE) {
          throw new Refused({
            code: 'line-too-long',
            file,
            line: lines + (tooLong ?? parts.length) + 1,
            limit: LONGEST_LINE,
          })
        }
        lines += parts.length
        if (parts.length > 0) yield parts.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
        if (bytesRead === 0) return
      }
    } finally {
      await handle.close()
    }
  }

  return { batches: batches(), sha256: () => hash.digest('hex') }
}

async function openFile(file: string) {
  try {
    const handle = await open(file, 'r')
    if ((await handle.stat()).isDirectory()) {
      await handle.close()
      throw new Refused({ code: 'file-not-readable', file, reason: 'EISDIR' })
    }
    return handle
  } catch (error) {
    if (error instanceof Refused) throw error
    const reason = reasonOf(error)
    throw new Refused(
      reason === 'ENOENT' || reason === 'ENOTDIR'
        ? { code: 'file-not-found', file }
        : { code: 'file-not-readable', file, reason },
    )
  }
}

// A zero byte is valid UTF-8 but no text: it betrays UTF-16 and most binary formats in their first bytes.
function decode(decoder: TextDecoder, bytes: Uint8Array, file: string): string {
  if (bytes.includes(0)) throw new Refused({ code: 'file-not-text', file })
  try {
    return bytes.length === 0 ? decoder.decode() : decoder.decode(bytes, { stream: true })
  } catch (error) {
    throw new Refused({ code: 'file-not-text', file }, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
