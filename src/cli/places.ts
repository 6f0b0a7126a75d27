import { findPlaces } from '../verbs/find-places.ts'
import { done, refuse } from '../verbs/refusal.ts'
import { numberOption, type Command } from './command.ts'

export const places: Command = {
  name: 'places',
  summary: 'find places and administrative units by name, in any script',
  help: `Usage: kembar places NAME [--country KH] [--limit 10] [--json]

  kembar places jepara
  kembar places "siem reap" --json
  kembar places "springfield illinois"

The number or code at the start of each line is the id that other commands take.
`,
  options: { country: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } },
  async run(args, context, doors) {
    const limit = numberOption(args, 'limit', 10, 1, 100)
    if (!limit.ok) return limit
    const query = args.positionals.join(' ')
    if (query === '') return refuse({ code: 'missing-argument', argument: 'NAME', usage: 'kembar places NAME' })
    const { country, json } = args.options
    const found = findPlaces(await doors.atlas(), {
      query,
      limit: limit.value,
      ...(typeof country === 'string' ? { country } : {}),
    })
    if (!found.ok) return found
    if (json === true) {
      context.out(`${JSON.stringify(found.value, null, 2)}\n`)
      return done(undefined)
    }
    for (const place of found.value) {
      const where = place.region === undefined ? place.country : `${place.region}, ${place.country}`
      context.out(`${String(place.id).padEnd(14)} ${place.name} (${where}) ${place.kind} ${place.population ?? '?'}\n`)
    }
    return found.value.length === 0 ? refuse({ code: 'unknown-place', query }) : done(undefined)
  },
}
