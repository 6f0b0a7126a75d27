// Puts what the other side said to an act onto every mark of that act, wherever it stands in a piece of state.
import type { Answer, Mark } from '../act/mark.ts'

export type Remark = { readonly confirmed: Answer } | { readonly disputed: Answer } | { readonly corrected: Answer }

/** The same value where nothing in it is a mark of the act. */
export function remark<T>(value: T, act: string, change: Remark): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const next = value.map((one: unknown) => remark(one, act, change))
    return next.some((one, i) => one !== value[i]) ? (next as T) : value
  }
  let next: Record<string, unknown> | undefined
  for (const [name, one] of Object.entries(value)) {
    const changed = remark(one as unknown, act, change)
    if (changed === one) continue
    next ??= { ...(value as Record<string, unknown>) }
    next[name] = changed
  }
  if (isMarkOf(value, act)) return { ...(next ?? value), ...change } as T
  return next === undefined ? value : (next as T)
}

/** Marks say whose word they are; a step's state, which names its act too, is seen to elsewhere. */
function isMarkOf(value: object, act: string): value is Mark {
  return 'act' in value && value.act === act && 'side' in value && 'basis' in value
}
