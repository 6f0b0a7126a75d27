import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgresUser, type PostgresUser } from '../../tests/support/postgres-user.ts'
import type { Config } from './config.ts'
import { holdDataFolder } from './data-folder-hold.ts'
import { openPostgres, type Postgres, type PostgresOptions } from './postgres.ts'

const asRoot = process.getuid?.() === 0
let seed = ''
let top = ''
let config: Config
let options: PostgresOptions
let opened: Postgres[] = []
let users: PostgresUser[] = []

// Making a cluster takes most of a second; a stopped one can be copied.
beforeAll(async () => {
  seed = mkdtempSync(join(tmpdir(), 'kembar-seed-'))
  chmodSync(seed, 0o755)
  const made = { port: 0, dataFolder: join(seed, 'data'), origin: '' }
  await (await openPostgres(made, { settings: { fsync: 'off' }, stateFolders: [join(seed, 'state')] })).close()
})
afterAll(() => rmSync(seed, { recursive: true, force: true }))

/** For tests of what comes after the first start. */
function copySeed(): void {
  execFileSync('cp', ['-a', join(seed, 'data'), config.dataFolder])
}

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'kembar postgres '))
  chmodSync(top, 0o755)
  config = { port: 0, dataFolder: join(top, 'data'), origin: '' }
  options = { stateFolders: [join(top, 'state')], settings: { fsync: 'off' } }
})

afterEach(async () => {
  await Promise.all(users.map((user) => user.kill()))
  await Promise.all(opened.map((postgres) => postgres.close()))
  opened = []
  users = []
  // A server whose users were all killed stays for the next one; here nobody comes.
  if (serverRuns()) await (await openPostgres(config, options)).close()
  rmSync(top, { recursive: true, force: true })
})

describe.each(['system', 'embedded'] as const)('given the %s programs of PostgreSQL 15', (source) => {
  test('when the first and only user opens and leaves, then the server runs meanwhile and nothing stays', async ({
    skip,
  }) => {
    if (source === 'system' && !existsSync('/usr/lib/postgresql/15/bin/initdb'))
      skip('this computer has no PostgreSQL 15 of its own')
    const postgres = await open({ source })
    expect(await ask(postgres, 'show server_version')).toMatch(/^15\./)
    expect(await ask(postgres, 'show listen_addresses')).toBe('')
    expect(await ask(postgres, 'show server_encoding')).toBe('UTF8')
    expect(await ask(postgres, 'select rolsuper::text from pg_roles where rolname = current_user')).toBe('false')
    const { pid, socketFolder } = server()
    await postgres.close()
    expect(serverRuns()).toBe(false)
    expect(commandOf(pid)).not.toContain('postgres')
    expect(existsSync(socketFolder)).toBe(false)
  })
})

test('given a cluster made by the embedded programs, then those of the system open it, and the other way round', async ({
  skip,
}) => {
  if (!existsSync('/usr/lib/postgresql/15/bin/initdb')) skip('this computer has no PostgreSQL 15 of its own')
  for (const source of ['embedded', 'system', 'embedded'] as const) {
    const postgres = await open({ source })
    await ask(postgres, 'create table if not exists visits (n int)')
    await ask(postgres, 'insert into visits values (1)')
    await postgres.close()
  }
  expect(await ask(await open(), 'select count(*)::int from visits')).toBe(3)
})

test('given an open socket, when someone comes without the password, then the door stays shut', async () => {
  copySeed()
  const postgres = await open()
  const url = new URL(postgres.url)
  for (const [user, password] of [
    ['kembar', 'guess'],
    ['postgres', ''],
    ['postgres', 'guess'],
  ]) {
    Object.assign(url, { username: user, password })
    await expect(ask({ ...postgres, url: url.href }, 'select 1')).rejects.toThrow()
  }
  expect(statSync(server().socketFolder).mode & 0o777).toBe(0o700)
})

test('given four processes that start together in an empty folder, then all use one server, and the last one stops it', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => start()))
  expect(new Set(all.map((user) => user.url)).size).toBe(1)
  for (const user of all.slice(0, 3)) await user.leave()
  expect(serverRuns()).toBe(true)
  await all[3].leave()
  expect(serverRuns()).toBe(false)
  expect(readdirSync(config.dataFolder).sort()).toEqual(['postgres', 'postgres.log'])
})

test('given users that come and go all the time, then everyone finds a working server', async () => {
  copySeed()
  const rounds = async (pause: number) => {
    for (let i = 0; i < 6; i++) {
      const postgres = await openPostgres(config, options)
      expect(await ask(postgres, 'select 1')).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, pause))
      await postgres.close()
    }
  }
  await Promise.all([rounds(0), rounds(15), rounds(40)])
  expect(serverRuns()).toBe(false)
})

test('given a process killed with -9, when Kembar starts again, then it adopts the server that stayed', async () => {
  copySeed()
  const user = await start()
  const before = server().pid
  await user.kill()
  expect(serverRuns()).toBe(true)
  const postgres = await open()
  expect(server().pid).toBe(before)
  expect(await ask(postgres, 'select 1')).toBe(1)
  await postgres.close()
  expect(serverRuns()).toBe(false)
})

test('given the server killed with -9 under a running Kembar, then it is started again under the same address', async () => {
  copySeed()
  const notes: string[] = []
  const postgres = await open({ note: (sentence) => notes.push(sentence) })
  await ask(postgres, 'create table kept (n int)')
  process.kill(server().pid, 'SIGKILL')
  await expect.poll(() => ask(postgres, 'select count(*)::int from kept').catch(() => -1), { timeout: 20_000 }).toBe(0)
  expect(notes).toEqual(['The database server ended unexpectedly; starting it again.'])
})

test('given a postmaster.pid from before a power loss whose number is another process now, then the server starts', async () => {
  copySeed()
  await (await open()).close()
  const folder = join(config.dataFolder, 'postgres')
  const { uid, gid } = statSync(folder)
  const stranger = await start(join(top, 'other'))
  const number = readFileSync(join(top, 'other/postgres/postmaster.pid'), 'utf8').split('\n')[0]
  writeFileSync(join(folder, 'postmaster.pid'), `${number}\n${folder}\n1700000000\n5432\n/nowhere\n\n0\nready\n`)
  if (asRoot) execFileSync('chown', [`${uid}:${gid}`, join(folder, 'postmaster.pid')])
  expect(await ask(await open(), 'select 1')).toBe(1)
  await stranger.leave()
})

test('given a folder in the place of the socket that is open to others, then another one is taken', async () => {
  copySeed()
  const postgres = await open()
  const { socketFolder } = server()
  await postgres.close()
  mkdirSync(socketFolder)
  chmodSync(socketFolder, 0o777)
  try {
    expect(await ask(await open(), 'select 1')).toBe(1)
    expect(server().socketFolder).not.toBe(socketFolder)
  } finally {
    rmSync(socketFolder, { recursive: true })
  }
})

test.runIf(asRoot)(
  'given root in a folder that no other user can enter, then the cluster lies elsewhere and is found again',
  async () => {
    chmodSync(top, 0o700)
    const state = mkdtempSync(join(tmpdir(), 'kembar-state-'))
    chmodSync(state, 0o755)
    const notes: string[] = []
    const elsewhere: PostgresOptions = {
      ...options,
      source: 'embedded',
      stateFolders: [state],
      note: (text) => notes.push(text),
    }
    try {
      const postgres = await openPostgres(config, elsewhere)
      await ask(postgres, 'create table kept (n int)')
      await postgres.close()
      const again = await openPostgres(config, elsewhere)
      expect(await ask(again, 'select count(*)::int from kept')).toBe(0)
      await again.close()
      expect(readFileSync(join(config.dataFolder, 'postgres-location'), 'utf8')).toContain(state)
      expect(notes[0]).toContain('PostgreSQL does not run as root')
      rmSync(join(config.dataFolder), { recursive: true })
    } finally {
      rmSync(state, { recursive: true })
    }
  },
)

test('given a data folder that is a file, then it is refused in words', async () => {
  writeFileSync(config.dataFolder, '')
  await expect(openPostgres(config, options)).rejects.toMatchObject({
    refusal: { code: 'data-folder-not-writable', folder: config.dataFolder },
  })
})

test('given something else in the place of the cluster, then it is refused and left as it is', async () => {
  mkdirSync(join(config.dataFolder, 'postgres'), { recursive: true })
  writeFileSync(join(config.dataFolder, 'postgres/letter.txt'), 'Dear mayor')
  await expect(openPostgres(config, options)).rejects.toMatchObject({ refusal: { code: 'database-did-not-start' } })
  expect(readdirSync(join(config.dataFolder, 'postgres'))).toEqual(['letter.txt'])
  rmSync(config.dataFolder, { recursive: true })
})

test('given a cluster of another major version, then it is refused with both numbers', async () => {
  mkdirSync(join(config.dataFolder, 'postgres'), { recursive: true })
  writeFileSync(join(config.dataFolder, 'postgres/PG_VERSION'), '13\n')
  await expect(openPostgres(config, options)).rejects.toMatchObject({
    refusal: { code: 'database-did-not-start', reason: expect.stringMatching(/13.*15/) },
  })
  rmSync(config.dataFolder, { recursive: true })
})

test('given settings with which the server cannot start, then the refusal carries what it said', async () => {
  copySeed()
  const wrong = openPostgres(config, { ...options, settings: { max_connections: 'many' } })
  await expect(wrong).rejects.toMatchObject({
    refusal: { code: 'database-did-not-start', reason: expect.stringContaining('max_connections') },
  })
})

test('given a disk that is full, then that is what the refusal says', async ({ skip }) => {
  const disk = join(top, 'small disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    skip('this user may not mount a small disk')
  }
  try {
    await expect(openPostgres({ ...config, dataFolder: join(disk, 'data') }, options)).rejects.toMatchObject({
      refusal: { code: 'disk-full' },
    })
  } finally {
    execFileSync('umount', [disk])
  }
})

describe('given DATABASE_URL', () => {
  test('when it names a running server, then that is used and not stopped', async () => {
    copySeed()
    const { url } = await start()
    const postgres = await openPostgres({ ...config, databaseUrl: url })
    expect(postgres).toMatchObject({ url, embedded: false })
    await postgres.close()
    expect(await ask(postgres, 'select 1')).toBe(1)
  })

  test.each([
    ['nothing listens there', 'postgresql://kembar:secret@127.0.0.1:1/kembar'],
    ['the host name is not known', 'postgresql://kembar:secret@no-such-host.invalid/kembar'],
  ])('when %s, then the refusal says so without the password', async (reason, databaseUrl) => {
    const error = await openPostgres({ ...config, databaseUrl }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ refusal: { code: 'database-unreachable', reason } })
    expect(JSON.stringify(error)).not.toContain('secret')
  })

  test('when its password is wrong, then the refusal says so', async () => {
    copySeed()
    const { url } = await start()
    const databaseUrl = url.replace(/:[^:@]+@/, ':wrong@')
    await expect(openPostgres({ ...config, databaseUrl })).rejects.toMatchObject({
      refusal: { code: 'database-unreachable', reason: 'user or password is not accepted' },
    })
  })
})

describe('given a server that holds the data folder', () => {
  test('when a second one comes, then it is refused, and let in when the first has gone', async () => {
    copySeed()
    const { url } = await open()
    const first = await holdDataFolder(url, config.dataFolder, () => {})
    await expect(holdDataFolder(url, config.dataFolder, () => {})).rejects.toMatchObject({
      refusal: { code: 'data-folder-in-use', folder: config.dataFolder },
    })
    await first.release()
    await (await holdDataFolder(url, config.dataFolder, () => {})).release()
  })

  test('when PostgreSQL is killed under it, then it takes its hold again', async () => {
    copySeed()
    const { url } = await open()
    const lost: unknown[] = []
    const first = await holdDataFolder(url, config.dataFolder, (reason) => lost.push(reason))
    process.kill(server().pid, 'SIGKILL')
    const holds =
      "select count(*)::int from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted"
    await expect.poll(() => ask({ url }, holds).catch(() => 0), { timeout: 30_000 }).toBe(1)
    await expect(holdDataFolder(url, config.dataFolder, () => {})).rejects.toMatchObject({
      refusal: { code: 'data-folder-in-use' },
    })
    expect(lost).toEqual([])
    await first.release()
  })
})

async function open(more: PostgresOptions = {}): Promise<Postgres> {
  const postgres = await openPostgres(config, { ...options, ...more })
  opened.push(postgres)
  return postgres
}

async function start(dataFolder = config.dataFolder): Promise<PostgresUser> {
  const user = await startPostgresUser(dataFolder, options)
  users.push(user)
  return user
}

function serverRuns(): boolean {
  return existsSync(join(config.dataFolder, 'postgres/postmaster.pid'))
}

/** Empty for a process that ended, also while nobody has taken note of its end yet. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function server(): { pid: number; socketFolder: string } {
  const lines = readFileSync(join(config.dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(lines[0]), socketFolder: lines[4] }
}

async function ask({ url }: Pick<Postgres, 'url'>, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(query)
    return rows.length === 0 ? undefined : Object.values(rows[0])[0]
  } finally {
    await client.end()
  }
}
