// The open data files: all known ties as CSV, JSON or GeoJSON, sent in portions as they are read.
import { stream } from 'hono/streaming'
import type { Context } from 'hono'
import type { House } from '../../verbs/house.ts'
import { listTies } from '../../verbs/list-ties.ts'
import { entryOfRef } from '../../verbs/place-ref.ts'
import { publishTies, type PublishedTie } from '../../verbs/publish-ties.ts'
import { csvAnswer, csvText, type CsvCell } from '../csv.ts'
import { nameText } from '../parts/place-name.tsx'
import { sourceText } from '../parts/ties.tsx'
import type { PageContext } from '../reader.ts'

interface Format {
  readonly type: string
  readonly head: string
  readonly between: string
  readonly foot: string
  readonly one: (tie: PublishedTie) => string
}

const LICENCE = 'Places: GeoNames, CC BY 4.0. Ties: the source of each, see "source".'
const HEADER = [
  'place_a',
  'name_a',
  'country_a',
  'place_b',
  'name_b',
  'country_b',
  'source',
  'since',
  'until',
  'reference',
]

const FORMATS: Readonly<Record<string, Format>> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    head: `\ufeff${csvText([HEADER])}`,
    between: '',
    foot: '',
    one: ({ a, b, source, since, until, reference }) =>
      csvText([[a.id, a.name, a.country, b.id, b.name, b.country, source, since, until, reference]]),
  },
  json: {
    type: 'application/json',
    head: `{"licence":${JSON.stringify(LICENCE)},"ties":[\n`,
    between: ',\n',
    foot: '\n]}\n',
    one: ({ a, b, ...statement }) => JSON.stringify({ a: party(a), b: party(b), ...statement }),
  },
  geojson: {
    type: 'application/geo+json',
    head: '{"type":"FeatureCollection","features":[\n',
    between: ',\n',
    foot: '\n]}\n',
    one: ({ a, b, ...statement }) =>
      JSON.stringify({
        type: 'Feature',
        geometry: {
          type: 'LineString',
          coordinates: [
            [a.lon, a.lat],
            [b.lon, b.lat],
          ],
        },
        properties: { a: party(a), b: party(b), ...statement },
      }),
  },
}

const party = ({ id, name, country }: PublishedTie['a']) => ({ id, name, country })

export function tiesFile(house: House) {
  return (c: Context): Response | Promise<Response> => {
    const name = c.req.path.slice(c.req.path.lastIndexOf('.') + 1)
    const format = FORMATS[name]
    c.header('Content-Type', format.type)
    c.header('Content-Disposition', `attachment; filename="kembar-ties.${name}"`)
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cache-Control', 'no-cache, no-transform')
    return stream(c, async (out) => {
      await out.write(format.head)
      let first = true
      for await (const ties of publishTies(house)) {
        if (out.aborted || ties.length === 0) continue
        await out.write((first ? '' : format.between) + ties.map(format.one).join(format.between))
        first = false
      }
      await out.write(format.foot)
    })
  }
}

/** The ties of one place, row for row as its page shows them. */
export function placeTiesCsv(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const { speaker } = reader
    const entry = entryOfRef(house.gazetteer, c.req.param('id') ?? '')
    if (entry < 0) return c.notFound()
    const ties = await listTies(house, entry)
    const header = [
      'csv.name',
      'csv.country',
      'csv.source',
      'csv.since',
      'csv.until',
      'csv.reference',
      'csv.note',
    ] as const
    const rows = ties.flatMap(({ partner, sources }) =>
      sources.map(({ source, since, until, reference, note }): readonly CsvCell[] => [
        nameText(reader, partner),
        speaker.country(partner.country),
        sourceText(reader, source),
        since,
        until,
        reference,
        note,
      ]),
    )
    return csvAnswer(
      c,
      `kembar-ties-${c.req.param('id')}`,
      ['id', ...header.map((key) => speaker.say(key))],
      rows.map((row, i) => [idOf(ties, i), ...row]),
    )
  }
}

/** Id of the partner in row `row`, where a tie has a row per source. */
function idOf(ties: Awaited<ReturnType<typeof listTies>>, row: number): string {
  return String(ties.flatMap(({ partner, sources }) => sources.map(() => partner.id))[row])
}
