// All twinnings of Wikidata into the database, as one import of kind 'fetch' that can be undone. Wikidata is CC0.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { withFetchLock } from '../db/network-lock.ts'
import type { House } from './house.ts'
import { refuse, Refused, type Result } from './refusal.ts'
import { takeTies, type ImportOutcome, type ImportPlan, type TakeOptions } from './take-ties.ts'
import { forgetProgress, readProgress, writeProgress, type FetchProgress } from './wikidata/fetch-progress.ts'
import { FIRST_PAGES, pageQuery, splitPage } from './wikidata/page-query.ts'
import { ask, POLITE_PACE, TooHeavy, type OnWait, type Pace } from './wikidata/polite-client.ts'
import { Nonsense, readAnswer, type WikidataStatement } from './wikidata/read-answer.ts'
import { tiesOfStatements, WIKIDATA, WIKIDATA_HEADER } from './wikidata/statement-ties.ts'

export const WIKIDATA_ENDPOINT = 'https://query.wikidata.org/sparql'

/** An interrupted fetch is continued by itself for a day; then most of it would be old. */
const CONTINUED_FOR = 24 * 3600 * 1000
const MOST_STATEMENTS = 2_000_000

export interface FetchRequest extends Omit<TakeOptions, 'skipRejected' | 'guard' | 'stillWanted'> {
  readonly endpoint?: string
  /** Where an unfinished fetch is kept. */
  readonly dataFolder: string
  /** Continue an interrupted fetch however old it is. */
  readonly resume?: boolean
  /** Forget an interrupted fetch. */
  readonly restart?: boolean
  readonly pace?: Pace
  readonly onProgress?: (progress: FetchStep) => void
  readonly onWait?: OnWait
}

export interface FetchStep {
  readonly pagesDone: number
  readonly pages: number
  readonly statements: number
  /** True for the first report of a fetch that goes on where an earlier one stopped. */
  readonly resumed: boolean
}

/**
 * Asks for every page, then applies all at once. Statements that the last fetch brought and Wikidata no longer makes are
 * removed. Refuses: fetch-running, source-unreachable, source-answered-nonsense; then the network is as it was, and
 * pages that had come are kept for the next try.
 */
export async function fetchNetwork(
  house: Pick<House, 'gazetteer' | 'database'>,
  request: FetchRequest,
): Promise<Result<ImportOutcome>> {
  const endpoint = request.endpoint ?? WIKIDATA_ENDPOINT
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
    return refuse({ code: 'source-unreachable', url: endpoint, reason: 'not a web address' })
  }
  try {
    const outcome = await withFetchLock(house.database, async () => {
      const file = join(request.dataFolder, 'wikidata-fetch.jsonl')
      const found = await fetchPages(file, endpoint, request)
      const taken = await takeStatements(house, endpoint, found, request)
      // After a dry run the pages are still good for the fetch that means it; nonsense is not to be met again.
      if (taken.ok ? request.dryRun !== true : taken.refusal.code === 'source-answered-nonsense') forgetProgress(file)
      return taken
    })
    return outcome ?? refuse({ code: 'fetch-running' })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

async function fetchPages(
  file: string,
  endpoint: string,
  request: FetchRequest,
): Promise<readonly WikidataStatement[]> {
  const { pace = POLITE_PACE, onProgress, onWait = () => {} } = request
  const earlier = continued(readProgress(file, endpoint), request)
  const progress = writeProgress(file, endpoint, earlier !== undefined)
  const open = [...(earlier?.open ?? FIRST_PAGES)]
  const statements = [...(earlier?.statements ?? [])]
  let pagesDone = earlier?.finished ?? 0
  const report = (resumed: boolean) =>
    onProgress?.({ pagesDone, pages: pagesDone + open.length, statements: statements.length, resumed })
  try {
    if (earlier !== undefined) report(true)
    while (open.length > 0) {
      const page = open[0]
      try {
        const answer = readAnswer(page, await ask(endpoint, pageQuery(page), pace, onWait))
        progress.finished(page, answer)
        open.shift()
        pagesDone++
        for (const statement of answer) statements.push(statement)
      } catch (error) {
        if (error instanceof Nonsense)
          throw new Refused({ code: 'source-answered-nonsense', url: endpoint, reason: error.message })
        if (!(error instanceof TooHeavy)) throw error
        const smaller = splitPage(page)
        if (smaller === undefined)
          throw new Refused({ code: 'source-unreachable', url: endpoint, reason: error.message })
        progress.split(page)
        open.splice(0, 1, ...smaller)
        onWait(pace.firstBackoff, error.message)
        await new Promise((resolve) => setTimeout(resolve, pace.firstBackoff))
      }
      if (statements.length > MOST_STATEMENTS) {
        throw new Refused({
          code: 'source-answered-nonsense',
          url: endpoint,
          reason: `more than ${MOST_STATEMENTS} statements`,
        })
      }
      report(false)
      if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, pace.pause))
    }
  } finally {
    progress.close()
  }
  return statements
}

function continued(earlier: FetchProgress | undefined, { resume, restart }: FetchRequest): FetchProgress | undefined {
  if (earlier === undefined || restart === true) return undefined
  return resume === true || Date.now() - earlier.startedAt.getTime() < CONTINUED_FOR ? earlier : undefined
}

async function takeStatements(
  house: Pick<House, 'gazetteer' | 'database'>,
  endpoint: string,
  found: readonly WikidataStatement[],
  request: FetchRequest,
): Promise<Result<ImportOutcome>> {
  const ties = tiesOfStatements(house.gazetteer, found)
  const doubt = (reason: string) => new Refused({ code: 'source-answered-nonsense', url: endpoint, reason })
  if (ties.statements.length === 0) return refuse(doubt('not one tie between known places').refusal)
  async function* batches() {
    const { statements, rejects } = ties
    yield { statements: [], rejects }
    for (let at = 0; at < statements.length; at += 5000)
      yield { statements: statements.slice(at, at + 5000), rejects: [] }
  }
  const incoming = {
    kind: 'fetch' as const,
    name: new URL(endpoint).host,
    headerText: WIKIDATA_HEADER,
    silent: [],
    complete: WIKIDATA,
    batches: batches(),
    sha256: () => createHash('sha256').update(JSON.stringify(ties.statements)).digest('hex'),
  }
  // A service that lost most of its data is no news about the world.
  const guard = (plan: ImportPlan) => {
    if (plan.removed > 20 && plan.removed > plan.changed + plan.unchanged)
      throw doubt(`${plan.removed} ties that were there at the last fetch are missing`)
  }
  return takeTies(house.database, incoming, { ...request, skipRejected: true, guard })
}
