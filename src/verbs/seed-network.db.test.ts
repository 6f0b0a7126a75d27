import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { clearNetwork, dumpNetwork, withFolder } from '../../tests/support/network-house.ts'
import { realAtlas } from '../../tests/support/real-atlas.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import { openDatabase } from '../db/database.ts'
import { readNetworkFile } from './read-network-file.ts'
import { seedNetwork } from './seed-network.ts'
import { undoImport } from './undo-import.ts'

const store = withDatabase()
const folder = withFolder()
const { gazetteer } = realAtlas()
const list = fileURLToPath(new URL('../../ties/indonesia-cambodia.tsv', import.meta.url))
const seed = (database = store.database) =>
  seedNetwork({ gazetteer, database }, { file: list, rejectsFolder: folder.path })

beforeEach(() => clearNetwork(store.database))

describe('the list that comes with Kembar', () => {
  test('has 40 ties or more; every row resolves, has a reference, is no double and has a side in Indonesia or Cambodia', async () => {
    const read = await readNetworkFile(gazetteer, list)
    expect(read.firstReject).toBeUndefined()
    expect(read.ties).toBeGreaterThanOrEqual(40)

    const [header, ...rows] = readFileSync(list, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    const field = (row: readonly string[], name: string) => row[header.indexOf(name)]
    const country = (reference: string) => {
      const entry = /^[0-9]/.test(reference) ? gazetteer.indexOfId(Number(reference)) : gazetteer.indexOfUnit(reference)
      return gazetteer.countries[gazetteer.country[entry]].code
    }
    for (const row of rows) {
      expect(field(row, 'reference')).toMatch(/^https?:\/\//)
      expect(
        [country(field(row, 'place_a')), country(field(row, 'place_b'))].some((code) => code === 'ID' || code === 'KH'),
      ).toBe(true)
    }
    const pairs = rows.map((row) => [field(row, 'place_a'), field(row, 'place_b')].sort().join(' '))
    expect(new Set(pairs).size).toBe(rows.length)
  })
})

describe('given a new installation', () => {
  test('when eight processes start together, then the list is imported exactly once', async () => {
    const pools = Array.from({ length: 8 }, () => openDatabase(store.url, { connections: 1 }))
    const seeded = await Promise.all(pools.map((database) => seed(database)))
    await Promise.all(pools.map((database) => database.destroy()))

    expect(seeded.every((result) => result.ok)).toBe(true)
    expect(seeded.filter((result) => result.ok && result.value !== undefined)).toHaveLength(1)
    const { imports, tie_statements } = await dumpNetwork(store.database)
    expect(imports).toMatchObject([{ kind: 'seed', name: 'indonesia-cambodia.tsv', rejected: 0 }])
    expect(tie_statements.length).toBeGreaterThanOrEqual(40)
  })

  test('when the list was taken out again, then the next start does not bring it back', async () => {
    await seed()
    await undoImport({ database: store.database }, {})
    expect(await seed()).toEqual({ ok: true, value: undefined })
    expect((await dumpNetwork(store.database)).tie_statements).toEqual([])
  })
})
