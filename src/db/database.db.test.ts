import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withDatabase } from '../../tests/support/test-database.ts'
import { openDatabase } from './database.ts'

const { database, url } = lazily(withDatabase())

test('given counts and dates, when they are read, then a count is a number and a date has no time zone', async () => {
  const { rows } =
    await sql`select count(*) as many, date '2024-02-29' as day, array[1::bigint] as list from migrations`.execute(
      database(),
    )
  expect(rows).toEqual([{ many: expect.any(Number), day: '2024-02-29', list: expect.anything() }])
})

test('given a connection that the server cuts, when a query was running, then it is refused and the next one works', async () => {
  const connection = openDatabase(url(), { connections: 1 })
  const sleeping = sql`select pg_sleep(30)`.execute(connection).catch((reason: unknown) => reason)
  await expect.poll(() => cutSleepers(), { timeout: 10_000 }).toBe(1)
  expect(await sleeping).toMatchObject({ refusal: { code: 'database-unreachable' } })
  expect((await sql`select 1 as one`.execute(connection)).rows).toEqual([{ one: 1 }])
  await connection.destroy()
})

test('given a server that is not there, then the refusal names the address and never the password', async () => {
  const nowhere = openDatabase('postgresql://kembar:secret@127.0.0.1:1/kembar')
  const error = await sql`select 1`.execute(nowhere).catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    refusal: { code: 'database-unreachable', address: '127.0.0.1:1', reason: 'nothing listens there' },
  })
  expect(JSON.stringify(error)).not.toContain('secret')
  await nowhere.destroy()
})

test('given a wrong statement, then its own error comes through', async () => {
  await expect(sql`select nonsense`.execute(database())).rejects.toMatchObject({ code: '42703' })
})

async function cutSleepers(): Promise<number> {
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query like 'select pg_sleep%'`.execute(
    database(),
  )
  return rows.length
}

function lazily(copy: ReturnType<typeof withDatabase>) {
  return { database: () => copy.database, url: () => copy.url }
}
