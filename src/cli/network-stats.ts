import { resolve } from 'node:path'
import type { NetworkStats } from '../atlas/network/network-stats.ts'
import { statsOfNetwork, statsOfNetworkFile } from '../verbs/network-stats.ts'
import { done, refuse } from '../verbs/refusal.ts'
import type { Command } from './command.ts'
import { NETWORK_OPTION } from './network-option.ts'

export const networkStats: Command = {
  name: 'network stats',
  summary: 'the network in figures',
  help: `Usage: kembar network stats [--network FILE] [--json]

  --network FILE  of this file alone, without the database
`,
  options: { json: { type: 'boolean' }, ...NETWORK_OPTION },
  async run(args, context, doors) {
    const [extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const { network, json } = args.options
    let stats: NetworkStats
    if (typeof network === 'string') {
      const read = await statsOfNetworkFile(await doors.atlas(), resolve(context.cwd, network))
      if (!read.ok) return read
      if (read.value.file.rejected > 0) context.err(`${read.value.file.rejected} rows of ${network} were left out\n`)
      stats = read.value.stats
    } else stats = await statsOfNetwork(await doors.house())
    context.out(json === true ? `${JSON.stringify(stats, null, 2)}\n` : asText(stats))
    return done(undefined)
  },
}

function asText({ top_places, top_country_pairs, ...figures }: NetworkStats): string {
  const lines = Object.entries(figures).map(
    ([name, value]) => `${name.padEnd(22)} ${value === null ? 'undefined' : Number(value.toFixed(4))}\n`,
  )
  const places = top_places.map(({ name, country, degree }) => `  ${name} (${country}) ${degree}\n`)
  const pairs = top_country_pairs.map(({ a, b, ties }) => `  ${a}-${b} ${ties}\n`)
  return `${lines.join('')}most ties\n${places.join('')}most ties between two countries\n${pairs.join('')}`
}
