import { createRoute, z } from '@hono/zod-openapi'
import type { House } from '../verbs/house.ts'
import { statsOfNetwork } from '../verbs/network-stats.ts'
import type { ApiApp } from './api.ts'
import { language } from './schemas.ts'

const share = z.number().nullable()

const stats = createRoute({
  method: 'get',
  path: '/api/network/stats',
  summary: 'The twin network in figures. Nodes are places with at least one known tie.',
  'x-example': '/api/network/stats',
  request: { query: z.object({ lang: language }) },
  responses: {
    200: {
      description: 'figures; null where there is none',
      content: {
        'application/json': {
          schema: z.object({
            nodes: z.int(),
            edges: z.int(),
            mean_degree: share,
            max_degree: z.int(),
            transitivity: share,
            assortativity: share,
            components: z.int(),
            largest_component: z.int(),
            median_km: share,
            median_km_random: share,
            share_within_country: share,
            top_places: z.array(z.object({ id: z.int(), name: z.string(), country: z.string(), degree: z.int() })),
            top_country_pairs: z.array(z.object({ a: z.string(), b: z.string(), ties: z.int() })),
          }),
        },
      },
    },
  },
})

export function addNetworkRoute(api: ApiApp, house: House): void {
  api.openapi(stats, async (c) => {
    const { top_places, top_country_pairs, ...figures } = await statsOfNetwork(house)
    return c.json({ ...figures, top_places: [...top_places], top_country_pairs: [...top_country_pairs] }, 200)
  })
}
