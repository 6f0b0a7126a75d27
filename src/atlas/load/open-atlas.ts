// The gazetteer and its search, from the cache in the data folder; built there on the first start or after an update.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  makeGazetteer,
  type Gazetteer,
  type GazetteerColumns,
  type GazetteerTables,
  type GazetteerTexts,
} from '../gazetteer.ts'
import { makePlaceSearch, type CountryNames } from '../search/find-names.ts'
import { buildNameIndex, type NameIndex } from '../search/name-index.ts'
import type { PlaceSearch } from '../search/place-search.ts'
import { buildAtlas, type AtlasParts } from './build-atlas.ts'
import { readColumnFile, writeColumnFile, type Column, type ColumnFile } from './column-file.ts'
import { countryNamesOf } from './country-names.ts'
import { referenceVersions } from './reference-files.ts'

/** Raise when the columns or what they mean change. */
const FORMAT = 3

export interface OpenedAtlas {
  readonly gazetteer: Gazetteer
  readonly search: PlaceSearch
}

interface Meta extends GazetteerTables {
  readonly countryNames: CountryNames
}

/**
 * Opens the atlas with its cache in `folder` (made if absent). `building` is told when the slow path is taken.
 * Throws the file system's error when the cache cannot be written.
 */
export function openAtlas(folder: string, building: () => void = () => undefined): OpenedAtlas {
  const key = `${FORMAT} ${referenceVersions()}`
  const path = join(folder, 'atlas.cache')
  const cached = readColumnFile(path, key)
  if (cached !== undefined) return fromFile(cached)
  building()
  const parts = buildAtlas()
  const index = buildNameIndex(makeGazetteer(parts.columns, parts.texts, parts.tables))
  const meta: Meta = { ...parts.tables, countryNames: countryNamesOf(parts.tables.countries) }
  mkdirSync(folder, { recursive: true })
  writeColumnFile(path, key, meta, toColumns(parts, index))
  return atlasOf(parts, index, meta)
}

const TEXTS = ['names', 'asciiNames', 'alternateNames', 'unitCodes'] as const

function toColumns(parts: AtlasParts, index: NameIndex): Record<string, Column> {
  const columns: Record<string, Column> = {}
  for (const [name, column] of Object.entries(parts.columns)) columns[`place.${name}`] = column as Column
  for (const name of TEXTS) {
    columns[`text.${name}.bytes`] = parts.texts[name].bytes
    columns[`text.${name}.ends`] = parts.texts[name].ends
  }
  columns['text.byId'] = parts.texts.byId
  for (const [name, column] of Object.entries(index)) columns[`name.${name}`] = column as Column
  return columns
}

function fromFile({ columns, meta }: ColumnFile): OpenedAtlas {
  const group = (prefix: string) =>
    Object.fromEntries(
      Object.entries(columns)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, column]) => [name.slice(prefix.length), column]),
    )
  const text = group('text.')
  const texts = {
    ...Object.fromEntries(TEXTS.map((name) => [name, { bytes: text[`${name}.bytes`], ends: text[`${name}.ends`] }])),
    byId: text['byId'],
  } as unknown as GazetteerTexts
  const tables = meta as Meta
  return atlasOf(
    { columns: group('place.') as unknown as GazetteerColumns, texts, tables },
    group('name.') as unknown as NameIndex,
    tables,
  )
}

function atlasOf(parts: AtlasParts, index: NameIndex, meta: Meta): OpenedAtlas {
  const gazetteer = makeGazetteer(parts.columns, parts.texts, parts.tables)
  return { gazetteer, search: makePlaceSearch(gazetteer, index, meta.countryNames) }
}
