import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { OPENING, SCAN } from '../../tests/support/record.ts'
import { AT, intent, promise, withLedger } from '../../tests/support/test-ledger.ts'
import { append } from './append.ts'
import { putBlob } from './blobs.ts'
import { hashOfAct } from './canonical.ts'
import { readHead, readObjects } from './overview.ts'
import { privateView } from './private-view.ts'
import { rebuild } from './rebuild.ts'
import { forget } from './recent.ts'
import { verify } from './verify.ts'

const ledger = withLedger()

describe('given an opened partnership', () => {
  test('when a side speaks, then its act follows the one before it, hashed and signed', async () => {
    const { say } = await ledger.partnership()
    const first = await say('a', 'interest.expressed', { interest: 'i', sectors: ['trade'], on: '2026-11-20' })
    const second = await say('a', 'commitment.made', { commitment: 'c', what: { en: 'A map' } })
    expect(second).toMatchObject({ seq: first.seq + 1, clock: first.clock + 1, previous: first.hash })
    expect(hashOfAct(second)).toBe(second.hash)
    expect(second.signature).toMatch(/^[A-Za-z0-9+/]{86}==$/)
  })

  test('when several processes speak at once, then the strands have no gap and the state is that of a fold', async () => {
    const { id } = await ledger.partnership()
    // Each with a memory and a queue of its own, as processes have.
    const processes = [ledger.database, ...Array.from({ length: 3 }, () => ledger.database.withoutPlugins())]
    const all = Array.from({ length: 60 }, (_, n) => {
      const database = processes[n % 4] ?? ledger.database
      const intents = [promise(n % 3 === 0 ? 'a' : 'b', `c-${n}`)]
      return append(database, ledger.keys, { partnership: id, intents, at: AT, today: '2026-11-24' })
    })
    expect((await Promise.all(all)).filter(({ ok }) => !ok)).toEqual([])
    expect(await verify(ledger.database, id)).toEqual({ acts: 62 })
    expect(await rebuild(ledger.database, id)).toEqual({ acts: 62, differed: [] })
  })

  test('when several things are said together and one is refused, then none is recorded', async () => {
    const partnership = await ledger.partnership()
    const refusal = await partnership.refusal([promise('a', 'one'), promise('a', 'one')])
    expect(refusal).toMatchObject({ code: 'id-taken', id: 'one' })
    expect(await readObjects(ledger.database, partnership.id, 'commitment', 10)).toEqual([])
    const written = await partnership.try([promise('a', 'one'), promise('a', 'two')])
    expect(written).toMatchObject({ ok: true, value: [{ seq: 2 }, { seq: 3 }] })
  })

  test('when an id is used that this process has forgotten, then it is refused all the same', async () => {
    const partnership = await ledger.partnership()
    for (let n = 0; n < 250; n += 1) await partnership.try([promise('b', `c-${n}`)])
    expect(await partnership.refusal([promise('b', 'c-0')])).toMatchObject({ code: 'id-taken' })
    expect(await partnership.refusal([promise('b', 'c-249')])).toMatchObject({ code: 'id-taken' })
  })

  test('when another process wrote meanwhile, then what this one remembers does no harm', async () => {
    const partnership = await ledger.partnership()
    await partnership.try([promise('a', 'one')])
    const elsewhere = ledger.database.withoutPlugins()
    const appending = { partnership: partnership.id, intents: [promise('b', 'two')], at: AT, today: '2026-11-24' }
    expect(await append(elsewhere, ledger.keys, appending)).toMatchObject({ ok: true })
    expect(await partnership.refusal([promise('a', 'two')])).toMatchObject({ code: 'id-taken' })
    expect(await partnership.try([promise('a', 'three')])).toMatchObject({ ok: true, value: [{ seq: 3 }] })
    expect(await rebuild(ledger.database, partnership.id)).toMatchObject({ differed: [] })
  })

  test('when the strand is not where the caller believes, then it is refused with both places', async () => {
    const partnership = await ledger.partnership()
    await partnership.try([promise('a', 'one')])
    const expected = { side: 'a', seq: 1 } as const
    const refusal = { code: 'position-taken', side: 'a', expected: 1, actual: 2 }
    expect(await partnership.refusal([promise('a', 'two')], { expected })).toEqual(refusal)
    expect(await partnership.try([promise('a', 'two')], { expected: { side: 'a', seq: 2 } })).toMatchObject({
      ok: true,
    })
  })

  test('when asked again under the same name, one after the other or at once, then it is recorded once', async () => {
    const partnership = await ledger.partnership()
    const ask = () => partnership.try([promise('a', 'one'), promise('a', 'two')], { request: 'form-1' })
    const first = await ask()
    expect(first).toMatchObject({ ok: true, value: [{}, {}] })
    expect(await ask()).toEqual(first)
    forget(ledger.database, partnership.id)
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([first, first, first])
    expect((await readHead(ledger.database, partnership.id))?.acts).toBe(4)
  })

  test('when two processes are asked the same at once, then both answer with the one act', async () => {
    const partnership = await ledger.partnership()
    const processes = Array.from({ length: 6 }, () => ledger.database.withoutPlugins())
    const intents = [promise('a', 'one')]
    const appending = { partnership: partnership.id, intents, at: AT, today: '2026-11-24', request: 'form-1' }
    const answers = await Promise.all(processes.map((database) => append(database, ledger.keys, appending)))
    expect(new Set(answers.map((answer) => answer.ok && answer.value[0].hash)).size).toBe(1)
    expect(answers.every(({ ok }) => ok)).toBe(true)
  })
})

test('given no such partnership, when somebody speaks in it, then it is refused', async () => {
  const appending = { partnership: 'nowhere', intents: [promise('a', 'one')], at: AT, today: '2026-11-24' }
  expect(await append(ledger.database, ledger.keys, appending)).toMatchObject({
    refusal: { code: 'unknown-partnership', slug: 'nowhere' },
  })
})

test('given an act that was said before, when it is disputed, then the answer stands at the act', async () => {
  const partnership = await ledger.partnership()
  const made = await partnership.say('a', 'commitment.made', { commitment: 'c', what: { en: 'A map' } })
  await partnership.say('b', 'act.disputed', { act: made.hash, reason: 'Nobody asked for it.' })
  const [answered] = await readObjects(ledger.database, partnership.id, 'answered', 10)
  expect(answered).toMatchObject({ id: made.hash, mark: { disputed: { side: 'b' } } })
  expect(await partnership.refusal([intent('b', 'act.disputed', { act: 'f'.repeat(64), reason: 'No.' })])).toEqual({
    code: 'unknown-act',
    act: 'f'.repeat(64),
  })
})

test('given evidence, when its file is here, then it is recorded; otherwise it is refused', async () => {
  const partnership = await ledger.partnership()
  const file = await putBlob(ledger.database, Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n'), 'Minutes')
  expect(file).toMatchObject({ ok: true, value: { media_type: 'application/pdf' } })
  const evidence = file.ok ? [file.value] : []
  expect(await partnership.try([promise('a', 'one', { evidence })])).toMatchObject({ ok: true })
  expect(await partnership.refusal([promise('a', 'two', { evidence: [SCAN] })])).toEqual({
    code: 'unknown-blob',
    sha256: SCAN.sha256,
  })
})

describe('given a private strand', () => {
  const done = (step: string, attests?: string[]) => ({ step, ...(attests ? { attests } : {}) })

  test('when its side speaks, then the shared state learns nothing and the side sees both', async () => {
    const partnership = await ledger.partnership()
    const before = await readHead(ledger.database, partnership.id)
    const act = await partnership.say('a', 'step.completed', done('a.consult'), { scope: 'private' })
    expect(act).toMatchObject({ scope: 'private', seq: 1, clock: 3 })
    expect(await readHead(ledger.database, partnership.id)).toEqual(before)
    const seen = await privateView(ledger.database, partnership.id, 'a')
    expect(seen.head.procedures.a?.steps['a.consult']).toMatchObject({ status: 'done' })
    expect(seen.head.procedures.b).toEqual(before?.procedures.b)
  })

  test('when several private things are said together, then the later ones see the earlier', async () => {
    const partnership = await ledger.partnership()
    const twice = [promise('a', 'one', { scope: 'private' }), promise('a', 'one', { scope: 'private' })]
    expect(await partnership.refusal(twice)).toMatchObject({ code: 'id-taken' })
    const made = [promise('a', 'one', { scope: 'private' }), promise('a', 'two', { scope: 'private' })]
    expect(await partnership.try(made)).toMatchObject({ ok: true, value: [{ seq: 1 }, { seq: 2 }] })
  })

  test('when a shared step vouches for it, then it must have been done', async () => {
    const partnership = await ledger.partnership()
    const vouching = intent('a', 'step.completed', done('a.loi', ['a.consult']))
    expect(await partnership.refusal([vouching])).toEqual({ code: 'attested-not-done', step: 'a.consult' })
    await partnership.say('a', 'step.completed', done('a.consult'), { scope: 'private' })
    expect(await partnership.try([vouching])).toMatchObject({ ok: true })
    expect(await verify(ledger.database, partnership.id)).toEqual({ acts: 4 })
    expect(await rebuild(ledger.database, partnership.id)).toMatchObject({ differed: [] })
  })
})

test('given acts, when somebody would change, delete or empty them, then the database refuses', async () => {
  await ledger.partnership()
  const kept = 'acts are never changed or deleted'
  await expect(sql`update acts set at = now()`.execute(ledger.database)).rejects.toThrow(kept)
  await expect(sql`delete from acts`.execute(ledger.database)).rejects.toThrow(kept)
  await expect(sql`truncate acts`.execute(ledger.database)).rejects.toThrow(kept)
})

test('given a state that was altered, when it is made again, then it is told what differed and put right', async () => {
  const partnership = await ledger.partnership()
  await partnership.try([promise('a', 'one'), promise('a', 'two')])
  await sql`update objects set value = replace(value, 'Promise one', 'Promise won') where id = 'one'
    and partnership = ${partnership.id}`.execute(ledger.database)
  await sql`delete from objects where id = 'two' and partnership = ${partnership.id}`.execute(ledger.database)
  await sql`update states set head = replace(head, '"acts":4', '"acts":5') where partnership = ${partnership.id}`.execute(
    ledger.database,
  )
  const rebuilt = { acts: 4, differed: ['commitment/one', 'commitment/two', 'head'] }
  expect(await rebuild(ledger.database, partnership.id)).toEqual(rebuilt)
  expect(await rebuild(ledger.database, partnership.id)).toEqual({ acts: 4, differed: [] })
  expect(await partnership.try([promise('b', 'three')])).toMatchObject({ ok: true })
  expect(OPENING.form).toBe((await readHead(ledger.database, partnership.id))?.form)
})
