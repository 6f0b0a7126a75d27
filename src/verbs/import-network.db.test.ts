import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { clearNetwork, dumpNetwork, networkPlaces, withFolder } from '../../tests/support/network-house.ts'
import { realAtlas } from '../../tests/support/real-atlas.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import { networkVersion } from '../db/tied-pairs.ts'
import { importNetwork, type ImportRequest } from './import-network.ts'
import { networkOf } from './load-network.ts'
import { statsOfNetwork, statsOfNetworkFile } from './network-stats.ts'
import type { ImportPlan } from './take-ties.ts'
import { undoImport } from './undo-import.ts'

const store = withDatabase()
const folder = withFolder()
const house = () => ({ gazetteer: networkPlaces, database: store.database })
const take = (file: string, request: Partial<ImportRequest> = {}) =>
  importNetwork(house(), { file, rejectsFolder: folder.path, ...request })
const ties = async () => (await dumpNetwork(store.database)).tie_statements

beforeEach(() => clearNetwork(store.database))

describe('given a file of ties', () => {
  const rows = [
    'place_a place_b sources since reference',
    '3 1 embassy|press 2019-11 https://example.org/a',
    '2 5 council 1993 _',
  ]

  test('when it is imported, then each source states each pair, with the import that brought it', async () => {
    const plans: ImportPlan[] = []
    const outcome = await take(folder.tsv('a.tsv', ...rows), { onPlan: (plan) => plans.push(plan) })

    expect(outcome).toMatchObject({ ok: true, value: { import: 1 } })
    expect(plans).toMatchObject([{ added: 2, changed: 0, removed: 0, unchanged: 0, rejected: 0 }])
    const common = { until: null, note: null, statement: null, import: 1 }
    expect(await ties()).toEqual([
      {
        place_a: '1',
        place_b: '3',
        source: 'embassy',
        since: '2019-11',
        reference: 'https://example.org/a',
        ...common,
      },
      { place_a: '1', place_b: '3', source: 'press', since: '2019-11', reference: 'https://example.org/a', ...common },
      { place_a: '2', place_b: '5', source: 'council', since: '1993', reference: null, ...common },
    ])
  })

  test('when it is imported again, then nothing at all changes, and it is no import that could be undone in its place', async () => {
    const file = folder.tsv('a.tsv', ...rows)
    await take(file)
    const [before, version] = [await dumpNetwork(store.database), await networkVersion(store.database)]

    expect(await take(file)).toMatchObject({ ok: true, value: { plan: { added: 0, changed: 0, unchanged: 2 } } })

    expect(await dumpNetwork(store.database)).toEqual(before)
    expect(await networkVersion(store.database)).toBe(version)
  })

  test('when it is only tried, then the plan is told and nothing is written', async () => {
    const before = await dumpNetwork(store.database)
    const outcome = await take(folder.tsv('a.tsv', ...rows), { dryRun: true })
    expect(outcome).toMatchObject({ ok: true, value: { plan: { added: 2 } } })
    expect(outcome.ok && outcome.value.import).toBeUndefined()
    expect(await dumpNetwork(store.database)).toEqual(before)
  })

  test('when a column is there but empty it is stated so; when it is absent, what is known stays', async () => {
    await take(folder.tsv('a.tsv', ...rows))
    await take(folder.tsv('b.tsv', 'place_a place_b sources', '1 3 press'))
    expect(await ties()).toContainEqual(expect.objectContaining({ source: 'press', since: '2019-11', import: 1 }))

    expect(await take(folder.tsv('c.tsv', 'place_a place_b sources since', '1 3 press _'))).toMatchObject({
      value: { plan: { changed: 1 } },
    })
    expect(await ties()).toContainEqual(
      expect.objectContaining({ source: 'press', since: null, reference: 'https://example.org/a', import: 2 }),
    )
  })

  test('when the same file comes twice at once, then one import takes it and the other finds all of it known', async () => {
    const file = folder.tsv('a.tsv', ...rows)
    const outcomes = await Promise.all([take(file), take(file), take(file)])
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.import !== undefined)).toHaveLength(1)
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect((await dumpNetwork(store.database)).imports).toHaveLength(1)
  })
})

describe('given rows at fault', () => {
  const header = 'place_a place_b sources since'
  const bad = ['1 999999999 x', '1 1 x', '1 ID.07.3320 x', '3 1 x', '1 2 x 2023-02-30', '1 2', '1 2 x 2000 5 6']
  const file = () => folder.tsv('mixed.tsv', header, '1 3 x', ...bad)
  const reasons = [
    'unknown-id',
    'self-tie',
    'self-tie',
    'duplicate-in-file',
    'bad-date',
    'wrong-column-count',
    'wrong-column-count',
  ]

  test('then the import is refused, nothing is changed, and every such row stands in a file with line and reason', async () => {
    const before = await dumpNetwork(store.database)
    const outcome = await take(file())

    const written = join(folder.path, 'mixed.rejected.tsv')
    expect(outcome).toEqual({
      ok: false,
      refusal: {
        code: 'rows-rejected',
        file: 'mixed.tsv',
        rejected: 7,
        line: 3,
        reason: 'unknown-id',
        value: '999999999',
        written,
      },
    })
    expect(await dumpNetwork(store.database)).toEqual(before)
    const lines = readFileSync(written, 'utf8').trimEnd().split('\n')
    expect(lines[0]).toBe('line\treason\tvalue\tplace_a\tplace_b\tsources\tsince')
    expect(lines.slice(1).map((line) => line.split('\t').slice(0, 2))).toEqual(
      reasons.map((reason, i) => [String(i + 3), reason]),
    )
    expect(lines[1]).toBe('3\tunknown-id\t999999999\t1\t999999999\tx')
  })

  test('when they are to be skipped, then the other rows are taken', async () => {
    expect(await take(file(), { skipRejected: true })).toMatchObject({
      value: { plan: { added: 1, rejected: 7 }, import: 1 },
    })
    expect(await ties()).toHaveLength(1)
  })

  test('when the file of rejected rows is corrected, then it can be imported as it is', async () => {
    await take(file(), { skipRejected: true })
    const lines = readFileSync(join(folder.path, 'mixed.rejected.tsv'), 'utf8').split('\n').slice(0, 2)
    const corrected = join(folder.path, 'corrected.tsv')
    writeFileSync(corrected, lines.join('\n').replaceAll('999999999', '4'))
    expect(await take(corrected)).toMatchObject({ ok: true, value: { plan: { added: 1 } } })
  })
})

describe('given a file that is none, then it is refused and nothing is changed', () => {
  test.each([
    ['file-not-found', 'none.tsv', undefined],
    ['file-not-text', 'picture.tsv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['file-without-header', 'empty.tsv', ''],
    ['file-without-header', 'headless.tsv', '1\t3\tx\n'],
    ['file-without-header', 'other.tsv', 'place_a\tplace_b\tsources\tcolour\n1\t3\tx\tred\n'],
    ['line-too-long', 'long.tsv', `place_a\tplace_b\tsources\n${'9'.repeat(20_000)}`],
    [
      'file-not-text',
      'late.tsv',
      Buffer.concat([Buffer.from(`place_a\tplace_b\tsources\n1\t3\tx\n${'\n'.repeat(600_000)}`), Buffer.from([0xff])]),
    ],
  ])('%s: %s', async (code, name, content) => {
    const before = await dumpNetwork(store.database)
    const file = join(folder.path, name)
    if (content !== undefined) writeFileSync(file, content)
    expect(await take(file)).toMatchObject({ ok: false, refusal: { code, file } })
    expect(await dumpNetwork(store.database)).toEqual(before)
  })

  test('nonsense without end under a right header: too-many-rows, and what is kept of it is bounded', async () => {
    const file = join(folder.path, 'nonsense.tsv')
    writeFileSync(file, `place_a\tplace_b\tsources\n${'lorem\tipsum\tdolor sit amet consectetur\n'.repeat(1_000_001)}`)
    expect(await take(file)).toMatchObject({ ok: false, refusal: { code: 'too-many-rows', limit: 1_000_000 } })
    expect(existsSync(join(folder.path, 'nonsense.rejected.tsv'))).toBe(false)

    writeFileSync(file, `place_a\tplace_b\tsources\n${'lorem\tipsum\tdolor sit amet consectetur\n'.repeat(100_000)}`)
    expect(await take(file)).toMatchObject({ ok: false, refusal: { code: 'rows-rejected', rejected: 100_000 } })
    expect(statSync(join(folder.path, 'nonsense.rejected.tsv')).size).toBeLessThan(1_000_000)
  })

  test('a folder for the rejected rows that cannot be made', async () => {
    const file = folder.tsv('mixed.tsv', 'place_a place_b sources', '1 1 x')
    expect(await take(file, { rejectsFolder: join(file, 'below-a-file') })).toMatchObject({
      ok: false,
      refusal: { code: 'file-not-writable' },
    })
  })
})

// The development data is not part of the project; where it lies beside it, the whole of it is tried.
const twins = fileURLToPath(new URL('../../../shared/data/twins.tsv', import.meta.url))

test.skipIf(!existsSync(twins))(
  'given ../shared/data/twins.tsv (skipped where it is absent), then import, repeat and undo',
  async () => {
    const { gazetteer } = realAtlas()
    const real = { gazetteer, database: store.database, network: networkOf(store.database, gazetteer) }
    const request = { file: twins, rejectsFolder: folder.path }
    const before = (await dumpNetwork(store.database)).tie_statements

    expect(await importNetwork(real, request)).toMatchObject({
      ok: true,
      value: { plan: { added: 25_898, rejected: 0 } },
    })
    const stats = await statsOfNetwork(real)
    expect(stats).toMatchObject({
      nodes: 16_664,
      edges: 25_898,
      max_degree: 91,
      components: 1587,
      largest_component: 12_670,
    })
    expect(stats.transitivity).toBeCloseTo(0.118337, 6)
    expect(stats.assortativity).toBeCloseTo(0.428831, 6)
    expect(stats.median_km).toBeCloseTo(1029.5, 1)
    expect(await statsOfNetworkFile(real, twins)).toMatchObject({ ok: true, value: { stats } })

    const after = await dumpNetwork(store.database)
    expect(await importNetwork(real, request)).toMatchObject({ ok: true, value: { plan: { added: 0, changed: 0 } } })
    expect(await dumpNetwork(store.database)).toEqual(after)

    expect(await undoImport(real, {})).toMatchObject({ ok: true })
    const undone = await dumpNetwork(store.database)
    expect(undone.tie_statements).toEqual(before)
    expect(undone.tie_changes).toEqual([])
    expect((await statsOfNetwork(real)).edges).toBe(0)
  },
)
