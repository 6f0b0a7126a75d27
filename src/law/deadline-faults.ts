import { splitEvent } from '../domain/procedure/event-day.ts'
import type { Pack, Step } from '../domain/procedure/pack.ts'
import type { LawFault } from './law-fault.ts'
import type { Blame, Path } from './read-yaml.ts'

/** A deadline is counted either after an event or before one, and that event can happen. */
export function deadlineFaults(
  pack: Pack,
  { id, deadline, recurring }: Step,
  path: Path,
  blame: Blame,
): readonly LawFault[] {
  if (deadline === null) return []
  const { within, from, before, of } = deadline
  const after = within !== undefined && from !== undefined && before === undefined && of === undefined
  const ahead = before !== undefined && of !== undefined && within === undefined && from === undefined
  if (!after && !ahead) return [blame(path, 'deadline-not-one-pair', { step: id })]
  const event = from ?? of ?? ''
  const where = [...path, after ? 'from' : 'of']
  const itself = event === `done:${id}` && recurring !== true
  return !itself && canHappen(pack, event) ? [] : [blame(where, 'event-never-happens', { event })]
}

function canHappen(pack: Pack, event: string): boolean {
  const [kind, of] = splitEvent(event)
  switch (kind) {
    case 'received':
      return pack.documents.some(({ id }) => id === of)
    case 'done':
      return pack.steps.some(({ id }) => id === of)
    case 'tied':
      return pack.steps.some(({ knot }) => knot === of)
    default:
      return of === '' && pack.events.some(({ id }) => id === event)
  }
}
