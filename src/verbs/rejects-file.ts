// The file of rejected rows: where it was, why, and the row itself, so that it can be corrected and imported again.
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, extname, join } from 'node:path'
import { REJECT_COLUMNS } from '../atlas/network/read-ties.ts'
import type { RejectedRow } from './read-tie-file.ts'
import { Refused } from './refusal.ts'

/** More than this nobody corrects by hand; the rest is only counted. */
const MOST_ROWS_KEPT = 10_000
const MOST_CHARACTERS_KEPT = 10_000_000

export interface RejectsFile {
  add(rows: readonly RejectedRow[]): void
  /** Puts the file in its place; undefined when no row was rejected. */
  finish(): string | undefined
  /** Leaves nothing behind. */
  discard(): void
}

/** A file `<name>.rejected.tsv` in `folder`, begun at the first rejected row. Throws Refused: disk-full, file-not-writable. */
export function rejectsFile(folder: string, name: string, headerText: string): RejectsFile {
  const path = join(folder, `${basename(name, extname(name)).replace(/[^\p{L}\p{N}._-]/gu, '-')}.rejected.tsv`)
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  let file: number | undefined
  let rows = 0
  let characters = 0

  const guarded = <T>(step: () => T): T => {
    try {
      return step()
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error)
      throw new Refused(
        reason === 'ENOSPC' ? { code: 'disk-full', folder } : { code: 'file-not-writable', file: path, reason },
        { cause: error },
      )
    }
  }
  const write = (line: string) => guarded(() => writeSync(file!, `${line}\n`))

  return {
    add(rejects) {
      for (const { line, reason, value, text } of rejects) {
        if (rows >= MOST_ROWS_KEPT || characters >= MOST_CHARACTERS_KEPT) return
        if (file === undefined) {
          file = guarded(() => {
            mkdirSync(folder, { recursive: true })
            return openSync(part, 'w')
          })
          write([...REJECT_COLUMNS, headerText].join('\t'))
        }
        write([line, reason, value.replace(/\p{Cc}|\u2028|\u2029/gu, ' '), text].join('\t'))
        rows++
        characters += text.length
      }
    },
    finish() {
      if (file === undefined) return undefined
      const done = file
      guarded(() => {
        closeSync(done)
        renameSync(part, path)
      })
      file = undefined
      return path
    },
    discard() {
      if (file === undefined) return
      closeSync(file)
      rmSync(part, { force: true })
      file = undefined
    },
  }
}
