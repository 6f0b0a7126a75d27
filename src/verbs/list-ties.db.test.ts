import { beforeAll, describe, expect, test } from 'vitest'
import { networkPlaces, withFolder } from '../../tests/support/network-house.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import { areTied } from '../atlas/network/network.ts'
import { openDatabase } from '../db/database.ts'
import { importNetwork } from './import-network.ts'
import { listTies } from './list-ties.ts'
import { networkOf } from './load-network.ts'
import { undoImport } from './undo-import.ts'

const store = withDatabase()
const folder = withFolder()
const house = () => ({ gazetteer: networkPlaces, database: store.database })
const [jepara, regency, siemReap, semarang] = [
  networkPlaces.indexOfId(1),
  networkPlaces.indexOfUnit('ID.07.3320'),
  networkPlaces.indexOfId(3),
  networkPlaces.indexOfId(2),
]

beforeAll(async () => {
  const rows = [
    'place_a place_b sources since until reference',
    'ID.07.3320 3 embassy,press 2019 _ https://example.org/a',
    '1 5 council 1993 2005-06 _',
    '4 2 press',
  ]
  await importNetwork(house(), { file: folder.tsv('ties.tsv', ...rows), rejectsFolder: folder.path })
})

describe('given ties of a town and of the regency that is governed there', () => {
  test('then the town lists both and says which locality is the party, partners by country and name', async () => {
    const ties = await listTies(house(), jepara)
    expect(ties.map(({ party, partner }) => [party, partner.name])).toEqual([
      [1, 'Brisbane'],
      ['ID.07.3320', 'Siem Reap'],
    ])
    expect(ties[0].sources).toMatchObject([
      {
        source: 'council',
        since: '1993',
        until: '2005-06',
        reference: null,
        import: { id: 1, kind: 'file', name: 'ties.tsv' },
      },
    ])
    expect(ties[1].sources.map(({ source }) => source)).toEqual(['embassy', 'press'])
  })

  test('then the regency lists both too, and the partner lists the regency', async () => {
    expect((await listTies(house(), regency)).map(({ party }) => party)).toEqual([1, 'ID.07.3320'])
    expect((await listTies(house(), siemReap)).map(({ partner }) => partner.id)).toEqual(['ID.07.3320'])
  })
})

describe('the graph', () => {
  test('lets a unit stand for its seat, and is loaded again when another process changed the ties', async () => {
    const other = openDatabase(store.url, { connections: 1 })
    const network = networkOf(other, networkPlaces)
    const first = await network()
    expect(areTied(first, jepara, siemReap)).toBe(true)
    expect(await network()).toBe(first)

    const brought = await importNetwork(house(), {
      file: folder.tsv('more.tsv', 'place_a place_b sources', '2 3 press'),
      rejectsFolder: folder.path,
    })
    expect(brought.ok).toBe(true)
    expect(areTied(await network(), semarang, siemReap)).toBe(true)

    await undoImport(house(), {})
    expect((await network()).edgeCount).toBe(first.edgeCount)
    await other.destroy()
  })
})
