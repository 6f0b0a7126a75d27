// A database for one test file: a copy of the migrated template, gone when the file is done.
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import type { Tables } from '../../src/db/tables.ts'

export interface TestDatabase {
  readonly url: string
  readonly database: Kysely<Tables>
}

/** Call at the top of a test file; the fields can be read once its tests run. */
export function withDatabase(): TestDatabase {
  let made: (TestDatabase & { drop(): Promise<void> }) | undefined
  beforeAll(async () => {
    made = await copyTemplate(inject('databaseTemplate'))
  })
  afterAll(() => made?.drop())
  const ready = () => {
    if (made === undefined) throw new Error('The database is there from the first test on, not before.')
    return made
  }
  return {
    get url() {
      return ready().url
    },
    get database() {
      return ready().database
    },
  }
}

/** The address of a new and entirely empty database, for tests of migrations; dropped at the end of the file. */
export function withEmptyDatabase(): { readonly url: string } {
  let url = ''
  let drop = async () => {}
  beforeAll(async () => {
    const made = await copyTemplate('template0')
    url = made.url
    drop = made.drop
  })
  afterAll(() => drop())
  return {
    get url() {
      return url
    },
  }
}

async function copyTemplate(template: string): Promise<TestDatabase & { drop(): Promise<void> }> {
  const name = `kembar_test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${template}`)
  const url = new URL(inject('databaseServer'))
  url.pathname = `/${name}`
  const database = openDatabase(url.href, { connections: 5 })
  return {
    url: url.href,
    database,
    drop: async () => {
      await database.destroy()
      await onServer(`drop database if exists ${name} with (force)`)
    },
  }
}

/** Two copies at the same moment may get in each other's way at the template: the later one tries again. */
async function onServer(statement: string, triesLeft = 50): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') })
  await client.connect()
  try {
    await client.query(statement)
  } catch (error) {
    if ((error as { code?: string }).code !== '55006' || triesLeft === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 50))
    await onServer(statement, triesLeft - 1)
  } finally {
    await client.end()
  }
}
