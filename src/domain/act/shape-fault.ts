// The first thing that is wrong with a body, as a refusal that names the field.
import type { z } from 'zod'
import type { DomainRefusal } from '../refusal.ts'

export function shapeFault(
  type: string,
  schema: z.ZodType,
  body: unknown,
): Extract<DomainRefusal, { code: 'wrong-shape' }> | undefined {
  const parsed = schema.safeParse(body)
  if (parsed.success) return undefined
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const field = [...(issue?.path ?? []), ...unknown].map(String).join('.') || 'body'
  return { code: 'wrong-shape', type, field, problem: unknown.length > 0 ? 'unknown-field' : (issue?.message ?? '') }
}
