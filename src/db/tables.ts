// Every table of the database, as Kysely sees it.
import type { LedgerTables } from './ledger-tables.ts'
import type { NetworkTables } from './network-tables.ts'

export interface MigrationsTable {
  readonly name: string
  readonly sha256: string
  readonly applied_at: Date
}

export interface Tables extends NetworkTables, LedgerTables {
  readonly migrations: MigrationsTable
}
