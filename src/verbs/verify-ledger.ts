// Whether a record, or all of them, or a file, is as it was written.
import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Scope } from '../domain/act/act.ts'
import { orderActs, type Delivered } from '../domain/partnership/order-acts.ts'
import { readActsFile } from '../ledger/acts-file.ts'
import { isWordFault } from '../ledger/check-act.ts'
import { allPartnerships, partnershipBySlug, type PartnershipRow } from '../ledger/partnerships.ts'
import { verify } from '../ledger/verify.ts'
import { done, refuse, type Refusal, type Result } from './refusal.ts'

export interface VerifiedRecord {
  /** Slug, or the name of the file. */
  readonly name: string
  readonly acts: number
}

/** Refuses with `bad-act`, the first one. */
export async function verifyLedger(
  database: Kysely<Tables>,
  slug?: string,
): Promise<Result<readonly VerifiedRecord[]>> {
  const partnerships = await chosen(database, slug)
  if (!partnerships.ok) return partnerships
  const verified: VerifiedRecord[] = []
  for (const partnership of partnerships.value) {
    const { acts, bad } = await verify(database, partnership.id)
    if (bad !== undefined)
      return refuse({ code: 'bad-act', place: partnership.slug, side: bad.side, seq: bad.seq, problem: bad.problem })
    verified.push({ name: partnership.slug, acts })
  }
  return done(verified)
}

/** Without a database. The first act, in the order of the fold, that was altered, broke its chain or is missing. */
export function verifyActsFile(file: string, shown: string): Result<VerifiedRecord> {
  const read = readActsFile(file, shown)
  if (!read.ok) return read
  const strands = [inOrder(read.value.acts, 'shared'), inOrder(read.value.acts, 'private')]
  const delivered = [...read.value.acts, ...strands.flatMap(({ acts }) => acts)]
  const bad = delivered.find(({ fault }) => fault !== undefined && !isWordFault(fault))
  if (bad?.fault !== undefined) return refuse(badAct(shown, bad.act, bad.fault.code))
  const [gap] = strands.flatMap(({ waiting }) => waiting)
  if (gap !== undefined) return refuse({ code: 'act-missing', place: shown, side: gap.side, seq: gap.missing })
  return done({ name: shown, acts: strands.reduce((sum, { acts }) => sum + acts.length, 0) })
}

/** Private strands are chained as the shared ones are, and ordered by the same rule. */
const inOrder = (acts: readonly Delivered[], scope: Scope) =>
  orderActs(
    acts.filter(({ act }) => act.scope === scope).map((one) => ({ ...one, act: { ...one.act, scope: 'shared' } })),
  )

const badAct = (
  place: string,
  { side, seq }: { readonly side: 'a' | 'b'; readonly seq: number },
  problem: string,
): Refusal => ({ code: 'bad-act', place, side, seq, problem })

async function chosen(database: Kysely<Tables>, slug: string | undefined): Promise<Result<readonly PartnershipRow[]>> {
  if (slug === undefined) return done(await allPartnerships(database))
  const row = await partnershipBySlug(database, slug)
  return row === undefined ? refuse({ code: 'unknown-partnership', slug }) : done([row])
}
