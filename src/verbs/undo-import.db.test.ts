import { beforeEach, describe, expect, test } from 'vitest'
import { clearNetwork, dumpNetwork, networkPlaces, withFolder } from '../../tests/support/network-house.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import { importNetwork } from './import-network.ts'
import { listImports } from './list-imports.ts'
import { undoImport } from './undo-import.ts'

const store = withDatabase()
const folder = withFolder()
const house = () => ({ gazetteer: networkPlaces, database: store.database })
const take = (name: string, ...rows: readonly string[]) =>
  importNetwork(house(), {
    file: folder.tsv(name, 'place_a place_b sources since note', ...rows),
    rejectsFolder: folder.path,
  })
const undo = (id?: string) => undoImport(house(), id === undefined ? {} : { import: id })
const statements = async () => (await dumpNetwork(store.database)).tie_statements

beforeEach(() => clearNetwork(store.database))

describe('given imports that added and changed', () => {
  test('when the newest is undone, then every statement is as before, also which import brought it', async () => {
    await take('one.tsv', '1 3 embassy 2019 first', '2 5 council 1993 _')
    const before = await statements()
    await take('two.tsv', '1 3 embassy 2020-02 second', '1 4 press 2001 _', '2 5 council 1993 _')
    expect(await statements()).not.toEqual(before)

    expect(await undo()).toMatchObject({ ok: true, value: { id: 2, name: 'two.tsv' } })

    const dump = await dumpNetwork(store.database)
    expect(dump.tie_statements).toEqual(before)
    expect(dump.imports).toMatchObject([
      { id: 1, undone_at: null },
      { id: 2, undone_at: expect.any(String) },
    ])
  })

  test('when all are undone one after the other, then nothing is left, and a third undo has nothing to do', async () => {
    await take('one.tsv', '1 3 embassy 2019 _')
    await take('two.tsv', '1 3 embassy 2020 _')
    expect(await undo()).toMatchObject({ ok: true, value: { id: 2 } })
    expect(await undo()).toMatchObject({ ok: true, value: { id: 1 } })
    expect(await statements()).toEqual([])
    expect(await undo()).toEqual({ ok: false, refusal: { code: 'nothing-to-undo' } })
  })

  test('when an undone file is imported again, then it is a new import', async () => {
    await take('one.tsv', '1 3 embassy 2019 _')
    await undo()
    expect(await take('one.tsv', '1 3 embassy 2019 _')).toMatchObject({
      ok: true,
      value: { import: 2, plan: { added: 1 } },
    })
    expect((await listImports(house())).map(({ id }) => id)).toEqual([2, 1])
  })
})

describe('given a later import', () => {
  test('that stands on the same statement, then the earlier one is refused until the later is undone', async () => {
    await take('one.tsv', '1 3 embassy 2019 _')
    await take('two.tsv', '1 3 embassy 2020 _')
    const before = await dumpNetwork(store.database)
    expect(await undo('1')).toEqual({ ok: false, refusal: { code: 'import-not-latest', import: '1', latest: '2' } })
    expect(await dumpNetwork(store.database)).toEqual(before)
    await undo('2')
    expect(await undo('1')).toMatchObject({ ok: true })
  })

  test('of other ties, then the earlier one can be undone by itself', async () => {
    await take('one.tsv', '1 3 embassy 2019 _')
    await take('two.tsv', '1 4 embassy 2020 _')
    expect(await undo('1')).toMatchObject({ ok: true })
    expect(await statements()).toMatchObject([{ place_b: '4', import: 2 }])
  })
})

describe('given an import that cannot be undone', () => {
  test.each(['7', '0', '-1', '1.5', 'x', '99999999999'])('there is none of the number %s', async (id) => {
    await take('one.tsv', '1 3 embassy 2019 _')
    expect(await undo(id)).toEqual({ ok: false, refusal: { code: 'unknown-import', import: id } })
  })

  test('it is undone already', async () => {
    await take('one.tsv', '1 3 embassy 2019 _')
    await undo('1')
    expect(await undo('1')).toEqual({ ok: false, refusal: { code: 'import-already-undone', import: '1' } })
  })
})
