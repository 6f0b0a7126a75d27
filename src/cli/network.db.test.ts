// The network commands as they are typed: what they say before and after, and that a refusal changes nothing.
import { beforeEach, describe, expect, test } from 'vitest'
import { clearNetwork, dumpNetwork, networkPlaces, withFolder } from '../../tests/support/network-house.ts'
import { sparqlServer } from '../../tests/support/sparql-server.ts'
import { withDatabase } from '../../tests/support/test-database.ts'
import type { House } from '../verbs/house.ts'
import { networkOf } from '../verbs/load-network.ts'
import { refuse } from '../verbs/refusal.ts'
import { parseArguments, type Command, type Doors } from './command.ts'
import { networkFetch } from './network-fetch.ts'
import { networkImport } from './network-import.ts'
import { networkImports } from './network-imports.ts'
import { networkStats } from './network-stats.ts'
import { networkUndo } from './network-undo.ts'

const store = withDatabase()
const folder = withFolder()

async function type(command: Command, ...argv: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const { database } = store
  const house = { gazetteer: networkPlaces, database, network: networkOf(database, networkPlaces) } as unknown as House
  const doors: Doors = {
    dataFolder: folder.path,
    atlas: async () => house,
    house: async () => house,
    record: () => Promise.reject(new Error('No record is needed here.')),
    serve: async () => refuse({ code: 'unknown-command', command: 'serve' }),
  }
  const context = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), cwd: folder.path }
  const args = parseArguments(argv, command.options)
  const result = args.ok ? await command.run(args.value, context, doors) : args
  return { result, out: out.join(''), err: err.join('') }
}

const ties = () => folder.tsv('ties.tsv', 'place_a place_b sources since', '1 3 embassy 2019', '2 5 council 1993')

beforeEach(() => clearNetwork(store.database))

describe('network import', () => {
  test('says what it will do, then that it is done and how to take it back; again, that all is known', async () => {
    ties()
    expect(await type(networkImport, 'ties.tsv')).toMatchObject({
      result: { ok: true },
      out: 'Will add 2 ties, change 0, skip 0 that are known.\nDone: import 1. `kembar network undo 1` takes it back.\n',
    })
    expect((await type(networkImport, 'ties.tsv')).out).toBe(
      'Will add 0 ties, change 0, skip 2 that are known.\nNothing to do: all of it is known.\n',
    )
  })

  test('with --dry-run says what it would do', async () => {
    ties()
    const before = await dumpNetwork(store.database)
    expect((await type(networkImport, 'ties.tsv', '--dry-run')).out).toBe(
      'Would add 2 ties, change 0, skip 0 that are known.\nNothing was written: this was a dry run.\n',
    )
    expect(await dumpNetwork(store.database)).toEqual(before)
  })

  test('is stopped by a rejected row unless told to skip it', async () => {
    folder.tsv('mixed.tsv', 'place_a place_b sources', '1 3 x', '1 999 x')
    const stopped = await type(networkImport, 'mixed.tsv')
    expect(stopped.result).toMatchObject({ ok: false, refusal: { code: 'rows-rejected', rejected: 1, line: 3 } })
    expect(stopped.out).toContain('Would add 1 ties')
    expect(stopped.out).toContain('1 (1 unknown-id)')
    expect((await dumpNetwork(store.database)).imports).toEqual([])
    expect((await type(networkImport, 'mixed.tsv', '--skip-rejected')).out).toContain('Done: import 1.')
  })

  test('needs one file', async () => {
    expect((await type(networkImport)).result).toMatchObject({ refusal: { code: 'missing-argument' } })
    expect((await type(networkImport, 'a.tsv', 'b.tsv')).result).toMatchObject({
      refusal: { code: 'unknown-argument' },
    })
    expect((await type(networkImport, 'a.tsv', '--force')).result).toMatchObject({
      refusal: { code: 'unknown-option' },
    })
  })
})

describe('network undo and imports', () => {
  test('undo takes back the newest, and the list shows it as undone', async () => {
    ties()
    await type(networkImport, 'ties.tsv')
    expect((await type(networkUndo)).out).toBe('Import 1 (ties.tsv) is undone.\n')
    expect((await type(networkImports)).out).toMatch(
      /^ +1 .* file +ties\.tsv: 2 added, 0 changed, 0 removed +undone\n$/,
    )
    expect((await type(networkUndo)).result).toEqual({ ok: false, refusal: { code: 'nothing-to-undo' } })
  })
})

describe('network stats', () => {
  test('gives the same figures from the database and from the file', async () => {
    ties()
    await type(networkImport, 'ties.tsv')
    const fromDatabase = await type(networkStats, '--json')
    expect(JSON.parse(fromDatabase.out)).toMatchObject({
      nodes: 4,
      edges: 2,
      mean_degree: 1,
      components: 2,
      transitivity: null,
    })
    expect((await type(networkStats, '--network', 'ties.tsv', '--json')).out).toBe(fromDatabase.out)
  })

  test('of an empty network says that figures are undefined, and gives null in JSON', async () => {
    expect((await type(networkStats)).out).toMatch(/median_km +undefined/)
    expect(JSON.parse((await type(networkStats, '--json')).out)).toMatchObject({
      nodes: 0,
      mean_degree: null,
      median_km: null,
    })
  })

  test('of a file that is none is refused', async () => {
    expect((await type(networkStats, '--network', 'none.tsv')).result).toMatchObject({
      refusal: { code: 'file-not-found' },
    })
  })
})

describe('network fetch', () => {
  test('shows the pages as they come and asks the service that it is given', async () => {
    const service = await sparqlServer([
      { statement: 'http://www.wikidata.org/entity/statement/Q1-a', rank: 'x', geonamesA: '1', geonamesB: '3' },
    ])
    service.fault = (request) => (request > 1 ? (response) => response.writeHead(403).end() : undefined)
    const { result, err } = await type(networkFetch, '--endpoint', service.endpoint)
    await service.close()
    expect(err).toMatch(/^1 of 16 pages, [01] statements\n$/)
    expect(result).toMatchObject({ refusal: { code: 'source-unreachable', url: service.endpoint } })
  })
})
