import { createRoute, z } from '@hono/zod-openapi'
import { sayEvidence } from '../language/say-evidence.ts'
import { matchJson } from '../verbs/match-json.ts'
import type { House } from '../verbs/house.ts'
import { checkNumber } from '../verbs/input-limits.ts'
import { matchPlace } from '../verbs/match-place.ts'
import type { ApiApp } from './api.ts'
import { problem, problems } from './problem.ts'
import { language, Place, PlaceId, wholeNumber } from './schemas.ts'

/** A thousand candidates with all their reasons would be an answer of many megabytes. */
const MOST_ANSWERED = 100

const Reason = z
  .object({
    group: z.string().describe('Condition of PP 28/2018 art. 27(3), or an advisory group'),
    feature: z.string(),
    contribution: z.number().describe('The contributions of a candidate add up to its score.'),
    own: z.number().describe('As seen from the source'),
    reciprocal: z.number().describe('As seen from the candidate'),
    evidence: z.object({
      key: z.string(),
      data: z.record(z.string(), z.unknown()),
      text: z.string().describe('The evidence as a sentence'),
    }),
  })
  .openapi('Reason')

const match = createRoute({
  method: 'get',
  path: '/api/match',
  summary: 'Ranked candidates for a twin of a place, each with the reasons that add up to its score.',
  'x-example': '/api/match?place=ID.07.3320&country=KH&limit=3',
  request: {
    query: z.object({
      place: z.string().optional().openapi({ description: 'GeoNames id, unit code, or a name that leaves no doubt' }),
      country: z.string().optional().openapi({ description: 'ISO 3166-1 alpha-2; the world unless given' }),
      limit: z.string().optional().openapi({ description: '1 to 100; 10 unless given' }),
      lang: language,
    }),
  },
  responses: {
    200: {
      description: 'candidates, best first',
      content: {
        'application/json': {
          schema: z.object({
            source: Place,
            country: z.string().nullable(),
            total: z.int().describe('How many places were ranked'),
            candidates: z.array(
              z.object({
                rank: z.int(),
                id: PlaceId,
                name: z.string(),
                country: z.string(),
                score: z.number(),
                own: z.number(),
                reciprocal: z.number(),
                reasons: z.array(Reason),
              }),
            ),
            tied: z.array(Place).describe('Already tied to the source, left out of the ranking'),
          }),
        },
      },
    },
    ...problems(404, 409, 414, 422),
  },
})

export function addMatchRoute(api: ApiApp, house: House): void {
  api.openapi(match, async (c) => {
    const { place = '', country, limit } = c.req.valid('query')
    const speaker = c.get('speaker')
    const most = checkNumber('limit', wholeNumber(limit) ?? 10, 1, MOST_ANSWERED)
    if (!most.ok) return problem(c, speaker, most.refusal)
    const matched = await matchPlace(house, {
      place,
      ...(country === undefined || country === '' ? {} : { country }),
      limit: most.value,
    })
    if (!matched.ok) return problem(c, speaker, matched.refusal)
    const view = matched.value
    const json = matchJson(house, view, (reason, candidate) =>
      sayEvidence(speaker, house.gazetteer, reason, { source: view.source, candidate }),
    )
    return c.json(json, 200)
  })
}
