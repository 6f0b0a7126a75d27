import { sayEvidence } from '../language/say-evidence.ts'
import { speaker } from '../language/speaker.ts'
import { loadExample } from '../verbs/load-example.ts'
import { done, refuse } from '../verbs/refusal.ts'
import type { Command } from './command.ts'

export const exampleLoad: Command = {
  name: 'example load',
  summary: 'load the founding case and an invented continuation',
  help: `Usage: kembar example load

Loads two partnerships. "jepara-cambodia" is the founding case from public facts; no partner was ever named in public,
so the other side is the candidate that the match puts first, and is marked as such. "example-continuation" is invented
from beginning to end, so that every feature can be seen; it says so in its first act.
`,
  options: {},
  async run(args, context, doors) {
    const [extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const [house, room] = [await doors.house(), await doors.record()]
    const english = speaker('en')
    const loaded = await loadExample(house, room, new Date(), (reason, source, candidate) =>
      sayEvidence(english, house.gazetteer, reason, { source, candidate }),
    )
    if (!loaded.ok) return loaded
    for (const { slug, acts } of loaded.value) context.out(`${slug}: ${acts} acts\n`)
    return done(undefined)
  },
}
