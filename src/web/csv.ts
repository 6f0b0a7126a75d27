// A list as a CSV file: UTF-8 with its mark, so that spreadsheets show every script.
import { stringify } from 'csv-stringify/sync'
import type { PageContext } from './reader.ts'

export type CsvCell = string | number | null | undefined

export function csvAnswer(
  c: PageContext,
  name: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}.csv"`)
  return c.body(`\ufeff${csvText([header, ...rows])}`)
}

export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(safeCell)),
    { record_delimiter: '\r\n' },
  )
}

/** A text that a spreadsheet would run as a formula is marked as text; numbers are left alone. */
function safeCell(cell: CsvCell): string | number {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
