// A ledger for benchmarks: the embedded PostgreSQL as people run it, every commit on disk, in a folder that goes afterwards.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import type { Tables } from '../src/db/tables.ts'
import type { AnyAct, AnyIntent } from '../src/domain/act/act.ts'
import { append } from '../src/ledger/append.ts'
import { keyRing } from '../src/ledger/office-keys.ts'
import { createPartnership } from '../src/ledger/partnerships.ts'
import { openPostgres } from '../src/main/postgres.ts'
import { OPENING, SEAT } from '../tests/support/record.ts'

export interface ScratchLedger {
  readonly database: Kysely<Tables>
  readonly partnership: string
  /** Together, in one transaction. Throws where one is refused. */
  sayAll(words: readonly Pick<AnyIntent, 'side' | 'type' | 'body'>[]): Promise<readonly AnyAct[]>
  say(side: 'a' | 'b', type: AnyIntent['type'], body: object): Promise<AnyAct>
  close(): Promise<void>
}

/** Opened by side a, and side b has its seat. */
export async function scratchLedger(): Promise<ScratchLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-bench-'))
  // PostgreSQL does not run as root; its own user must be able to enter.
  chmodSync(folder, 0o755)
  const postgres = await openPostgres({ port: 0, dataFolder: join(folder, 'data'), origin: '' })
  await migrate(postgres.url)
  const database = openDatabase(postgres.url)
  const partnership = '0192f0c1-0000-7000-8000-00000000be2c'
  await createPartnership(database, { id: partnership, slug: 'bench' })
  const keys = keyRing(database, randomBytes(32))
  const ledger: ScratchLedger = {
    database,
    partnership,
    async sayAll(words) {
      const intents = words.map(({ side, type, body }) => {
        const by = { office: `office-${side}`, role: 'officer' }
        return { side, scope: 'shared', type, body, by, basis: 'stated', evidence: [] } as unknown as AnyIntent
      })
      const at = new Date().toISOString()
      const written = await append(database, keys, { partnership, intents, at, today: at.slice(0, 10) })
      if (!written.ok) throw new Error(JSON.stringify(written.refusal))
      return written.value
    },
    async say(side, type, body) {
      const [act] = await ledger.sayAll([{ side, type, body } as Pick<AnyIntent, 'side' | 'type' | 'body'>])
      return act
    },
    async close() {
      await database.destroy()
      await postgres.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await ledger.say('a', 'partnership.opened', OPENING)
  await ledger.say('b', 'seat.taken', SEAT)
  return ledger
}
