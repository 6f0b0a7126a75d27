// The tables of 001-network.sql.
import type { ColumnType, GeneratedAlways } from 'kysely'

export type ImportKind = 'file' | 'fetch' | 'seed'

export interface ImportsTable {
  readonly id: GeneratedAlways<number>
  readonly kind: ImportKind
  readonly name: string
  readonly sha256: string
  readonly at: Date
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  readonly rejected: number
  readonly undone_at: Date | null
}

export interface TieStatementsTable {
  readonly place_a: string
  readonly place_b: string
  readonly source: string
  readonly since: string | null
  readonly until: string | null
  readonly reference: string | null
  readonly note: string | null
  readonly statement: string | null
  readonly import: number
}

export interface TieChangesTable {
  readonly import: number
  readonly place_a: string
  readonly place_b: string
  readonly source: string
  readonly before: unknown
}

export interface NetworkVersionTable {
  readonly only_row: ColumnType<boolean, never, never>
  readonly version: ColumnType<number, never, never>
}

export interface NetworkTables {
  readonly imports: ImportsTable
  readonly tie_statements: TieStatementsTable
  readonly tie_changes: TieChangesTable
  readonly network_version: NetworkVersionTable
}
