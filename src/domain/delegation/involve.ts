// How many people and organisations took part, summed over reports.
import type { Head } from '../partnership/head.ts'

interface Involved {
  readonly people?: number | undefined
  readonly organisations?: number | undefined
}

/** `before`: what a corrected report had said. */
export function involve(head: Head, now: Involved, before: Involved = {}): Head {
  const { people, organisations } = head.people
  return {
    ...head,
    people: {
      people: people + (now.people ?? 0) - (before.people ?? 0),
      organisations: organisations + (now.organisations ?? 0) - (before.organisations ?? 0),
    },
  }
}
