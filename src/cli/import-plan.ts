import type { ImportOutcome, ImportPlan } from '../verbs/take-ties.ts'
import type { CliContext } from './command.ts'

/** What an import will do, before it does it; what it would do where it is not going to. */
export function printPlan(
  plan: ImportPlan,
  { dryRun, skipRejected }: { readonly dryRun: boolean; readonly skipRejected: boolean },
  context: CliContext,
): void {
  const { added, changed, removed, unchanged, rejected, rejectsFile } = plan
  const stopped = rejected > 0 && !skipRejected
  const taken = removed > 0 ? `, remove ${removed}` : ''
  const verb = dryRun || stopped ? 'Would' : 'Will'
  context.out(`${verb} add ${added} ties, change ${changed}${taken}, skip ${unchanged} that are known.\n`)
  if (rejected === 0) return
  const reasons = Object.entries(plan.rejectedFor).map(([reason, count]) => `${count} ${reason}`)
  context.out(`Rejected rows: ${rejected} (${reasons.join(', ')}), with their reasons in ${rejectsFile}\n`)
  if (stopped) context.out('Rejected rows stop the import; `--skip-rejected` takes the others without them.\n')
}

export function printOutcome({ import: id }: ImportOutcome, dryRun: boolean, context: CliContext): void {
  if (id !== undefined) context.out(`Done: import ${id}. \`kembar network undo ${id}\` takes it back.\n`)
  else context.out(dryRun ? 'Nothing was written: this was a dry run.\n' : 'Nothing to do: all of it is known.\n')
}
