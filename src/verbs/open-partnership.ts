// Begins a partnership: its record and its first act together, or neither. The act names the public key of the office, so
// that whoever holds the record can check every signature that follows.
import { randomUUID } from 'node:crypto'
import type { ActBody } from '../domain/act/act-bodies.ts'
import type { AnyAct, AnyIntent, BlobRef, Role } from '../domain/act/act.ts'
import { append } from '../ledger/append.ts'
import { createPartnership } from '../ledger/partnerships.ts'
import type { RecordRoom } from './house.ts'
import { done, refuse, Refused, type Result } from './refusal.ts'

export interface OpeningRequest {
  /** Its name in addresses here. */
  readonly slug: string
  readonly opening: ActBody['partnership.opened']
  readonly role: Role
  readonly evidence?: readonly BlobRef[]
}

export interface OpenedPartnership {
  readonly id: string
  readonly slug: string
  readonly act: AnyAct
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/

/** `today`: the day at the office, in its own time zone. */
export async function openPartnership(
  { database, keys }: RecordRoom,
  { slug, opening, role, evidence = [] }: OpeningRequest,
  now: Date,
  today: string = now.toISOString().slice(0, 10),
): Promise<Result<OpenedPartnership>> {
  if (!SLUG.test(slug))
    return refuse({ code: 'wrong-shape', type: 'partnership.opened', field: 'slug', problem: 'not-a-slug' })
  const id = randomUUID()
  const office = { ...opening.office, key: await keys.publicKey(opening.office.id) }
  const intent: AnyIntent = {
    side: 'a',
    scope: 'shared',
    type: 'partnership.opened',
    body: { ...opening, office },
    by: { office: office.id, role },
    basis: 'stated',
    evidence,
  }
  try {
    return await database.transaction().execute(async (held) => {
      const made = await createPartnership(held, { id, slug })
      if (!made.ok) throw new Refused(made.refusal)
      const written = await append(held, keys, { partnership: id, intents: [intent], at: now.toISOString(), today })
      if (!written.ok) throw new Refused(written.refusal)
      return done({ id, slug, act: written.value[0] })
    })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
