import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { outlineOf } from '../domain/procedure/outline.ts'
import { mismatches, runExample } from '../domain/procedure/run-example.ts'
import { openCalendars } from './calendars/calendar-for.ts'
import { checkPacks, knotsOf, loadPacks } from './check-packs.ts'
import { loadExamples } from './example-faults.ts'
import { loadPack } from './load-pack.ts'
import { EXAMPLES, packFolders, PROCEDURE } from './pack-folders.ts'
import { LARGEST_FILE } from './read-yaml.ts'

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url))
const BAD = join(PACKS, '_bad')

const scratch = mkdtempSync(join(tmpdir(), 'kembar-packs-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Told in the first line of the file that is bad, or in expect.json where it can have none. */
function expectedFault(folder: string): { readonly file: string; readonly line: number; readonly code: string } {
  const aside = join(folder, 'expect.json')
  if (existsSync(aside)) return JSON.parse(readFileSync(aside, 'utf8'))
  const told = [PROCEDURE, EXAMPLES]
    .map((file) => /^# Refused: (\S+), line (\d+), (\S+)\n/.exec(readFileSync(join(folder, file), 'utf8')))
    .find((one) => one !== null)
  return { file: told?.[1] ?? '', line: Number(told?.[2]), code: told?.[3] ?? '' }
}

describe('given a bad pack', () => {
  const names = readdirSync(BAD)

  test('then there are many ways to be bad', () => {
    expect(names.length).toBeGreaterThanOrEqual(20)
  })

  test.each(names)('%s, when checked, then it is refused with file, line and code, and nothing else is', (name) => {
    const { file, line, code } = expectedFault(join(BAD, name))
    const { faults } = checkPacks(join(BAD, name), name, PACKS)
    expect(faults.map((one) => [one.file, one.line, one.code])).toEqual([[`${name}/${file}`, line, code]])
  })

  test('when it is larger than any law, then it is not read', () => {
    mkdirSync(join(scratch, 'large'))
    writeFileSync(join(scratch, 'large', PROCEDURE), '#'.repeat(LARGEST_FILE + 1))
    expect(loadPack(join(scratch, 'large', PROCEDURE), 'p')).toMatchObject({ faults: [{ code: 'file-too-large' }] })
  })

  test('when two packs have one id, then the later is refused', () => {
    for (const one of ['one', 'two']) {
      mkdirSync(join(scratch, 'twice', one), { recursive: true })
      writeFileSync(join(scratch, 'twice', one, PROCEDURE), readFileSync(join(BAD, 'examples-missing', PROCEDURE)))
      writeFileSync(join(scratch, 'twice', one, EXAMPLES), readFileSync(join(BAD, 'file-empty', EXAMPLES)))
    }
    const { faults, packs } = checkPacks(join(scratch, 'twice'), 'twice', PACKS)
    expect(faults).toEqual([
      { file: 'twice/two/procedure.yaml', line: 1, code: 'pack-twice', data: { pack: 'zz-good' } },
    ])
    expect(packs.map(({ examples }) => examples)).toEqual([5, 5])
  })
})

const folders = packFolders(PACKS, 'packs')
const packs = loadPacks(PACKS)

describe('given the packs that ship', () => {
  test('when all are checked together, then nothing is wrong, and folders that begin with _ are passed over', () => {
    expect(checkPacks(PACKS, 'packs', PACKS).faults).toEqual([])
    expect(folders.length).toBeGreaterThanOrEqual(1)
    expect(folders.filter(({ shown }) => shown.includes('_bad'))).toEqual([])
  })

  const knots = knotsOf(packs)
  const calendars = openCalendars(PACKS)
  const examples = folders.flatMap(({ path, shown }) => {
    const loaded = loadPack(join(path, PROCEDURE), shown)
    const read = loadExamples(join(path, EXAMPLES), shown)
    if (!loaded.ok || !read.ok) return []
    const { country } = loaded.pack
    const answer = country === null ? undefined : calendars(country)
    const calendar = answer?.ok === true ? answer.calendar : undefined
    return read.examples.map((example) => [loaded.pack.pack, example.name, loaded.pack, example, calendar] as const)
  })

  test.each(examples)('%s: %s', (_, __, pack, example, calendar) => {
    expect(mismatches(example, runExample(pack, example, calendar, knots))).toEqual([])
  })

  test.each(packs.map((pack) => [pack.pack, pack] as const))(
    '%s, when pinned, then each step can be reached by doing those before it',
    (_, pack) => {
      const { steps } = outlineOf(pack)
      const done = new Set<string>()
      for (let before = -1; before < done.size;) {
        before = done.size
        for (const { id, needs } of steps) if (needs.every((need) => done.has(need))) done.add(id)
      }
      expect([...done].toSorted()).toEqual(steps.map(({ id }) => id).toSorted())
    },
  )
})
