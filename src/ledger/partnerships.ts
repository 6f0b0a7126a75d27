// The partnerships of this installation by their slug.
import { sql, type Kysely } from 'kysely'
import { emptyHead } from '../domain/partnership/head.ts'
import type { Tables } from '../db/tables.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import { canonical } from './canonical.ts'

export interface PartnershipRow {
  readonly id: string
  readonly slug: string
}

/** An empty record, to be opened by its first act. */
export async function createPartnership(
  database: Kysely<Tables>,
  { id, slug }: PartnershipRow,
): Promise<Result<PartnershipRow>> {
  const { rows } = await sql`
    with made as (
      insert into partnerships (id, slug) values (${id}, ${slug}) on conflict do nothing returning id
    )
    insert into states (partnership, head) select id, ${canonical(emptyHead(id))} from made returning partnership`.execute(
    database,
  )
  return rows.length === 1 ? done({ id, slug }) : refuse({ code: 'slug-taken', slug })
}

export async function partnershipBySlug(database: Kysely<Tables>, slug: string): Promise<PartnershipRow | undefined> {
  return database.selectFrom('partnerships').select(['id', 'slug']).where('slug', '=', slug).executeTakeFirst()
}

export async function partnershipById(database: Kysely<Tables>, id: string): Promise<PartnershipRow | undefined> {
  return database.selectFrom('partnerships').select(['id', 'slug']).where('id', '=', id).executeTakeFirst()
}

export async function allPartnerships(database: Kysely<Tables>): Promise<readonly PartnershipRow[]> {
  return database.selectFrom('partnerships').select(['id', 'slug']).orderBy('slug').execute()
}
