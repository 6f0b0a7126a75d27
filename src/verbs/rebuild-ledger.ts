// Makes the state of every partnership again from its acts and says what had differed.
import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { allPartnerships, partnershipBySlug } from '../ledger/partnerships.ts'
import { rebuild, type Rebuilt } from '../ledger/rebuild.ts'
import { done, refuse, type Result } from './refusal.ts'

export interface RebuiltRecord extends Rebuilt {
  readonly slug: string
}

export async function rebuildLedger(
  database: Kysely<Tables>,
  slug?: string,
): Promise<Result<readonly RebuiltRecord[]>> {
  const one = slug === undefined ? undefined : await partnershipBySlug(database, slug)
  if (slug !== undefined && one === undefined) return refuse({ code: 'unknown-partnership', slug })
  const rebuilt: RebuiltRecord[] = []
  for (const row of one ? [one] : await allPartnerships(database))
    rebuilt.push({ slug: row.slug, ...(await rebuild(database, row.id)) })
  return done(rebuilt)
}
