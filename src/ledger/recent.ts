// What this process knows of the partnerships it wrote to last, so that the next act needs one statement and no reading.
// That statement asks whether it still holds: a memory that is out of date costs time, never truth.
import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Known } from './loaded-reading.ts'

const MOST_PARTNERSHIPS = 200
const MOST_OBJECTS = 200

const memories = new WeakMap<Kysely<Tables>, Map<string, Known>>()
const turns = new WeakMap<Kysely<Tables>, Map<string, Promise<unknown>>>()

export const remembered = (database: Kysely<Tables>, partnership: string): Known | undefined =>
  memories.get(database)?.get(partnership)

export function forget(database: Kysely<Tables>, partnership: string): void {
  memories.get(database)?.delete(partnership)
}

export function remember(database: Kysely<Tables>, partnership: string, known: Known): void {
  const memory = memories.get(database) ?? new Map<string, Known>()
  memories.set(database, memory)
  memory.delete(partnership)
  memory.set(partnership, { ...known, objects: newest(known.objects, MOST_OBJECTS) })
  const [oldest] = memory.keys()
  if (memory.size > MOST_PARTNERSHIPS && oldest !== undefined) memory.delete(oldest)
}

/** Writers of one process go one after the other per partnership, instead of overtaking each other in the database. */
export async function inTurn<T>(database: Kysely<Tables>, partnership: string, work: () => Promise<T>): Promise<T> {
  const queue = turns.get(database) ?? new Map<string, Promise<unknown>>()
  turns.set(database, queue)
  const mine = (queue.get(partnership) ?? Promise.resolve()).then(work, work)
  queue.set(partnership, mine)
  try {
    return await mine
  } finally {
    if (queue.get(partnership) === mine) queue.delete(partnership)
  }
}

const newest = <V>(all: ReadonlyMap<string, V>, most: number): ReadonlyMap<string, V> =>
  all.size <= most ? all : new Map([...all].slice(all.size - Math.floor(most / 2)))
