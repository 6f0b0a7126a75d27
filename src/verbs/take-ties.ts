// The one way by which ties enter: stage, compare, say what would happen, then apply in the same transaction.
import type { Kysely } from 'kysely'
import type { RejectReason } from '../atlas/network/read-ties.ts'
import type { ImportKind } from '../db/network-tables.ts'
import { lockTies } from '../db/network-lock.ts'
import {
  applyStage,
  compareStage,
  openStage,
  stageTies,
  type Changes,
  type StatedColumn,
  type Statement,
} from '../db/stage-ties.ts'
import type { Tables } from '../db/tables.ts'
import type { RejectedRow } from './read-tie-file.ts'
import { rejectsFile } from './rejects-file.ts'
import { done, refuse, Refused, type Result } from './refusal.ts'

export interface IncomingTies {
  readonly kind: ImportKind
  /** What people call it: the file's name, the host of the service. */
  readonly name: string
  /** First line of a file of these rows; rejected rows are written under it. */
  readonly headerText: string
  /** Columns it says nothing about: what is known there stays. */
  readonly silent: readonly StatedColumn[]
  /** A source of which it holds every statement: what is not here is no longer stated, and removed. */
  readonly complete?: string
  readonly batches: AsyncIterable<{
    readonly statements: readonly Statement[]
    readonly rejects: readonly RejectedRow[]
  }>
  /** Of the whole content, once the batches are read. */
  sha256(): string
}

export interface ImportPlan extends Changes {
  readonly rejected: number
  readonly rejectedFor: Readonly<Partial<Record<RejectReason, number>>>
  /** Where the rejected rows were written; absent when there is none. */
  readonly rejectsFile?: string
}

export interface ImportOutcome {
  readonly plan: ImportPlan
  /** Id of the import; absent when nothing was to change, or on a dry run. */
  readonly import?: number
}

export interface TakeOptions {
  readonly rejectsFolder: string
  /** Only say what would happen. */
  readonly dryRun?: boolean
  /** Take the other rows when some are rejected; otherwise one rejected row stops the whole import. */
  readonly skipRejected?: boolean
  /** Called before anything is written. */
  readonly onPlan?: (plan: ImportPlan) => void
  /** Refuses a plan that cannot be right, before anything is written. */
  readonly guard?: (plan: ImportPlan) => void
  /** Under the lock, before comparing: whether the import is still wanted. */
  readonly stillWanted?: (database: Kysely<Tables>) => Promise<boolean>
}

/** Two at once wait for each other. Refuses: rows-rejected, and whatever reading the rows refuses; then nothing is changed. */
export async function takeTies(
  database: Kysely<Tables>,
  incoming: IncomingTies,
  options: TakeOptions,
): Promise<Result<ImportOutcome>> {
  const rejects = rejectsFile(options.rejectsFolder, incoming.name, incoming.headerText)
  const rejectedFor: Partial<Record<RejectReason, number>> = {}
  let rejected = 0
  let first: RejectedRow | undefined
  try {
    return await database.transaction().execute(async (transaction) => {
      await openStage(transaction)
      for await (const batch of incoming.batches) {
        await stageTies(transaction, batch.statements)
        rejects.add(batch.rejects)
        rejected += batch.rejects.length
        first ??= batch.rejects[0]
        for (const { reason } of batch.rejects) rejectedFor[reason] = (rejectedFor[reason] ?? 0) + 1
      }
      const written = rejects.finish()
      await lockTies(transaction)
      const changes = await compareStage(transaction, incoming)
      const plan: ImportPlan = {
        ...changes,
        rejected,
        rejectedFor,
        ...(written === undefined ? {} : { rejectsFile: written }),
      }
      options.guard?.(plan)
      options.onPlan?.(plan)
      if (rejected > 0 && options.skipRejected !== true && options.dryRun !== true) {
        const { line, reason, value } = first!
        return refuse({
          code: 'rows-rejected',
          file: incoming.name,
          rejected,
          line,
          reason,
          value,
          written: written ?? '',
        })
      }
      const nothing = changes.added + changes.changed + changes.removed === 0
      const wanted = options.stillWanted === undefined || (await options.stillWanted(transaction))
      // Only temporary tables were written so far, and they go with the transaction.
      if (nothing || options.dryRun === true || !wanted) return done({ plan })
      const record = { kind: incoming.kind, name: incoming.name, sha256: incoming.sha256(), rejected }
      return done({ plan, import: await applyStage(transaction, record, changes) })
    })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  } finally {
    rejects.discard()
  }
}
