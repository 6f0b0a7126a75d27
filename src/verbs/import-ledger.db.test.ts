import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withFolder } from '../../tests/support/network-house.ts'
import { rehash } from '../../tests/support/record.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import { intent, promise, withLedger, type TestPartnership } from '../../tests/support/test-ledger.ts'
import type { AnyAct } from '../domain/act/act.ts'
import { append } from '../ledger/append.ts'
import { putBlob } from '../ledger/blobs.ts'
import { canonical } from '../ledger/canonical.ts'
import { keyRing } from '../ledger/office-keys.ts'
import { readHead, readObjects } from '../ledger/overview.ts'
import { newKeyPair, readPrivateKey, signText } from '../ledger/signatures.ts'
import { verify } from '../ledger/verify.ts'
import { exportLedger, type ExportChoice } from './export-ledger.ts'
import { importLedger } from './import-ledger.ts'
import { verifyActsFile } from './verify-ledger.ts'

const ledger = withLedger()
const elsewhere = withDatabase()
const folder = withFolder()

/** Six shared acts, two of them of side b. */
async function record(): Promise<TestPartnership> {
  const partnership = await ledger.partnership()
  for (const id of ['one', 'two', 'three']) await partnership.try([promise('a', id)])
  await partnership.try([promise('b', 'four')])
  return partnership
}

async function exported({ slug }: TestPartnership, choice: ExportChoice = {}): Promise<string[]> {
  const lines: string[] = []
  const written = await exportLedger(ledger.database, slug, choice, (line) => lines.push(line))
  expect(written).toMatchObject({ ok: true })
  return lines
}

const importing = (lines: readonly string[], database = elsewhere.database, slug?: string) => {
  const file = `${folder.path}/acts.jsonl`
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
  return importLedger(database, file, 'acts.jsonl', slug)
}

const actsIn = (lines: readonly string[]) => lines.filter((line) => !/^\{"(key|blob)"/.test(line))
const keysIn = (lines: readonly string[]) => lines.filter((line) => line.startsWith('{"key"'))
const parse = (line: string) => JSON.parse(line) as AnyAct

describe('given an exported record', () => {
  test('when taken in elsewhere, in any order and twice, then both have the same state and the same acts', async () => {
    const partnership = await record()
    const lines = await exported(partnership)
    const slug = `copy-${partnership.slug}`
    const imported = await importing([...lines.toReversed(), ...lines], elsewhere.database, slug)
    expect(imported).toEqual({ ok: true, value: { slug, added: 6, known: 0, void: 0 } })
    const [here, there] = [ledger.database, elsewhere.database]
    expect(await readHead(there, partnership.id)).toEqual(await readHead(here, partnership.id))
    expect(await readObjects(there, partnership.id, 'commitment', 9)).toEqual(
      await readObjects(here, partnership.id, 'commitment', 9),
    )
    const again: string[] = []
    await exportLedger(there, slug, {}, (line) => again.push(line))
    expect(again).toEqual(lines)
    expect(await importing(lines)).toEqual({ ok: true, value: { slug, added: 0, known: 6, void: 0 } })
  })

  test('when only what is new is taken in, then it continues what is there', async () => {
    const partnership = await record()
    const before = await exported(partnership)
    await importing(before)
    await partnership.try([promise('b', 'five')])
    const news = actsIn(await exported(partnership)).slice(-1)
    expect(await importing(news)).toMatchObject({ ok: true, value: { added: 1, known: 0 } })
    expect(await verify(elsewhere.database, partnership.id)).toEqual({ acts: 7 })
  })

  test('when somebody there would speak for one of its offices, then that is refused: the key lies elsewhere', async () => {
    const partnership = await record()
    await importing(await exported(partnership))
    const there = keyRing(elsewhere.database, Buffer.alloc(32, 1))
    const speaking = append(elsewhere.database, there, {
      partnership: partnership.id,
      intents: [promise('a', 'six')],
      at: '2026-11-25T00:00:00.000Z',
      today: '2026-11-25',
    })
    await expect(speaking).rejects.toMatchObject({ refusal: { code: 'key-not-readable', office: 'office-a' } })
    expect(await verify(elsewhere.database, partnership.id)).toEqual({ acts: 6 })
  })

  test('when its private strand goes with it, then that is taken in too, and otherwise nothing tells of it', async () => {
    const partnership = await record()
    await partnership.try([promise('b', 'own', { scope: 'private' })])
    expect((await exported(partnership)).join('\n')).not.toContain('Promise own')
    expect((await exported(partnership, { private: 'a' })).join('\n')).not.toContain('Promise own')
    const whole = await exported(partnership, { private: 'b' })
    expect(await importing(whole)).toMatchObject({ ok: true, value: { added: 7 } })
    const file = `${folder.path}/acts.jsonl`
    expect(verifyActsFile(file, 'acts.jsonl')).toEqual({ ok: true, value: { name: 'acts.jsonl', acts: 7 } })
    const cut = whole.filter((line) => !line.includes('Promise own'))
    expect(await importing(cut)).toMatchObject({ ok: true, value: { added: 0, known: 6 } })
    await partnership.try([promise('b', 'next', { scope: 'private' })])
    const next = (await exported(partnership, { private: 'b' })).filter((line) => !line.includes('Promise own'))
    writeFileSync(file, next.join('\n'))
    const missing = { code: 'act-missing', side: 'b', seq: 1 }
    expect(verifyActsFile(file, 'acts.jsonl')).toMatchObject({ ok: false, refusal: missing })
    expect(await verify(elsewhere.database, partnership.id)).toEqual({ acts: 7 })
    expect((await readHead(elsewhere.database, partnership.id))?.acts).toBe(6)
  })

  test('when files go with it, then they are there afterwards', async () => {
    const partnership = await record()
    const file = await putBlob(ledger.database, Buffer.from('Minutes of the meeting'), 'Minutes')
    const evidence = file.ok ? [file.value] : []
    await partnership.try([promise('b', 'five', { evidence })])
    expect(await importing(await exported(partnership, { blobs: true }))).toMatchObject({ ok: true })
    const kept = await elsewhere.database.selectFrom('blobs').select(['sha256', 'media_type']).execute()
    expect(kept).toEqual(evidence.map(({ sha256, media_type }) => ({ sha256, media_type })))
  })
})

describe('given a file that is not as it was written', () => {
  type Change = (lines: readonly string[], partnership: TestPartnership) => readonly string[]
  const at = (lines: readonly string[], text: string) => lines.findIndex((line) => line.includes(text))
  const changed = (lines: readonly string[], text: string, change: (line: string) => string) =>
    lines.map((line, index) => (index === at(lines, text) ? change(line) : line))
  const cases: readonly (readonly [string, Change, object])[] = [
    [
      'a word is another',
      (lines) => changed(lines, 'Promise two', (line) => line.replace('two', 'ten')),
      { side: 'a', seq: 3, problem: 'hash-mismatch' },
    ],
    [
      'an act is missing',
      (lines) => lines.filter((line) => !line.includes('Promise two')),
      { side: 'a', seq: 4, problem: 'act-missing' },
    ],
    [
      'an act is forged with its right hash',
      (lines) => changed(lines, 'Promise three', (line) => canonical(rehash(parse(line.replace('three', 'forged'))))),
      { side: 'a', seq: 4, problem: 'signature-invalid' },
    ],
    [
      'a signature is gone',
      (lines) => changed(lines, 'Promise three', unsigned),
      { side: 'a', seq: 4, problem: 'signature-invalid' },
    ],
  ]
  test.each(cases)('when %s, then it is refused by name and nothing of it stays', async (_, change, refusal) => {
    const partnership = await record()
    const imported = await importing(change(await exported(partnership), partnership))
    expect(imported).toMatchObject({ ok: false, refusal: { code: 'bad-act', ...refusal } })
    const rows = await elsewhere.database
      .selectFrom('partnerships')
      .selectAll()
      .where('id', '=', partnership.id)
      .execute()
    expect(rows).toEqual([])
  })

  test('when it says something else where an act stands already, then it is refused and the record is as before', async () => {
    const partnership = await record()
    const lines = await exported(partnership)
    await importing(lines)
    const other = newKeyPair()
    const fork = signedBy(other.privateKey, rehash(parse(actsIn(lines)[5]?.replace('four', 'fork') ?? '')))
    expect(await importing([fork])).toMatchObject({
      refusal: { code: 'bad-act', side: 'b', seq: 2, problem: 'strand-forked' },
    })
    expect(await verify(elsewhere.database, partnership.id)).toEqual({ acts: 6 })
  })

  test('when somebody continues it with a key of their own, then neither the acts nor the key are taken', async () => {
    const partnership = await record()
    const lines = await exported(partnership)
    await importing(lines)
    const other = newKeyPair()
    const last = parse(actsIn(lines).at(-1) ?? '')
    const next = rehash({ ...last, seq: last.seq + 1, clock: last.clock + 1, previous: last.hash } as AnyAct)
    const forged = signedBy(other.privateKey, next)
    const key = (number: number, endorsement: string | null) =>
      JSON.stringify({ key: { office: 'office-b', number, public_key: other.publicKey, endorsement } })
    const bad = { refusal: { code: 'bad-act', side: 'b', seq: 3, problem: 'signature-invalid' } }
    expect(await importing([forged])).toMatchObject(bad)
    expect(await importing([key(1, null), forged])).toMatchObject({ refusal: { code: 'signature-invalid' } })
    const own = signText(readPrivateKey(other.privateKey), `office-b 2 ${other.publicKey}`)
    expect(await importing([...keysIn(lines), key(2, own), forged])).toMatchObject({ ok: false })
    expect(await importing([...lines, key(2, own)])).toMatchObject({ refusal: { code: 'signature-invalid' } })
    expect(await verify(elsewhere.database, partnership.id)).toEqual({ acts: 6 })
    expect(
      await elsewhere.database.selectFrom('office_keys').select('number').where('office', '=', 'office-b').execute(),
    ).toEqual([{ number: 1 }])
  })
})

test('given an act of a newer Kembar, when taken in, then it is void here, nobody altered it, and it can be spoken of', async () => {
  const partnership = await record()
  const lines = await exported(partnership)
  const last = parse(actsIn(lines).at(-1) ?? '')
  const song = { type: 'song.sung', body: { song: 'x' }, seq: 3, clock: 9, previous: last.hash }
  const newer = rehash({ ...last, ...song } as unknown as AnyAct)
  const signature = await ledger.keys.sign('office-b', newer.hash)
  expect(await importing([...lines, canonical({ ...newer, signature })])).toMatchObject({
    ok: true,
    value: { added: 7, void: 1 },
  })
  expect(await verify(elsewhere.database, partnership.id)).toEqual({ acts: 7 })
  expect(verifyActsFile(`${folder.path}/acts.jsonl`, 'acts.jsonl')).toMatchObject({ ok: true, value: { acts: 7 } })
  await importLedger(ledger.database, `${folder.path}/acts.jsonl`, 'acts.jsonl')
  const { hash } = newer
  expect(await partnership.refusal([intent('a', 'act.confirmed', { act: hash })])).toEqual({
    code: 'act-void',
    act: hash,
  })
  expect(await partnership.try([promise('a', 'after')])).toMatchObject({ ok: true, value: [{ clock: 10 }] })
})

test('given a key that was changed, when the record is taken in elsewhere, then old and new acts are verified', async () => {
  const partnership = await record()
  await ledger.keys.rotate('office-a')
  await partnership.try([promise('a', 'later')])
  const lines = await exported(partnership)
  expect(keysIn(lines)).toHaveLength(3)
  expect(await importing(lines)).toMatchObject({ ok: true, value: { added: 7 } })
  expect(await verify(elsewhere.database, partnership.id)).toEqual({ acts: 7 })
})

const unsigned = (line: string): string => canonical({ ...parse(line), signature: undefined })

const signedBy = (privateKey: string, act: AnyAct): string =>
  canonical({ ...act, signature: signText(readPrivateKey(privateKey), act.hash) })
