// A refusal as RFC 9457 problem details: the sentence for people, the code and its data for programs.
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Speaker } from '../language/speaker.ts'
import { sayRefusal } from '../language/say-refusal.ts'
import type { Refusal } from '../verbs/refusal.ts'

export const PROBLEM_TYPE = 'application/problem+json'

export const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string().describe('The sentence in the language of the request.'),
    code: z.string().describe('Which refusal it is, from a closed list.'),
  })
  .loose()
  .openapi('Problem')

/** Longer texts of the caller are not sent back whole. */
const LONGEST = 200

export function problemStatus({ code }: Refusal): 404 | 409 | 414 | 422 {
  if (code === 'unknown-place') return 404
  if (code === 'ambiguous-place') return 409
  return code === 'query-too-long' ? 414 : 422
}

/** Typed `never` so that it may stand in for any answer of a route: its shape is `Problem`. */
export function problem(c: Context, speaker: Speaker, refusal: Refusal): never {
  const status = problemStatus(refusal)
  const data = Object.fromEntries(
    Object.entries(refusal).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, LONGEST) : value]),
  )
  const body = { ...data, type: 'about:blank', status, title: sayRefusal(speaker, refusal) }
  return c.body(JSON.stringify(body), status, { 'Content-Type': PROBLEM_TYPE }) as never
}

/** The problems that a route may answer with, for its description. */
export function problems(
  ...statuses: readonly (404 | 409 | 414 | 422)[]
): Record<number, { description: string; content: Record<string, { schema: typeof Problem }> }> {
  const names = { 404: 'not found', 409: 'ambiguous: choose one', 414: 'too long', 422: 'refused' } as const
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: names[status], content: { [PROBLEM_TYPE]: { schema: Problem } } },
    ]),
  )
}
