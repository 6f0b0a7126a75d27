// A partnership in a database of the test's own, written to as two offices would.
import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import type { ActBody, ActType } from '../../src/domain/act/act-bodies.ts'
import type { AnyAct, AnyIntent, BlobRef, Scope, Side } from '../../src/domain/act/act.ts'
import { append, type Appending } from '../../src/ledger/append.ts'
import { keyRing, type KeyRing } from '../../src/ledger/office-keys.ts'
import { createPartnership } from '../../src/ledger/partnerships.ts'
import type { Refusal, Result } from '../../src/verbs/refusal.ts'
import { OFFICES, OPENING, SEAT } from './record.ts'
import { withDatabase, type TestDatabase } from './test-database.ts'

export const SECRET = Buffer.alloc(32, 7)
export const AT = '2026-11-24T03:15:00.000Z'

export interface Words {
  readonly scope?: Scope
  readonly office?: string
  readonly evidence?: readonly BlobRef[]
}

export interface TestPartnership {
  readonly id: string
  readonly slug: string
  try(intents: readonly AnyIntent[], options?: Partial<Appending>): Promise<Result<readonly AnyAct[]>>
  /** Throws where it is refused. */
  say<T extends ActType>(side: Side, type: T, body: ActBody[T], words?: Words): Promise<AnyAct>
  refusal(intents: readonly AnyIntent[], options?: Partial<Appending>): Promise<Refusal | undefined>
}

export interface TestLedger extends TestDatabase {
  readonly keys: KeyRing
  /** A new one, opened by side a; side b has its seat. */
  partnership(): Promise<TestPartnership>
}

export function withLedger(): TestLedger {
  const ground = withDatabase()
  let keys: KeyRing
  beforeAll(() => {
    keys = keyRing(ground.database, SECRET)
  })
  return {
    get url() {
      return ground.url
    },
    get database() {
      return ground.database
    },
    get keys() {
      return keys
    },
    async partnership() {
      const id = randomUUID()
      const made = await createPartnership(ground.database, { id, slug: `p-${id.slice(0, 8)}` })
      if (!made.ok) throw new Error(JSON.stringify(made.refusal))
      const attempt: TestPartnership['try'] = (intents, options = {}) =>
        append(ground.database, keys, { partnership: id, intents, at: AT, today: AT.slice(0, 10), ...options })
      const say: TestPartnership['say'] = async (side, type, body, words) => {
        const written = await attempt([intent(side, type, body, words)])
        if (!written.ok) throw new Error(JSON.stringify(written.refusal))
        return written.value[0]
      }
      await say('a', 'partnership.opened', OPENING)
      await say('b', 'seat.taken', SEAT)
      return {
        ...made.value,
        try: attempt,
        say,
        refusal: async (intents, options) => {
          const written = await attempt(intents, options)
          return written.ok ? undefined : written.refusal
        },
      }
    },
  }
}

export function intent<T extends ActType>(side: Side, type: T, body: ActBody[T], words: Words = {}): AnyIntent {
  const { scope = 'shared', office = OFFICES[side], evidence = [] } = words
  return { side, scope, type, body, by: { office, role: 'officer' }, basis: 'stated', evidence } as unknown as AnyIntent
}

export const promise = (side: Side, id: string, words?: Words): AnyIntent =>
  intent(side, 'commitment.made', { commitment: id, what: { en: `Promise ${id}` }, due: '2027-06-30' }, words)
