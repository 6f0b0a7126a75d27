// Loads the founding case from public facts, its partner a candidate of the match, and an invented continuation in a
// partnership of its own.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ActBody } from '../domain/act/act-bodies.ts'
import type { AnyIntent, BlobRef } from '../domain/act/act.ts'
import { outlineOf } from '../domain/procedure/outline.ts'
import { loadPack } from '../law/load-pack.ts'
import { append } from '../ledger/append.ts'
import { putBlob } from '../ledger/blobs.ts'
import { createPartnership, partnershipBySlug } from '../ledger/partnerships.ts'
import { PACKS } from './count-deadline.ts'
import { continuation } from './example/continuation.ts'
import { foundingCase, type Candidate } from './example/founding-case.ts'
import type { Line, Story } from './example/story.ts'
import type { House, RecordRoom } from './house.ts'
import { matchPlace, type Candidate as Match } from './match-place.ts'
import type { PlaceSummary } from './place-summary.ts'
import { done, refuse, Refused, type Result } from './refusal.ts'

/** Of a line in an act. */
const LONGEST_TITLE = 300

export interface LoadedStory {
  readonly slug: string
  readonly acts: number
}

/** A reason of the match in words. */
export type SayReason = (reason: Match['reasons'][number], source: PlaceSummary, candidate: Match) => string

type Opening = ActBody['partnership.opened']
type Outline = Opening['sides']['a']['procedure']

/** `now`: the day on which the public facts are written down. */
export async function loadExample(
  house: House,
  room: RecordRoom,
  now: Date,
  sayReason: SayReason,
): Promise<Result<readonly LoadedStory[]>> {
  const jepara: Opening['sides']['a'] = {
    place: 'ID.07.3320',
    name: { en: 'Jepara Regency', id: 'Kabupaten Jepara' },
    country: 'ID',
    procedure: outlineFrom('indonesia/ksdpl'),
  }
  const lawOfPartner = outlineFrom('cambodia/subnational')
  const candidate = await firstCandidate(house, lawOfPartner, sayReason)
  if (!candidate.ok) return candidate
  const stories = [
    foundingCase(now.toISOString().slice(0, 10), jepara, candidate.value),
    continuation(jepara, lawOfPartner),
  ]
  for (const { slug } of stories) {
    if (await partnershipBySlug(room.database, slug)) return refuse({ code: 'example-there', slug })
  }
  return whole(room, async (held) => {
    const loaded: LoadedStory[] = []
    for (const story of stories) loaded.push({ slug: story.slug, acts: await tell(held, story) })
    return loaded
  })
}

/** Half an example, left by a kill or a refusal, could neither be used nor loaded again. */
async function whole<T>(room: RecordRoom, work: (held: RecordRoom) => Promise<T>): Promise<Result<T>> {
  try {
    return done(await room.database.transaction().execute((database) => work({ ...room, database })))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

async function firstCandidate(house: House, procedure: Outline, sayReason: SayReason): Promise<Result<Candidate>> {
  const matched = await matchPlace(house, { place: 'ID.07.3320', country: 'KH', limit: 1 })
  if (!matched.ok) return matched
  const [first] = matched.value.candidates
  if (first === undefined) throw new Error('The match knows no place in Cambodia.')
  return done({
    party: { place: String(first.id), name: { en: `${first.name} (candidate)` }, country: first.country, procedure },
    reasons: first.reasons.map((reason) => ({
      title: sayReason(reason, matched.value.source, first).slice(0, LONGEST_TITLE),
      contribution: reason.contribution,
    })),
  })
}

function outlineFrom(folder: string): Outline {
  const file = `${folder}/procedure.yaml`
  const loaded = loadPack(join(PACKS, file), `packs/${file}`)
  if (!loaded.ok) {
    const [{ file: faulty, line }] = loaded.faults
    throw new Refused({ code: 'packs-faulty', count: loaded.faults.length, file: faulty, line })
  }
  // Through JSON, as it will stand in the act.
  return JSON.parse(JSON.stringify(outlineOf(loaded.pack))) as Outline
}

/** Resolves to the number of acts. @throws Refused */
async function tell({ database, keys }: RecordRoom, { slug, lines }: Story): Promise<number> {
  const id = idOf(slug)
  const created = await createPartnership(database, { id, slug })
  if (!created.ok) throw new Refused(created.refusal)
  const hashes = new Map<string, string>()
  const hashOf = (label: string) => {
    const hash = hashes.get(label)
    if (hash === undefined) throw new Error(`The story ${slug} has no line called ${label}.`)
    return hash
  }
  const offices = new Map<string, string>()
  for (const line of lines) {
    const body = typeof line.body === 'function' ? line.body(hashOf) : line.body
    const intent = await intentOf({ database, keys }, line, body, offices)
    const at = `${line.recorded}T02:00:00.000Z`
    const written = await append(database, keys, { partnership: id, intents: [intent], at, today: line.recorded })
    if (!written.ok) throw new Refused(written.refusal)
    const [act] = written.value
    if (act && line.label !== undefined) hashes.set(line.label, act.hash)
  }
  return lines.length
}

/** An office makes its key known with its first act. */
async function intentOf(
  { database, keys }: RecordRoom,
  { side, type, basis = 'stated', scope = 'shared', role = 'officer', evidence = [] }: Line,
  body: ActBody[Line['type']],
  offices: Map<string, string>,
): Promise<AnyIntent> {
  let said: unknown = body
  if (type === 'partnership.opened' || type === 'seat.taken') {
    const { office } = body as Opening
    offices.set(side, office.id)
    said = { ...body, office: { ...office, key: await keys.publicKey(office.id) } }
  }
  const blobs: BlobRef[] = []
  for (const { title, text } of evidence) {
    const blob = await putBlob(database, Buffer.from(text, 'utf8'), title)
    if (!blob.ok) throw new Refused(blob.refusal)
    blobs.push(blob.value)
  }
  const by = { office: offices.get(side) ?? '', role }
  return { side, scope, type, body: said, by, basis, evidence: blobs } as unknown as AnyIntent
}

/** The same everywhere, so that two installations that loaded the example can tell. */
function idOf(slug: string): string {
  const hex = createHash('sha256').update(`kembar example ${slug}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
