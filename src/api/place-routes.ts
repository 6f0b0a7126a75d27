import { createRoute, z } from '@hono/zod-openapi'
import { findPlaces } from '../verbs/find-places.ts'
import type { House } from '../verbs/house.ts'
import { listTies } from '../verbs/list-ties.ts'
import { entryOfRef } from '../verbs/place-ref.ts'
import { showPlace } from '../verbs/show-place.ts'
import type { ApiApp } from './api.ts'
import { problem, problems } from './problem.ts'
import { language, Place, PlaceId, wholeNumber } from './schemas.ts'

const search = createRoute({
  method: 'get',
  path: '/api/places',
  summary: 'Find places and administrative units by any of their names.',
  'x-example': '/api/places?q=jepara&limit=5',
  request: {
    query: z.object({
      q: z
        .string()
        .optional()
        .openapi({ description: 'Name in any script, whole or its beginning; up to 200 characters.' }),
      country: z.string().optional().openapi({ description: 'ISO 3166-1 alpha-2' }),
      limit: z.string().optional().openapi({ description: '1 to 100; 10 unless given' }),
      lang: language,
    }),
  },
  responses: {
    200: {
      description: 'places, best first',
      content: {
        'application/json': {
          schema: z.object({
            places: z.array(
              Place.extend({
                matched: z.string().describe('The name that was met.'),
                match: z.enum(['exact', 'prefix', 'near']),
                unit: Place.optional().describe('The unit that the place is the seat of.'),
              }),
            ),
          }),
        },
      },
    },
    ...problems(414, 422),
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/places/{id}',
  summary: 'All that the gazetteer says of a place or unit.',
  'x-example': '/api/places/1642548',
  request: {
    params: z.object({ id: z.string().openapi({ description: 'GeoNames id or unit code' }) }),
    query: z.object({ lang: language }),
  },
  responses: {
    200: {
      description: 'the place',
      content: {
        'application/json': {
          schema: Place.extend({
            asciiName: z.string(),
            alternateNames: z.array(z.string()),
            elevation: z.number().optional().describe('Metres above the sea'),
            coastKm: z.number(),
            portKm: z.number(),
            airportKm: z.number(),
            timezone: z.string(),
            units: z.array(Place),
            seatOf: z.array(Place),
            seat: Place.optional(),
          }),
        },
      },
    },
    ...problems(404),
  },
})

const ties = createRoute({
  method: 'get',
  path: '/api/places/{id}/ties',
  summary: 'Known ties of a place or unit, each with who states it and when. None is claimed to be current.',
  'x-example': '/api/places/1650357/ties',
  request: {
    params: z.object({ id: z.string().openapi({ description: 'GeoNames id or unit code' }) }),
    query: z.object({ lang: language }),
  },
  responses: {
    200: {
      description: 'ties, by country and name of the partner',
      content: {
        'application/json': {
          schema: z.object({
            place: PlaceId,
            ties: z.array(
              z.object({
                party: PlaceId,
                partner: Place,
                sources: z.array(
                  z.object({
                    source: z.string(),
                    since: z.string().nullable().describe('YYYY, YYYY-MM or YYYY-MM-DD'),
                    until: z.string().nullable(),
                    reference: z.string().nullable(),
                    note: z.string().nullable(),
                  }),
                ),
              }),
            ),
          }),
        },
      },
    },
    ...problems(404),
  },
})

export function addPlaceRoutes(api: ApiApp, house: House): void {
  api.openapi(search, (c) => {
    const { q = '', country, limit } = c.req.valid('query')
    const most = wholeNumber(limit)
    const found = findPlaces(house, {
      query: q,
      ...(country === undefined || country === '' ? {} : { country }),
      ...(most === undefined ? {} : { limit: most }),
    })
    if (!found.ok) return problem(c, c.get('speaker'), found.refusal)
    return c.json({ places: [...found.value] }, 200)
  })
  api.openapi(one, (c) => {
    const shown = showPlace(house, c.req.valid('param').id)
    if (!shown.ok) return problem(c, c.get('speaker'), shown.refusal)
    const { alternateNames, units, seatOf, ...place } = shown.value
    return c.json({ ...place, alternateNames: [...alternateNames], units: [...units], seatOf: [...seatOf] }, 200)
  })
  api.openapi(ties, async (c) => {
    const { id } = c.req.valid('param')
    const shown = showPlace(house, id)
    if (!shown.ok) return problem(c, c.get('speaker'), shown.refusal)
    const listed = await listTies(house, entryOfRef(house.gazetteer, id))
    return c.json(
      {
        place: shown.value.id,
        ties: listed.map(({ party, partner, sources }) => ({
          party,
          partner,
          sources: sources.map(({ source, since, until, reference, note }) => ({
            source,
            since,
            until,
            reference,
            note,
          })),
        })),
      },
      200,
    )
  })
}
