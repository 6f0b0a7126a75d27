import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { promise, withLedger, type TestPartnership } from '../../tests/support/test-ledger.ts'
import { putBlob } from './blobs.ts'
import { verify } from './verify.ts'

const ledger = withLedger()

/** As somebody with the keys to the server could: the guard of the table is off meanwhile. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await ledger.database.transaction().execute(async (held) => {
    await sql`alter table acts disable trigger user`.execute(held)
    await statement.execute(held)
    await sql`alter table acts enable trigger user`.execute(held)
  })
}

let partnership: TestPartnership

/** Five shared acts and one private. */
async function record(): Promise<TestPartnership> {
  partnership = await ledger.partnership()
  for (const id of ['one', 'two', 'three']) await partnership.try([promise('a', id)])
  await partnership.try([promise('b', 'own', { scope: 'private' })])
  return partnership
}

async function found() {
  const { bad } = await verify(ledger.database, partnership.id)
  return bad && { place: `${bad.scope} ${bad.side}${bad.seq}`, problem: bad.problem }
}

describe('given a sound record', () => {
  test('when verified, then every act is counted and none is bad', async () => {
    await record()
    expect(await verify(ledger.database, partnership.id)).toEqual({ acts: 6 })
  })

  test('when one byte of an act is changed, whichever, then that act is named', async () => {
    await record()
    const { canonical } = await act('two')
    const positions = Array.from({ length: 60 }, (_, n) => Math.floor((n * canonical.length) / 60))
    for (const at of [...positions, canonical.indexOf('=="') - 1, canonical.length - 1]) {
      const byte = canonical[at] === '0' ? '1' : '0'
      await put('two', canonical.slice(0, at) + byte + canonical.slice(at + 1))
      expect([at, (await found())?.place]).toEqual([at, 'shared a3'])
    }
    await put('two', canonical)
    expect(await found()).toBeUndefined()
  })
})

describe('given an altered record', () => {
  const where = () => sql`partnership = ${partnership.id}`
  const two = sql`canonical like '%"Promise two"%'`
  const cases: readonly (readonly [string, () => ReturnType<typeof sql>, string, string])[] = [
    [
      'a word',
      () => sql`update acts set canonical = replace(canonical, 'Promise two', 'Promise ten') where ${where()}`,
      'shared a3',
      'hash-mismatch',
    ],
    [
      'a space',
      () => sql`update acts set canonical = replace(canonical, '"seq":3', '"seq": 3') where ${two} and ${where()}`,
      'shared a3',
      'not-canonical',
    ],
    [
      'no JSON',
      () => sql`update acts set canonical = left(canonical, 40) where ${two} and ${where()}`,
      'shared a3',
      'not-json',
    ],
    [
      'the time beside it',
      () => sql`update acts set at = at + interval '1 day' where ${two} and ${where()}`,
      'shared a3',
      'column-differs',
    ],
    [
      'the type beside it',
      () => sql`update acts set type = 'letter.sent' where ${two} and ${where()}`,
      'shared a3',
      'column-differs',
    ],
    [
      'an act in the middle is gone',
      () => sql`delete from acts where ${two} and ${where()}`,
      'shared a4',
      'act-missing',
    ],
    ['the last act is gone', () => sql`delete from acts where seq = 4 and ${where()}`, 'shared a3', 'ends-early'],
    [
      'a word of a private act',
      () => sql`update acts set canonical = replace(canonical, 'Promise own', 'Promise new') where ${where()}`,
      'private b1',
      'hash-mismatch',
    ],
  ]
  test.each(cases)('when it is %s, then the act is named', async (_, change, place, problem) => {
    await record()
    await tamper(change())
    expect(await found()).toEqual({ place, problem })
  })

  test('when an act is written anew with its right hash, then its signature does not fit', async () => {
    await record()
    await rewrite('three', 'Promise of the forger')
    expect(await found()).toEqual({ place: 'shared a4', problem: 'signature-invalid' })
  })

  test('when an act is written anew with its signature taken off, then it is not taken for unsigned', async () => {
    await record()
    await rewrite('three', 'Promise of the forger', true)
    expect(await found()).toEqual({ place: 'shared a4', problem: 'signature-invalid' })
  })

  test('when a file that an act shows is another, then the act is named', async () => {
    await record()
    const file = await putBlob(ledger.database, Buffer.from('The minutes of the meeting'), 'Minutes')
    const evidence = file.ok ? [file.value] : []
    await partnership.try([promise('b', 'four', { evidence })])
    expect(await found()).toBeUndefined()
    await sql`alter table blobs drop constraint blobs_check, drop constraint blobs_check1`.execute(ledger.database)
    await sql`update blobs set content = 'other', size = 5`.execute(ledger.database)
    expect(await found()).toEqual({ place: 'shared b2', problem: 'blob-altered' })
  })

  afterEach(() => sql`delete from blobs`.execute(ledger.database))
})

async function act(id: string) {
  const { rows } = await sql<{ canonical: string; seq: number }>`select canonical, seq from acts
    where partnership = ${partnership.id} and canonical like ${`%"commitment":"${id}"%`}`.execute(ledger.database)
  return rows[0]
}

const put = async (id: string, canonical: string) => {
  const seq = { one: 2, two: 3, three: 4 }[id] ?? 0
  await tamper(sql`update acts set canonical = ${canonical}
    where partnership = ${partnership.id} and scope = 'shared' and side = 'a' and seq = ${seq}`)
}

/** The last act of its strand with other words and the hash that these have, in all its places. */
async function rewrite(id: string, words: string, unsigned = false): Promise<void> {
  const { canonical, seq } = await act(id)
  const value = JSON.parse(canonical.replace(`Promise ${id}`, words)) as Record<string, unknown>
  const text = JSON.stringify({ ...value, hash: undefined, signature: undefined })
  const hash = createHash('sha256').update(text).digest('hex')
  // Both names stand where the alphabet wants them.
  const whole = JSON.parse(canonical.replace(`Promise ${id}`, words)) as Record<string, unknown>
  const signature = unsigned ? undefined : whole['signature']
  await tamper(sql`update acts set hash = ${hash}, canonical = ${JSON.stringify({ ...whole, hash, signature })}
    where partnership = ${partnership.id} and scope = 'shared' and side = 'a' and seq = ${seq}`)
}
