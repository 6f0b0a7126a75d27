// The shapes of the API. Numbers in the query arrive as text and are checked by the verbs, which refuse with a sentence.
import { z } from '@hono/zod-openapi'

export const PlaceId = z
  .union([z.int(), z.string()])
  .describe('GeoNames id of a place, or GeoNames code of a unit such as ID.07.3320.')

export const Place = z
  .object({
    id: PlaceId,
    name: z.string(),
    country: z.string().describe('ISO 3166-1 alpha-2'),
    region: z.string().optional().describe('First-level unit'),
    kind: z.enum(['capital', 'seat-1', 'seat-2', 'seat-3', 'seat-4', 'seat-5', 'place', 'unit-1', 'unit-2']),
    population: z.int().optional().describe('Absent where unknown.'),
    populationOfUnit: z.boolean().describe('The figure looks like that of the whole unit.'),
    lat: z.number(),
    lon: z.number(),
  })
  .openapi('Place')

export const language = z
  .string()
  .optional()
  .openapi({ description: 'Language of sentences: id, km or en. Else Accept-Language decides.' })

/** A whole number as the caller wrote it; what is not one becomes NaN and is refused by the verb. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  return /^-?[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN
}
