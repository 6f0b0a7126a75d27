// What all worded things have in common: one owner, a row of versions, and answers that name a version by its hash.
import type { Hash, Side } from '../act/act.ts'
import type { Mark } from '../act/mark.ts'
import type { DomainRefusal, ObjectKind } from '../refusal.ts'
import type { Objects, Version, Versioned } from './objects.ts'
import type { Reading } from './reading.ts'

type VersionedKind = { [K in ObjectKind]: Objects[K] extends Versioned<infer _C> ? K : never }[ObjectKind]

export function current<C>(object: Versioned<C>): Version<C> {
  const last = object.versions.at(-1)
  if (last === undefined) throw new Error(`${object.id} has no version.`)
  return last
}

export const firstVersion = <C>(id: string, mark: Mark, content: C): Versioned<C> => ({
  id,
  owner: mark.side,
  versions: [{ hash: mark.act, mark, content }],
})

export const nextVersion = <C>(versions: readonly Version<C>[], mark: Mark, content: C): readonly Version<C>[] => [
  ...versions,
  { hash: mark.act, mark, content },
]

/** An id may be used once of its kind in a partnership, by either side. */
export function checkNew(reading: Reading, kind: ObjectKind, id: string): DomainRefusal | undefined {
  return reading.object(kind, id) === undefined ? undefined : { code: 'id-taken', kind, id }
}

/** Only the owner words it anew, and only the version in force. */
export function checkOwn(
  reading: Reading,
  kind: ObjectKind,
  id: string,
  speaker: Side,
  replaces?: Hash,
): DomainRefusal | undefined {
  const object = reading.object(kind, id)
  if (object === undefined) return { code: 'unknown-object', kind, id }
  const owner = 'owner' in object ? object.owner : object.mark.side
  if (owner !== speaker) return { code: 'wrong-side', kind, id, owner }
  return replaces !== undefined && 'versions' in object ? checkVersion(kind, object, replaces) : undefined
}

/** Only the other side answers, and only the version in force. */
export function checkAnswer(
  reading: Reading,
  kind: VersionedKind,
  id: string,
  speaker: Side,
  version: Hash,
): DomainRefusal | undefined {
  const object = reading.object(kind, id)
  if (object === undefined) return { code: 'unknown-object', kind, id }
  if (object.owner === speaker) return { code: 'wrong-side', kind, id, owner: object.owner }
  return checkVersion(kind, object, version)
}

export function checkVersion(kind: ObjectKind, object: Versioned<unknown>, version: Hash): DomainRefusal | undefined {
  const { hash } = current(object)
  if (hash === version) return undefined
  return object.versions.some((one) => one.hash === version)
    ? { code: 'superseded-version', kind, id: object.id, current: hash }
    : { code: 'unknown-version', kind, id: object.id, version }
}
