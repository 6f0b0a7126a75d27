// The only way in which acts come into the record here: read what the decision needs, decide, seal, fold, and write acts,
// objects and head in one statement that does nothing where somebody else was quicker. Then it is tried again.
import { sql, type Kysely } from 'kysely'
import type { AnyAct, AnyIntent, Hash, Side } from '../domain/act/act.ts'
import { decide } from '../domain/partnership/decide.ts'
import { evolve } from '../domain/partnership/evolve.ts'
import type { Reading } from '../domain/partnership/reading.ts'
import { names, touches } from '../domain/partnership/touches.ts'
import type { Tables } from '../db/tables.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import { unknownBlob } from './blobs.ts'
import { canonical } from './canonical.ts'
import { asAct, loadReading, type LoadedReading } from './loaded-reading.ts'
import type { KeyRing } from './office-keys.ts'
import { privateView } from './private-view.ts'
import { seal, type Place } from './seal.ts'

export interface Appending {
  readonly partnership: string
  /** Recorded together or not at all. */
  readonly intents: readonly AnyIntent[]
  /** Now: the instant, and the day at the office that records. */
  readonly at: string
  readonly today: string
  /** Where the caller believes a strand ends; another end is refused instead of written after. */
  readonly expected?: { readonly side: Side; readonly seq: number }
  /** Names this asking: the same one again records nothing and answers with what it recorded before. */
  readonly request?: string
}

/** So often is it tried without making the others wait; after that they do. */
const QUICK_TRIES = 2

export async function append(
  database: Kysely<Tables>,
  keys: KeyRing,
  appending: Appending,
): Promise<Result<readonly AnyAct[]>> {
  const before = await recordedBefore(database, appending)
  if (before !== undefined) return done(before)
  for (let attempt = 0; attempt < QUICK_TRIES; attempt += 1) {
    const written = await attemptOnce(database, keys, appending, false)
    if (written !== 'overtaken') return written
  }
  const written = await database.transaction().execute((held) => attemptOnce(held, keys, appending, true))
  if (written === 'overtaken') throw new Error('A locked partnership was written by somebody else.')
  return written
}

async function attemptOnce(
  database: Kysely<Tables>,
  keys: KeyRing,
  appending: Appending,
  lock: boolean,
): Promise<Result<readonly AnyAct[]> | 'overtaken'> {
  const { partnership, intents, at, today, expected, request } = appending
  const targets = await targetsOf(database, partnership, intents)
  const refs = intents.flatMap((intent) => touches(intent, targets))
  const hashes = intents.flatMap((intent) => names(intent))
  const reading = await loadReading(database, partnership, refs, hashes, lock)
  if (reading === undefined) return refuse({ code: 'unknown-partnership', slug: partnership })
  const stray = await unknownBlob(database, intents)
  if (stray !== undefined) return refuse({ code: 'unknown-blob', sha256: stray })
  const acts: AnyAct[] = []
  const ends = new Map<string, Place>()
  for (const intent of intents) {
    const view = await viewOf(database, partnership, intent, reading)
    const decision = decide(view.decided, intent, { today, at, privately: view.privately })
    if (!decision.ok) return refuse(decision.refusal)
    const strand = `${intent.scope}/${intent.side}`
    const end = ends.get(strand) ?? reading.end(intent.scope, intent.side)
    if (expected?.side === intent.side && acts.length === 0 && expected.seq !== end.seq)
      return refuse({ code: 'position-taken', side: intent.side, expected: expected.seq, actual: end.seq })
    const clock = Math.max(reading.head.clock, end.clock) + 1
    const act = await seal({ intent, partnership, at, end, clock }, keys)
    ends.set(strand, { seq: act.seq, clock: act.clock, hash: act.hash })
    acts.push(act)
    if (act.scope === 'shared') reading.take(act, evolve(reading, act))
  }
  return write(database, { reading, partnership, acts, request })
}

interface Writing {
  readonly reading: LoadedReading
  readonly partnership: string
  readonly acts: readonly AnyAct[]
  readonly request: string | undefined
}

/** One statement: it is there as a whole or not at all, whatever happens to us or to the server. */
async function write(
  database: Kysely<Tables>,
  { reading, partnership, acts, request }: Writing,
): Promise<Result<readonly AnyAct[]> | 'overtaken'> {
  const objects = reading.changed()
  try {
    const { rows } = await sql<{ written: number }>`select ledger_write(
      ${partnership}, ${reading.version}, ${canonical(reading.head)},
      ${objects.map(({ kind }) => kind as string)}::text[], ${objects.map(({ id }) => id)}::text[],
      ${objects.map(({ value }) => canonical(value))}::text[],
      ${request ?? null}, ${acts.map(({ scope }) => scope as string)}::text[],
      ${acts.map(({ side }) => side as string)}::text[], ${acts.map(({ seq }) => seq)}::integer[],
      ${acts.map(({ clock }) => clock)}::bigint[], ${acts.map(({ type }) => type as string)}::text[],
      ${acts.map(({ at }) => at)}::timestamptz[], ${acts.map(({ hash }) => hash)}::text[],
      ${acts.map((act) => canonical(act))}::text[]) as written`.execute(database)
    return rows[0]?.written === acts.length ? done(acts) : 'overtaken'
  } catch (error) {
    // The same request at the same moment, or a strand of the private scope that somebody lengthened.
    if ((error as { code?: string }).code !== '23505') throw error
    const before = await recordedBefore(database, { partnership, request })
    return before === undefined ? 'overtaken' : done(before)
  }
}

async function recordedBefore(
  database: Kysely<Tables>,
  { partnership, request }: { readonly partnership: string; readonly request?: string | undefined },
): Promise<readonly AnyAct[] | undefined> {
  if (request === undefined) return undefined
  const rows = await database
    .selectFrom('acts')
    .select('canonical')
    .where('partnership', '=', partnership)
    .where('request', '=', request)
    .orderBy('part')
    .execute()
  return rows.length === 0 ? undefined : rows.map((row) => asAct(row.canonical))
}

async function targetsOf(
  database: Kysely<Tables>,
  partnership: string,
  intents: readonly AnyIntent[],
): Promise<readonly AnyAct[]> {
  const hashes: readonly Hash[] = intents.flatMap((intent) => names(intent))
  if (hashes.length === 0) return []
  const rows = await database
    .selectFrom('acts')
    .select('canonical')
    .where('partnership', '=', partnership)
    .where('hash', 'in', [...hashes])
    .execute()
  return rows.map((row) => asAct(row.canonical))
}

/** A private act is decided on the side's own view; a shared one on what both see, with that view to vouch from. */
async function viewOf(
  database: Kysely<Tables>,
  partnership: string,
  intent: AnyIntent,
  shared: LoadedReading,
): Promise<{ readonly decided: Reading; readonly privately: Reading }> {
  const vouches = intent.type === 'step.completed' && (intent.body.attests ?? []).length > 0
  if (intent.scope === 'shared' && !vouches) return { decided: shared, privately: shared }
  const own = await privateView(database, partnership, intent.side, intent)
  return { decided: intent.scope === 'private' ? own : shared, privately: own }
}
