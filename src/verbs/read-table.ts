// A small tab-separated table with a header, such as questions or pairs: its rows by column name.
import { readLines } from './read-lines.ts'
import { Refused } from './refusal.ts'

export interface TableRow {
  /** Counted from 1, the header included. */
  readonly line: number
  readonly fields: Readonly<Record<string, string>>
}

const MOST_ROWS = 1_000_000

/** Rows with at least the `required` columns; others are kept too. Throws Refused: as readLines, file-without-header, too-many-rows. */
export async function readTable(file: string, required: readonly string[]): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  let header: readonly string[] | undefined
  let line = 0
  for await (const batch of readLines(file).batches) {
    for (const text of batch) {
      line++
      const cells = text.split('\t').map((cell) => cell.trim())
      if (header === undefined) {
        header = cells.map((cell) => cell.replace(/^\ufeff/, '').toLowerCase())
        const missing = required.some((column) => !header!.includes(column))
        if (missing) throw new Refused({ code: 'file-without-header', file, expected: required.join(' ') })
        continue
      }
      if (text.trim() === '') continue
      if (rows.length >= MOST_ROWS) throw new Refused({ code: 'too-many-rows', file, limit: MOST_ROWS })
      rows.push({ line, fields: Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])) })
    }
  }
  if (header === undefined) throw new Refused({ code: 'file-without-header', file, expected: required.join(' ') })
  return rows
}
