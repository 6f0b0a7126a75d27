// What a page or a command shows of a partnership, without reading its acts.
import type { Kysely } from 'kysely'
import type { Head } from '../domain/partnership/head.ts'
import type { Objects, StoredKind } from '../domain/partnership/objects.ts'
import type { Tables } from '../db/tables.ts'

export async function readHead(database: Kysely<Tables>, partnership: string): Promise<Head | undefined> {
  const row = await database
    .selectFrom('states')
    .select('head')
    .where('partnership', '=', partnership)
    .executeTakeFirst()
  return row && (JSON.parse(row.head) as Head)
}

/** By id; at most `limit`, after `from` where a page is continued. */
export async function readObjects<K extends StoredKind>(
  database: Kysely<Tables>,
  partnership: string,
  kind: K,
  limit: number,
  from = '',
): Promise<readonly Objects[K][]> {
  const rows = await database
    .selectFrom('objects')
    .select('value')
    .where('partnership', '=', partnership)
    .where('kind', '=', kind)
    .where('id', '>', from)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ value }) => JSON.parse(value) as Objects[K])
}
