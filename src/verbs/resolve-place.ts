// The one place that a text means: an id, a unit code, or a name that leaves no doubt.
import { isUnit, seatOf, type Entry, type Gazetteer } from '../atlas/gazetteer.ts'
import { foldName } from '../atlas/search/fold-name.ts'
import type { Atlas } from './house.ts'
import { checkQuery } from './input-limits.ts'
import { entryOfRef, placeRef } from './place-ref.ts'
import { done, refuse, type Choice, type Result } from './refusal.ts'

const CHOICES = 8
/** A place this many times larger than the next of its name is meant. */
const CLEARLY_LARGER = 10

/** Refuses with `unknown-place`, or with `ambiguous-place` and the choices. */
export function resolvePlace(atlas: Atlas, text: string): Result<Entry> {
  const query = checkQuery(text)
  if (!query.ok) return query
  const { gazetteer } = atlas
  const entry = entryOfRef(gazetteer, query.value)
  if (entry >= 0) return done(entry)
  const found = atlas.search
    .find({ text: query.value, limit: 50 })
    .filter((hit) => hit.kind === 'exact')
    .map((hit) => hit.entry)
  const name = foldName(query.value.split(',')[0])
  const named = found.filter(
    (hit) => foldName(gazetteer.name(hit)) === name || foldName(gazetteer.asciiName(hit)) === name,
  )
  const candidates = named.length > 0 ? named : found
  const chosen = clearChoice(gazetteer, candidates)
  if (chosen !== undefined) return done(chosen)
  if (candidates.length > 0)
    return refuse({ code: 'ambiguous-place', query: query.value, choices: choicesOf(gazetteer, found) })
  const near = atlas.search.find({ text: query.value, limit: CHOICES }).map((hit) => hit.entry)
  return near.length > 0
    ? refuse({ code: 'ambiguous-place', query: query.value, choices: choicesOf(gazetteer, near) })
    : refuse({ code: 'unknown-place', query: query.value })
}

/** The only candidate, one that is its own unit's seat, or one far larger than the rest. A place goes before its units. */
function clearChoice(gazetteer: Gazetteer, candidates: readonly Entry[]): Entry | undefined {
  const apart: Entry[] = []
  for (const entry of candidates) {
    const seat = seatOf(gazetteer, entry)
    if (seat < 0 || !apart.some((other) => seatOf(gazetteer, other) === seat)) apart.push(entry)
    else if (!isUnit(gazetteer, entry)) apart[apart.findIndex((other) => seatOf(gazetteer, other) === seat)] = entry
  }
  const [first, ...rest] = apart.sort((a, b) => size(gazetteer, b) - size(gazetteer, a))
  if (first === undefined) return undefined
  return rest.every((other) => size(gazetteer, first) >= CLEARLY_LARGER * Math.max(1, size(gazetteer, other)))
    ? first
    : undefined
}

function size(gazetteer: Gazetteer, entry: Entry): number {
  const seat = seatOf(gazetteer, entry)
  return Math.max(gazetteer.population[entry], seat < 0 ? 0 : gazetteer.population[seat])
}

export function choicesOf(gazetteer: Gazetteer, entries: readonly Entry[]): readonly Choice[] {
  return entries.slice(0, CHOICES).map((entry) => {
    const region = gazetteer.admin1[entry]
    const country = gazetteer.countries[gazetteer.country[entry]].code
    return {
      id: String(placeRef(gazetteer, entry)),
      name: gazetteer.name(entry),
      where: region >= 0 && region !== entry ? `${gazetteer.name(region)}, ${country}` : country,
    }
  })
}
