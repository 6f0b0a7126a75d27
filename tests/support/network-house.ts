// A house for tests of the network: a few places, a database of the test's own, and a folder for what verbs write.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterAll } from 'vitest'
import type { Tables } from '../../src/db/tables.ts'
import { smallGazetteer } from './small-gazetteer.ts'

export const networkPlaces = smallGazetteer(
  [
    { id: 1, name: 'Jepara', country: 'ID', lat: -6.59, lon: 110.67 },
    { id: 2, name: 'Semarang', country: 'ID', lat: -6.99, lon: 110.42 },
    { id: 3, name: 'Siem Reap', country: 'KH', lat: 13.36, lon: 103.86 },
    { id: 4, name: 'Phnom Penh', country: 'KH', lat: 11.56, lon: 104.92 },
    { id: 5, name: 'Brisbane', country: 'AU', lat: -27.47, lon: 153.03 },
  ],
  [
    { code: 'ID.07', name: 'Central Java', seat: 2 },
    { code: 'ID.07.3320', name: 'Kabupaten Jepara', seat: 1 },
    { code: 'KH.24', name: 'Siem Reap Province', seat: 3 },
  ],
)

export interface TestFolder {
  readonly path: string
  /** Writes a tab-separated file; spaces in the rows stand for tabs, an underscore for an empty field. */
  tsv(name: string, ...rows: readonly string[]): string
}

export function withFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'kembar-network-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    tsv(name, ...rows) {
      const file = join(path, name)
      const lines = rows.map((row) =>
        row
          .split(' ')
          .map((field) => (field === '_' ? '' : field))
          .join('\t'),
      )
      writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
      return file
    },
  }
}

export interface NetworkDump {
  readonly tie_statements: readonly unknown[]
  readonly tie_changes: readonly unknown[]
  readonly imports: readonly unknown[]
}

/** Every row of every table of the network, in order. */
export async function dumpNetwork(database: Kysely<Tables>): Promise<NetworkDump> {
  const all = async (table: string, order: string) =>
    (
      await sql<{
        row: unknown
      }>`select to_jsonb(t) as row from ${sql.table(table)} t order by ${sql.raw(order)}`.execute(database)
    ).rows.map(({ row }) => row)
  return {
    tie_statements: await all('tie_statements', 'place_a, place_b, source'),
    tie_changes: await all('tie_changes', 'import, place_a, place_b, source'),
    imports: await all('imports', 'id'),
  }
}

export async function clearNetwork(database: Kysely<Tables>): Promise<void> {
  await sql`truncate imports, tie_statements, tie_changes restart identity`.execute(database)
}
