// The installation's secret: from the settings, or from a file that is made once beside the data and must be kept with it.
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../verbs/refusal.ts'
import type { Config } from './config.ts'
import { folderRefusal } from './postgres-place.ts'

const FILE = 'secret.key'
const BYTES = 32

/** @throws Refused where the file cannot be made or read, or is no secret */
export function secretOf({ secret, dataFolder }: Config): Uint8Array {
  if (secret !== undefined) return secret
  const file = join(dataFolder, FILE)
  const text = read(file, dataFolder) ?? make(file, dataFolder)
  const bytes = Buffer.from(text.trim(), 'hex')
  if (bytes.byteLength !== BYTES)
    throw new Refused({ code: 'setting-wrong', setting: file, value: '…', expected: '64 hexadecimal digits' })
  return bytes
}

function read(file: string, folder: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw folderRefusal(folder, error)
  }
}

/** Written whole under another name first, so that nobody ever reads half of it; who comes second takes the first one's. */
function make(file: string, folder: string): string {
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    rmSync(draft)
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw folderRefusal(folder, error)
  }
}
