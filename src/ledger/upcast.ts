// Bodies of older versions, brought to the present one when they are read. What was written stays as it is: hashes are
// taken over the old words.
import { BODY_VERSION, type ActType } from '../domain/act/act-bodies.ts'
import type { Upcast } from '../domain/act/parse-act.ts'

/** From the version it stands under to the next. */
export type Upcasts = { readonly [T in ActType]?: Readonly<Record<number, (body: unknown) => unknown>> }

/** None yet: version 1 is the first. The first change of a body's schema puts its step here. */
const UPCASTS: Upcasts = {}

export const upcast = upcastWith(UPCASTS, BODY_VERSION)

/** A version without a way to the present one gives undefined, which no schema takes. */
export function upcastWith(upcasts: Upcasts, present: number): Upcast {
  return (type, version, body) => {
    let now = body
    for (let step = version; step < present; step += 1) {
      const raise = upcasts[type as ActType]?.[step]
      if (raise === undefined) return undefined
      now = raise(now)
    }
    return version > present ? undefined : now
  }
}
