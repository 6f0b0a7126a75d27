// The only way in which acts come into the record here: know what the decision needs, decide, seal, fold, and write acts,
// objects and head in one statement that does nothing where somebody else was quicker. Then it is tried again.
import type { Kysely } from 'kysely'
import type { AnyAct, AnyIntent, Side } from '../domain/act/act.ts'
import { decide } from '../domain/partnership/decide.ts'
import { evolve } from '../domain/partnership/evolve.ts'
import type { ObjectRef } from '../domain/partnership/objects.ts'
import type { Reading } from '../domain/partnership/reading.ts'
import { names, touches } from '../domain/partnership/touches.ts'
import type { Tables } from '../db/tables.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import { unknownBlob } from './blobs.ts'
import { keyOf, loadReading, readingOver, type LoadedReading } from './loaded-reading.ts'
import type { KeyRing } from './office-keys.ts'
import { privateView } from './private-view.ts'
import { forget, inTurn, remember, remembered } from './recent.ts'
import { seal } from './seal.ts'
import { actsByHash, wellWorded } from './stored-acts.ts'
import { recordedBefore, writeActs } from './write-acts.ts'

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

type Outcome = Result<readonly AnyAct[]> | 'overtaken'

/** So often is it tried without making other processes wait; after that they do. */
const QUICK_TRIES = 2

export function append(
  database: Kysely<Tables>,
  keys: KeyRing,
  appending: Appending,
): Promise<Result<readonly AnyAct[]>> {
  const { partnership } = appending
  return inTurn(database, partnership, async () => {
    const quickly = await appendFromMemory(database, keys, appending)
    if (quickly !== undefined && quickly !== 'overtaken') return quickly
    // What is remembered did not do; whoever comes next remembers what is written now.
    forget(database, partnership)
    const before = await recordedBefore(database, appending)
    if (before !== undefined) return done(before)
    for (let attempt = 0; attempt < QUICK_TRIES; attempt += 1) {
      const written = await appendAfterReading(database, keys, appending)
      if (written !== 'overtaken') return written
    }
    const written = await database.transaction().execute((held) => appendAfterReading(held, keys, appending, true))
    if (written === 'overtaken') throw new Error('A locked partnership was written by somebody else.')
    return written
  })
}

/** One statement and no reading; undefined where memory does not suffice for a yes. A no is never said from memory. */
async function appendFromMemory(
  database: Kysely<Tables>,
  keys: KeyRing,
  appending: Appending,
): Promise<Outcome | undefined> {
  const recent = remembered(database, appending.partnership)
  if (recent === undefined || !appending.intents.every(isPlain)) return undefined
  const refs = appending.intents.flatMap((intent) => touches(intent))
  const sealed = await sealAll(appending, keys, {
    reading: readingOver(recent, refs),
    viewOf: (_, reading) => ({ decided: reading, privately: reading }),
  })
  if (!sealed.ok) return undefined
  const unseen = refs.filter((ref) => !recent.objects.has(keyOf(ref)))
  return writeAndRemember(database, appending, sealed.value, unseen)
}

/** It names no acts, shows no files and vouches for nothing private. */
const isPlain = (intent: AnyIntent) =>
  intent.scope === 'shared' && intent.evidence.length === 0 && names(intent).length === 0 && !vouches(intent)

async function appendAfterReading(
  database: Kysely<Tables>,
  keys: KeyRing,
  appending: Appending,
  lock = false,
): Promise<Outcome> {
  const { partnership, intents, request } = appending
  const hashes = intents.flatMap((intent) => names(intent))
  const targets = wellWorded(await actsByHash(database, partnership, hashes))
  const refs = intents.flatMap((intent) => touches(intent, targets))
  const reading = await loadReading(database, partnership, refs, hashes, lock)
  if (reading === undefined) return refuse({ code: 'unknown-partnership', slug: partnership })
  const stray = await unknownBlob(database, intents)
  if (stray !== undefined) return refuse({ code: 'unknown-blob', sha256: stray })
  const sealed = await sealAll(appending, keys, {
    reading,
    viewOf: (intent, shared, sofar) => viewOf(database, partnership, intent, shared, sofar),
  })
  if (sealed.ok) return writeAndRemember(database, appending, sealed.value)
  // The same request may have been recorded between the first look and the reading, and stand in its own way.
  const before = await recordedBefore(database, { partnership, request })
  return before === undefined ? sealed : done(before)
}

interface Sources {
  readonly reading: LoadedReading
  viewOf(intent: AnyIntent, reading: LoadedReading, sofar: readonly AnyAct[]): View | Promise<View>
}

interface View {
  readonly decided: Reading
  readonly privately: Reading
}

interface Sealed {
  readonly reading: LoadedReading
  readonly acts: readonly AnyAct[]
}

async function sealAll(
  { partnership, intents, at, today, expected }: Appending,
  keys: KeyRing,
  { reading, viewOf: view }: Sources,
): Promise<Result<Sealed>> {
  if (expected !== undefined) {
    const { side, seq } = expected
    const { seq: actual } = reading.end({ scope: 'shared', side })
    if (actual !== seq) return refuse({ code: 'position-taken', side, expected: seq, actual })
  }
  const acts: AnyAct[] = []
  for (const intent of intents) {
    const { decided, privately } = await view(intent, reading, acts)
    const decision = decide(decided, intent, { today, at, privately })
    if (!decision.ok) return refuse(decision.refusal)
    const end = reading.end(intent)
    const clock = Math.max(reading.head.clock, end.clock) + 1
    const act = await seal({ intent, partnership, at, end, clock }, keys)
    acts.push(act)
    // Of a private act the shared state learns nothing but where that strand ends.
    reading.take(act, act.scope === 'shared' ? evolve(reading, act) : {})
  }
  return done({ reading, acts })
}

async function writeAndRemember(
  database: Kysely<Tables>,
  { partnership, request }: Appending,
  { reading, acts }: Sealed,
  unseen: readonly ObjectRef[] = [],
): Promise<Outcome> {
  const written = await writeActs(database, { partnership, request, reading, acts, unseen })
  if (written !== 'written') return written
  remember(database, partnership, reading.afterwards())
  return done(acts)
}

const vouches = (intent: AnyIntent) => intent.type === 'step.completed' && (intent.body.attests ?? []).length > 0

/** A private act is decided on the side's own view; a shared one on what both see, with that view to vouch from. */
async function viewOf(
  database: Kysely<Tables>,
  partnership: string,
  intent: AnyIntent,
  shared: LoadedReading,
  sofar: readonly AnyAct[],
): Promise<View> {
  if (intent.scope === 'shared' && !vouches(intent)) return { decided: shared, privately: shared }
  const own = sofar.filter(({ scope, side }) => scope === 'private' && side === intent.side)
  const privately = await privateView(database, partnership, intent.side, { intent, unwritten: own })
  return { decided: intent.scope === 'private' ? privately : shared, privately }
}
