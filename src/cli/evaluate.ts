import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { METHODS, type Evaluation, type Figures, type Ranking } from '../atlas/match/evaluate.ts'
import type { Gazetteer } from '../atlas/gazetteer.ts'
import { evaluateMatch } from '../verbs/evaluate-match.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import type { Command } from './command.ts'
import { NETWORK_OPTION, openMatching } from './network-option.ts'

export const evaluate: Command = {
  name: 'evaluate',
  summary: 'measure how well held-out ties are found, beside other methods',
  help: `Usage: kembar evaluate --pairs FILE [--network FILE] [--cold] [--ranks OUT.tsv] [--json]

Ranks, for each pair of FILE (columns place_a and place_b, GeoNames ids) and in both directions, the partner among all
places of its country; known partners of the source are left out. Prints the mean reciprocal rank (MRR), the share found
within the first 1, 10 and 50, and the median rank, beside other methods on the same questions.

  --network FILE   the ties that are known, instead of those in the database
  --cold           take every tie of the source away first, as if it had none
  --ranks OUT.tsv  write the rank of every partner by every method
`,
  options: {
    pairs: { type: 'string' },
    cold: { type: 'boolean' },
    ranks: { type: 'string' },
    json: { type: 'boolean' },
    ...NETWORK_OPTION,
  },
  async run(args, context, doors) {
    const { pairs, cold, ranks, json } = args.options
    if (typeof pairs !== 'string')
      return refuse({ code: 'missing-argument', argument: '--pairs FILE', usage: 'kembar evaluate --pairs FILE' })
    const [extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const matching = await openMatching(args, context, doors)
    const evaluated = await evaluateMatch(matching, await matching.network(), {
      pairsFile: resolve(context.cwd, pairs),
      cold: cold === true,
    })
    if (!evaluated.ok) return evaluated
    if (typeof ranks === 'string') {
      const written = writeRanks(resolve(context.cwd, ranks), matching.gazetteer, evaluated.value.rankings)
      if (!written.ok) return written
    }
    context.out(
      json === true ? `${JSON.stringify(evaluated.value.figures, null, 2)}\n` : table(evaluated.value, cold === true),
    )
    return done(undefined)
  },
}

function table({ figures, rankings }: Evaluation, cold: boolean): string {
  const row = (name: string, { mrr, hits1, hits10, hits50, medianRank }: Figures) =>
    `${name.padEnd(20)}${[mrr, hits1, hits10, hits50].map((value) => value.toFixed(4).padStart(9)).join('')}${String(medianRank).padStart(9)}\n`
  return (
    `${rankings.length} rankings, ${cold ? 'cold: every tie of the source taken away' : 'warm: the other ties of the source known'}\n` +
    `${''.padEnd(20)}${['MRR', 'hits@1', 'hits@10', 'hits@50', 'median'].map((head) => head.padStart(9)).join('')}\n` +
    METHODS.map((method) => row(method, figures[method])).join('')
  )
}

function writeRanks(file: string, gazetteer: Gazetteer, rankings: readonly Ranking[]): Result<void> {
  const lines = rankings.map(({ source, partner, candidates, ranks }) =>
    [gazetteer.id[source], gazetteer.id[partner], candidates, ...METHODS.map((method) => ranks[method])].join('\t'),
  )
  try {
    writeFileSync(file, `${['source', 'partner', 'candidates', ...METHODS].join('\t')}\n${lines.join('\n')}\n`)
    return done(undefined)
  } catch (error) {
    return refuse({ code: 'file-not-writable', file, reason: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}
