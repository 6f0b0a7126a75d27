// The keys of the offices that speak here. The first is made when an office first signs; a later one is endorsed by the
// one before it, so that whoever trusts the first can follow to the last, and old acts stay verifiable.
import type { KeyObject } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { Refused } from '../verbs/refusal.ts'
import { openText, sealText } from './sealed-secret.ts'
import { isSignedBy, newKeyPair, readPrivateKey, signText } from './signatures.ts'

/** A key without its private part, as it goes into exported files. */
export interface OfficeKey {
  readonly office: string
  /** From 1, in the order in which they came. */
  readonly number: number
  readonly public_key: string
  /** By the key before it, over the text of `endorsed`; null for the first. */
  readonly endorsement: string | null
}

export interface KeyRing {
  publicKey(office: string): Promise<string>
  /** @throws Refused `key-not-readable` where the installation's secret is not the one that sealed the key */
  sign(office: string, hash: string): Promise<string>
  /** A new key from now on; resolves to its public part. */
  rotate(office: string): Promise<string>
}

interface Held {
  readonly publicKey: string
  readonly privateKey: KeyObject
}

export function keyRing(database: Kysely<Tables>, secret: Uint8Array): KeyRing {
  const held = new Map<string, Held>()
  const current = async (office: string): Promise<Held> => {
    const known = held.get(office)
    if (known !== undefined) return known
    const key = (await readNewest(database, secret, office)) ?? (await makeKey(database, secret, office, 1))
    held.set(office, key)
    return key
  }
  return {
    publicKey: async (office) => (await current(office)).publicKey,
    sign: async (office, hash) => signText((await current(office)).privateKey, hash),
    async rotate(office) {
      const before = await current(office)
      const [last] = await newestRow(database, office)
      const key = await makeKey(database, secret, office, (last?.number ?? 0) + 1, before)
      held.set(office, key)
      return key.publicKey
    },
  }
}

/** What an endorsement signs. */
export const endorsed = (office: string, number: number, publicKey: string) => `${office} ${number} ${publicKey}`

/** The keys that follow from the first one by endorsements; a key that nobody endorsed is not among them. */
export function trustedKeys(keys: readonly OfficeKey[], office: string, first: string | undefined): readonly string[] {
  const row = keys
    .filter((key) => key.office === office)
    .toSorted((x, y) => x.number - y.number || (x.public_key < y.public_key ? -1 : 1))
  const anchor = first ?? row[0]?.public_key
  if (anchor === undefined) return []
  const trusted = [anchor]
  for (const { number, public_key, endorsement } of row) {
    const before = trusted.at(-1) ?? anchor
    if (endorsement !== null && isSignedBy(before, endorsed(office, number, public_key), endorsement))
      trusted.push(public_key)
  }
  return trusted
}

/** All keys that are known of these offices. */
export async function keysOf(database: Kysely<Tables>, offices: readonly string[]): Promise<readonly OfficeKey[]> {
  if (offices.length === 0) return []
  return database
    .selectFrom('office_keys')
    .select(['office', 'number', 'public_key', 'endorsement'])
    .where('office', 'in', [...offices])
    .orderBy('office')
    .orderBy('number')
    .execute()
}

const newestRow = (database: Kysely<Tables>, office: string) =>
  database
    .selectFrom('office_keys')
    .selectAll()
    .where('office', '=', office)
    .where('private_key', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .execute()

async function readNewest(database: Kysely<Tables>, secret: Uint8Array, office: string): Promise<Held | undefined> {
  const [row] = await newestRow(database, office)
  if (row === undefined || row.private_key === null) return undefined
  const privateKey = openText(secret, row.private_key, office)
  if (privateKey === undefined) throw new Refused({ code: 'key-not-readable', office })
  return { publicKey: row.public_key, privateKey: readPrivateKey(privateKey) }
}

async function makeKey(
  database: Kysely<Tables>,
  secret: Uint8Array,
  office: string,
  number: number,
  before?: Held,
): Promise<Held> {
  const { publicKey, privateKey } = newKeyPair()
  const endorsement = before ? signText(before.privateKey, endorsed(office, number, publicKey)) : null
  // Two processes may meet here: the first one wins, the other reads what it made.
  await sql`insert into office_keys (office, number, public_key, private_key, endorsement)
    values (${office}, ${number}, ${publicKey}, ${sealText(secret, privateKey, office)}, ${endorsement})
    on conflict (office, number) do nothing`.execute(database)
  const key = await readNewest(database, secret, office)
  // Its public key came with acts from elsewhere: this installation does not speak for it.
  if (key === undefined) throw new Refused({ code: 'key-not-readable', office })
  return key
}
