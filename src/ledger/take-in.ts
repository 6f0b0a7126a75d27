// Puts acts from elsewhere beside those that are here and folds the record again, in one transaction.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { done, refuse, Refused, type Result } from '../verbs/refusal.ts'
import type { ActsFile, FiledAct } from './acts-file.ts'
import { putBlob } from './blobs.ts'
import { canonical, sha256 } from './canonical.ts'
import { endorsed, keysOf, type OfficeKey } from './office-keys.ts'
import { readHead } from './overview.ts'
import { createPartnership, partnershipById } from './partnerships.ts'
import { rebuildWithin } from './rebuild.ts'
import { isSignedBy } from './signatures.ts'
import { verify } from './verify.ts'

export interface TakenIn {
  readonly slug: string
  readonly added: number
  readonly known: number
  readonly void: number
}

export async function takeIn(
  database: Kysely<Tables>,
  { partnership, slug, acts, keys, blobs }: ActsFile & { readonly slug: string | undefined },
): Promise<Result<TakenIn>> {
  try {
    return await database.transaction().execute(async (held) => {
      const row = await placeOf(held, partnership, slug)
      await sql`select 1 from states where partnership = ${partnership} for update`.execute(held)
      await keepKeys(held, keys)
      for (const { sha256: hash, content } of blobs) await keepBlob(held, hash, content)
      const added = await keepActs(held, partnership, unique(acts))
      await rebuildWithin(held, partnership)
      await mustBeSound(held, partnership, row.slug)
      const head = await readHead(held, partnership)
      return done({ slug: row.slug, added, known: unique(acts).length - added, void: head?.voids ?? 0 })
    })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

/** The file may continue what is here: only both together show whether the chain holds and whose keys sign it. */
async function mustBeSound(held: Transaction<Tables>, partnership: string, place: string): Promise<void> {
  const { bad } = await verify(held, partnership)
  if (bad === undefined) return
  throw new Refused({ code: 'bad-act', place, side: bad.side, seq: bad.seq, problem: bad.problem })
}

const unique = (acts: readonly FiledAct[]): readonly FiledAct[] => [
  ...new Map(acts.map((filed) => [filed.act.hash, filed])).values(),
]

async function placeOf(database: Kysely<Tables>, id: string, slug: string | undefined) {
  const known = await partnershipById(database, id)
  if (known !== undefined) return known
  const made = await createPartnership(database, { id, slug: slug ?? id })
  if (!made.ok) throw new Refused(made.refusal)
  return made.value
}

/** A key follows the one before it, endorsed by it; nothing takes the place of a key that is known. */
async function keepKeys(held: Transaction<Tables>, keys: readonly OfficeKey[]): Promise<void> {
  const known = [...(await keysOf(held, [...new Set(keys.map(({ office }) => office))]))]
  for (const key of keys.toSorted((x, y) => x.number - y.number)) {
    const { office, number, public_key, endorsement } = key
    const chain = known.filter((one) => one.office === office)
    const same = chain.find((one) => one.number === number)
    if (same?.public_key === public_key) continue
    if (same !== undefined || !follows(key, chain.at(-1))) throw new Refused({ code: 'signature-invalid' })
    await held
      .insertInto('office_keys')
      .values({ office, number, public_key, endorsement } as never)
      .execute()
    known.push(key)
  }
}

function follows({ office, number, public_key, endorsement }: OfficeKey, last: OfficeKey | undefined): boolean {
  if (last === undefined) return number === 1 && endorsement === null
  const text = endorsed(office, number, public_key)
  return number === last.number + 1 && endorsement !== null && isSignedBy(last.public_key, text, endorsement)
}

async function keepBlob(database: Kysely<Tables>, hash: string, content: Buffer): Promise<void> {
  if (sha256(content) !== hash) throw new Refused({ code: 'unknown-blob', sha256: hash })
  const put = await putBlob(database, content, hash)
  if (!put.ok) throw new Refused(put.refusal)
}

/** Resolves to how many were new. */
async function keepActs(database: Kysely<Tables>, partnership: string, acts: readonly FiledAct[]): Promise<number> {
  let added = 0
  for (const { act, value } of acts) {
    const { rows } = await sql`
      insert into acts (partnership, scope, side, seq, clock, type, at, hash, canonical)
        values (${partnership}, ${act.scope}, ${act.side}, ${act.seq}, ${act.clock}, ${act.type}, ${act.at}, ${act.hash},
          ${canonical(value)})
        on conflict do nothing returning 1`.execute(database)
    if (rows.length === 1) added += 1
    else await mustBeTheSame(database, partnership, act)
  }
  return added
}

async function mustBeTheSame(
  database: Kysely<Tables>,
  partnership: string,
  { scope, side, seq, hash }: FiledAct['act'],
): Promise<void> {
  const known = await database
    .selectFrom('acts')
    .select('hash')
    .where('partnership', '=', partnership)
    .where('scope', '=', scope)
    .where('side', '=', side)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (known?.hash !== hash)
    throw new Refused({ code: 'bad-act', place: partnership, side, seq, problem: 'strand-forked' })
}
