import type { ImportOutcome, ImportPlan } from '../verbs/take-ties.ts'
import type { CliContext } from './command.ts'

/** What an import will do, before it does it. */
export function printPlan(plan: ImportPlan, context: CliContext): void {
  const { added, changed, removed, unchanged, rejected, rejectsFile } = plan
  const taken = removed > 0 ? `, remove ${removed}` : ''
  context.out(`Will add ${added} ties, change ${changed}${taken}, skip ${unchanged} that are known.\n`)
  if (rejected === 0) return
  const reasons = Object.entries(plan.rejectedFor).map(([reason, count]) => `${count} ${reason}`)
  context.out(`${rejected} rows rejected (${reasons.join(', ')}); they stand with their reasons in ${rejectsFile}\n`)
}

export function printOutcome({ import: id }: ImportOutcome, dryRun: boolean, context: CliContext): void {
  if (id !== undefined) context.out(`Done: import ${id}. \`kembar network undo ${id}\` takes it back.\n`)
  else context.out(dryRun ? 'Nothing was written: this was a dry run.\n' : 'Nothing to do: all of it is known.\n')
}
