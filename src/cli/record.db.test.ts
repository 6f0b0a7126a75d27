// The commands of the record as people type them, on the example that ships with Kembar.
import { readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realAtlas } from '../../tests/support/real-atlas.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import { shippedModel } from '../atlas/match/shipped-model.ts'
import { ACT_TYPES } from '../domain/act/act-bodies.ts'
import type { AnyAct } from '../domain/act/act.ts'
import { keyRing } from '../ledger/office-keys.ts'
import { networkOf } from '../verbs/load-network.ts'
import type { FoldedFile } from '../verbs/fold-file.ts'
import type { Refusal } from '../verbs/refusal.ts'
import { parseArguments, type Command, type Doors } from './command.ts'
import { exampleLoad } from './example-load.ts'
import { fold } from './fold.ts'
import { ledgerExport } from './ledger-export.ts'
import { ledgerImport } from './ledger-import.ts'
import { ledgerRebuild } from './ledger-rebuild.ts'
import { ledgerVerify } from './ledger-verify.ts'

const here = withDatabase()
const elsewhere = withDatabase()
const unlucky = withDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kembar-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SECRET = Buffer.alloc(32, 3)
const STORY = 'example-continuation'

function doorsTo(ground: { readonly database: typeof here.database }): Doors {
  const atlas = { ...realAtlas(), model: shippedModel() }
  return {
    dataFolder: folder,
    atlas: async () => atlas,
    house: async () => ({ ...atlas, database: ground.database, network: networkOf(ground.database, atlas.gazetteer) }),
    record: async () => ({ database: ground.database, keys: keyRing(ground.database, SECRET) }),
    serve: () => Promise.reject(new Error('a server was started')),
  }
}

interface Ran {
  readonly out: string
  readonly refusal?: Refusal
}

async function run(
  command: Command,
  argv: readonly string[],
  ground: { readonly database: typeof here.database } = here,
): Promise<Ran> {
  let out = ''
  const args = parseArguments(argv, command.options)
  if (!args.ok) return { out, refusal: args.refusal }
  const context = { out: (text: string) => (out += text), err: () => undefined, cwd: folder }
  const result = await command.run(args.value, context, doorsTo(ground))
  return result.ok ? { out } : { out, refusal: result.refusal }
}

const write = (name: string, lines: readonly string[]) => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return name
}
const linesOf = (text: string) => text.trim().split('\n')
const folded = async (file: string, on = '2026-11-24') =>
  JSON.parse((await run(fold, [file, '--on', on, '--json'])).out) as FoldedFile
const exported = async (...more: readonly string[]) => linesOf((await run(ledgerExport, [STORY, ...more])).out)
const isAct = (line: string) => 'type' in (JSON.parse(line) as object)

let loaded: Ran
beforeAll(async () => {
  loaded = await run(exampleLoad, [])
})

describe('kembar example load', () => {
  test('given an empty record, then both stories are there and nothing in them is void', async () => {
    expect(loaded.refusal).toBeUndefined()
    expect(linesOf(loaded.out).map((line) => line.split(':')[0])).toEqual(['jepara-cambodia', STORY])
    expect((await folded(write('story.jsonl', await exported()))).void).toEqual([])
  })

  test('given the founding case, then its partner is a candidate that has said nothing, and only facts stand in it', async () => {
    const { out } = await run(ledgerExport, ['jepara-cambodia'])
    const { sides, stage, concepts, agreements, fictional } = await folded(write('founding.jsonl', linesOf(out)))
    expect(sides.b).toMatchObject({ candidate: true, seated: false, country: 'KH' })
    expect({ stage, concepts, agreements, fictional }).toEqual({
      stage: 'interest',
      concepts: [],
      agreements: [],
      fictional: false,
    })
    const acts = linesOf(out)
      .filter(isAct)
      .map((line) => JSON.parse(line) as AnyAct)
    expect(acts.every(({ evidence, side }) => evidence.length > 0 && side === 'a')).toBe(true)
    expect(acts.map(({ type }) => type)).not.toContain('delegation.reported')
  })

  test('given the continuation, then it says that it is invented and shows every act but those that end or prolong it at the end', async () => {
    const { fictional, stage, liveness } = await folded(write('story.jsonl', await exported()))
    expect({ fictional, stage, liveness: liveness.state }).toEqual({
      fictional: true,
      stage: 'in-force',
      liveness: 'alive',
    })
    const types = new Set((await exported()).filter(isAct).map((line) => (JSON.parse(line) as AnyAct).type))
    const unseen = ACT_TYPES.filter((type) => !types.has(type))
    expect(unseen).toEqual(['partnership.renewed', 'partnership.ended', 'partnership.revived'])
  })

  test('given that it was cut off in the middle, then nothing of it is left and it can be loaded', async () => {
    const doors = doorsTo(unlucky)
    const keys = keyRing(unlucky.database, SECRET)
    let left = 30
    const sign: typeof keys.sign = (office, hash) =>
      left-- > 0 ? keys.sign(office, hash) : Promise.reject(new Error('the lights went out'))
    const failing = { ...doors, record: async () => ({ database: unlucky.database, keys: { ...keys, sign } }) }
    const args = { positionals: [], options: {} }
    const context = { out: () => undefined, err: () => undefined, cwd: folder }
    await expect(exampleLoad.run(args, context, failing)).rejects.toThrow('the lights went out')
    expect((await run(ledgerVerify, [], unlucky)).out).toContain('no partnership')
    expect((await run(exampleLoad, [], unlucky)).refusal).toBeUndefined()
  })

  test('given that it was loaded, when it is loaded again, then nothing is changed', async () => {
    expect((await run(exampleLoad, [])).refusal).toEqual({ code: 'example-there', slug: 'jepara-cambodia' })
  })
})

describe('kembar ledger', () => {
  test('given a shared export, then no private act is in it; asked for, the private strand of one side is', async () => {
    const scopes = async (...more: readonly string[]) =>
      new Set((await exported(...more)).filter(isAct).map((line) => (JSON.parse(line) as AnyAct).scope))
    expect(await scopes()).toEqual(new Set(['shared']))
    expect(await scopes('--private', 'a')).toEqual(new Set(['shared', 'private']))
    expect(await scopes('--private', 'b')).toEqual(new Set(['shared']))
  })

  test('given acts in any order and twice, then they fold to the same state', async () => {
    const lines = await exported()
    const straight = await folded(write('straight.jsonl', lines))
    const mixed = [...lines.toReversed(), ...lines.slice(0, 30)]
    expect((await folded(write('mixed.jsonl', mixed))).state_hash).toBe(straight.state_hash)
    expect((await folded(write('straight.jsonl', lines), '2031-01-01')).state_hash).toBe(straight.state_hash)
  })

  test('given a file with a gap, then what comes after it waits and is counted', async () => {
    const lines = (await exported()).filter((line) => !line.includes('"seq":5,') || !line.includes('"side":"a"'))
    const { waiting } = await folded(write('gap.jsonl', lines))
    expect(waiting).toEqual([{ side: 'a', missing: 5, acts: expect.any(Number) }])
  })

  test('given any altered byte of an act, then verify names the act, and import takes nothing', async () => {
    const lines = await exported()
    const altered = lines.map((line) =>
      line.includes('"concept":"craft-market"') ? line.replace('Thirty', 'Thirsty') : line,
    )
    const file = write('altered.jsonl', altered)
    const { refusal } = await run(ledgerVerify, [file])
    expect(refusal).toMatchObject({ code: 'bad-act', side: 'a', problem: 'hash-mismatch' })
    expect((await run(ledgerImport, [file], elsewhere)).refusal).toMatchObject({ code: 'bad-act' })
    expect((await run(ledgerVerify, [], elsewhere)).out).toContain('no partnership')
  })

  test('given an altered act whose hash was made to fit, then its signature gives it away', async () => {
    const lines = await exported()
    const { rehash } = await import('../../tests/support/record.ts')
    const forged = lines.map((line) => {
      if (!line.includes('"concept":"craft-market"') || !line.includes('concept.offered')) return line
      const act = JSON.parse(line) as AnyAct
      return JSON.stringify({ ...rehash({ ...act, at: '2022-03-07T02:00:00.001Z' }), signature: act.signature })
    })
    expect((await run(ledgerVerify, [write('forged.jsonl', forged)])).refusal).toMatchObject({
      code: 'bad-act',
      problem: 'signature-invalid',
    })
  })

  test('given an export with private strand and files, when it is taken in elsewhere, then it verifies and folds to the same', async () => {
    const lines = await exported('--private', 'a', '--blobs')
    const file = write('whole.jsonl', lines.toReversed())
    expect((await run(ledgerImport, [file, '--slug', 'copy'], elsewhere)).out).toContain('0 void')
    expect((await run(ledgerVerify, ['copy'], elsewhere)).out).toContain('all as they were written')
    expect((await run(ledgerRebuild, ['copy'], elsewhere)).out).toContain('the same to the byte')
    expect((await run(ledgerImport, [file], elsewhere)).out).toContain('copy: 0 acts added')
    const again = linesOf((await run(ledgerExport, ['copy', '--private', 'a', '--blobs'], elsewhere)).out)
    expect(new Set(again)).toEqual(new Set(lines))
  })

  test('given a state that somebody altered, then rebuild tells what had differed and puts it right', async () => {
    await sql`update objects set value = replace(value, 'declined', 'accepted') where id = 'craft-market'`.execute(
      here.database,
    )
    expect((await run(ledgerRebuild, [STORY])).out).toContain('had differed: concept/craft-market')
    expect((await run(ledgerRebuild, [STORY])).out).toContain('the same to the byte')
  })

  test.each([
    ['a file that is not there', ledgerVerify, ['nothing.jsonl'], 'file-not-found'],
    ['a partnership that is not there', ledgerExport, ['nothing'], 'unknown-partnership'],
    ['no file', fold, [], 'missing-argument'],
    ['a day that is none', fold, ['story.jsonl', '--on', '2026-02-30'], 'not-a-date'],
    ['a side that is none', ledgerExport, [STORY, '--private', 'c'], 'unknown-choice'],
    ['a file of nothing', ledgerImport, ['empty.jsonl'], 'no-acts'],
    ['a file of something else', ledgerImport, ['other.jsonl'], 'line-not-json'],
    ['a file of two partnerships', fold, ['two.jsonl', '--on', '2026-01-01'], 'several-partnerships'],
  ] as const)('given %s, then it is refused with a sentence of its own', async (_given, command, argv, code) => {
    write('empty.jsonl', [''])
    write('other.jsonl', ['id;name'])
    write('two.jsonl', [...(await exported()), ...linesOf((await run(ledgerExport, ['jepara-cambodia'])).out)])
    expect((await run(command, argv)).refusal?.code).toBe(code)
  })

  test.each([
    ['half a surrogate pair', '"what":{"en":"\\ud800"}'],
    ['a number beyond all numbers', '"due":1e999'],
    ['nesting without end', `"due":${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('given an act with %s, then it is refused with its line, whichever command reads it', async (_given, part) => {
    const [first = '', ...rest] = (await exported()).filter(isAct)
    const file = write('odd.jsonl', [first.replace('"body":{', `"body":{${part},`), ...rest])
    for (const [command, argv] of [
      [fold, [file, '--on', '2026-01-01']],
      [ledgerVerify, [file]],
      [ledgerImport, [file]],
    ] as const)
      expect((await run(command, argv)).refusal).toMatchObject({ code: 'line-not-act', line: 1 })
  })

  test('given a forged opening, then it is void wherever it stands, and the record holds', async () => {
    const { rehash } = await import('../../tests/support/record.ts')
    const lines = await exported()
    const opening = lines.find((line) => line.includes('partnership.opened')) ?? ''
    const act = JSON.parse(opening) as Extract<AnyAct, { type: 'partnership.opened' }>
    const key = 'MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
    const body = { ...act.body, office: { ...act.body.office, key } }
    const forged = JSON.stringify(rehash({ ...act, body }))
    const first = await folded(write('forged-first.jsonl', [forged, ...lines]))
    const last = await folded(write('forged-last.jsonl', [...lines, forged]))
    expect(first.void).toMatchObject([{ type: 'partnership.opened', seq: 1 }])
    expect(first.state_hash).toBe(last.state_hash)
    expect(first.stage).toBe('in-force')
  })

  test('given --out at a folder, then it is not replaced', async () => {
    expect((await run(ledgerExport, [STORY, '--out', '.'])).refusal?.code).toBe('file-not-writable')
  })

  test('given --out, then the file is there as a whole and holds the same lines', async () => {
    await run(ledgerExport, [STORY, '--out', 'out.jsonl'])
    expect(linesOf(readFileSync(join(folder, 'out.jsonl'), 'utf8'))).toEqual(await exported())
  })
})
