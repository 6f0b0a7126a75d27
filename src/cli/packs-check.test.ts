import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../language/locale.ts'
import { speaker } from '../language/speaker.ts'
import { checkPacks } from '../verbs/check-packs.ts'
import { PACKS } from '../verbs/count-deadline.ts'
import type { Result } from '../verbs/refusal.ts'
import { parseArguments, type Doors } from './command.ts'
import { packsCheck } from './packs-check.ts'
import { sayLawFault } from './say-law-fault.ts'

const doors: Doors = {
  dataFolder: '/nowhere',
  atlas: () => Promise.reject(new Error('the gazetteer was opened')),
  house: () => Promise.reject(new Error('the database was opened')),
  record: () => Promise.reject(new Error('No record is needed here.')),
  serve: () => Promise.reject(new Error('a server was started')),
}

const empty = mkdtempSync(join(tmpdir(), 'kembar-no-packs-'))
afterAll(() => rmSync(empty, { recursive: true }))

async function run(...argv: readonly string[]): Promise<{ readonly result: Result<void>; readonly out: string }> {
  let out = ''
  const args = parseArguments(argv, packsCheck.options)
  if (!args.ok) return { result: args, out }
  const context = { out: (text: string) => (out += text), err: () => undefined, cwd: PACKS }
  return { result: await packsCheck.run(args.value, context, doors), out }
}

describe('kembar packs check', () => {
  test('given no folder, then the packs that ship are checked and counted', async () => {
    const { result, out } = await run()
    expect(result.ok).toBe(true)
    expect(out).toMatch(/^[1-9]\d* packs?, [1-9]\d* examples: all good\n$/)
  })

  test('given one pack, then it alone is checked', async () => {
    expect((await run('indonesia/ksdpl')).out).toMatch(/^1 pack, /)
  })

  test('given a bad pack, then file, line and sentence are told and it is refused', async () => {
    const { result, out } = await run('_bad/unknown-goto')
    expect(result).toEqual({
      ok: false,
      refusal: { code: 'packs-faulty', count: 1, file: '_bad/unknown-goto/procedure.yaml', line: 34 },
    })
    expect(out).toBe(
      '_bad/unknown-goto/procedure.yaml:34: The outcome goes to zz.plam, which is no step of this pack.\n',
    )
  })

  test.each([
    [['nowhere'], { code: 'folder-not-found', folder: 'nowhere' }],
    [['procedure.schema.json'], { code: 'folder-not-found', folder: 'procedure.schema.json' }],
    [[empty], { code: 'no-packs', folder: empty }],
    [['indonesia', 'cambodia'], { code: 'unknown-argument', argument: 'cambodia' }],
  ])('given %j, then it is refused', async (argv, refusal) => {
    expect((await run(...argv)).result).toEqual({ ok: false, refusal })
  })
})

const faults = readdirSync(join(PACKS, '_bad')).flatMap((name) => {
  const checked = checkPacks({ folder: join(PACKS, '_bad', name), shown: name })
  return checked.ok ? checked.value.faults : []
})

test.each(LOCALES)('given every fault of a bad pack, when said in %s, then it is a whole sentence', (locale) => {
  const said = faults.map((fault) => ({ code: fault.code, text: sayLawFault(speaker(locale), fault) }))
  expect(said.length).toBeGreaterThanOrEqual(20)
  expect(said.filter(({ code, text }) => text === code || /undefined|[{}]/.test(text))).toEqual([])
})
