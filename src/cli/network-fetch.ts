import { done, refuse } from '../verbs/refusal.ts'
import { fetchNetwork, WIKIDATA_ENDPOINT } from '../verbs/fetch-network.ts'
import type { Command } from './command.ts'
import { printOutcome, printPlan } from './import-plan.ts'

export const networkFetch: Command = {
  name: 'network fetch',
  summary: 'load all twinnings of Wikidata, with start, end and reference',
  help: `Usage: kembar network fetch [--endpoint URL] [--dry-run] [--resume] [--restart]

Asks the Wikidata query service page by page, one request at a time, and waits when it is asked to. An interrupted fetch
goes on where it stopped. All comes in as one import: \`kembar network undo\` takes it back.

  --endpoint URL  a mirror that speaks SPARQL JSON (${WIKIDATA_ENDPOINT})
  --dry-run       only say what would happen
  --resume        go on with an interrupted fetch however old it is
  --restart       forget an interrupted fetch and begin anew
`,
  options: {
    endpoint: { type: 'string' },
    'dry-run': { type: 'boolean' },
    resume: { type: 'boolean' },
    restart: { type: 'boolean' },
  },
  async run(args, context, doors) {
    const [extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const { endpoint } = args.options
    const dryRun = args.options['dry-run'] === true
    const outcome = await fetchNetwork(await doors.house(), {
      ...(typeof endpoint === 'string' ? { endpoint } : {}),
      dataFolder: doors.dataFolder,
      rejectsFolder: doors.dataFolder,
      dryRun,
      resume: args.options['resume'] === true,
      restart: args.options['restart'] === true,
      onPlan: (plan) => printPlan(plan, { dryRun, skipRejected: true }, context),
      onProgress: ({ pagesDone, pages, statements, resumed }) =>
        context.err(`${resumed ? 'Going on: ' : ''}${pagesDone} of ${pages} pages, ${statements} statements\n`),
      onWait: (milliseconds, reason) => context.err(`Waiting ${Math.ceil(milliseconds / 1000)} s: ${reason}\n`),
    })
    if (!outcome.ok) return outcome
    printOutcome(outcome.value, dryRun, context)
    return done(undefined)
  },
}
