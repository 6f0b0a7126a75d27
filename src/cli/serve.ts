import { done, refuse } from '../verbs/refusal.ts'
import type { Command } from './command.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'serve Kembar on PORT until it is stopped',
  help: `Usage: kembar serve

Starts the database (unless DATABASE_URL names one), brings its tables up to date and serves pages and API.
Stop it with Ctrl-C or SIGTERM.

Settings, all from the environment:
  PORT           port of the web server (3000)
  KEMBAR_DATA    folder for the database and caches (./data)
  DATABASE_URL   a PostgreSQL server of version 15 or later, instead of the embedded one
  KEMBAR_ORIGIN  address under which people reach it (http://localhost:PORT)
`,
  options: {},
  async run(args, _context, doors) {
    const [extra] = args.positionals
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const served = await doors.serve()
    return served.ok ? done(undefined) : served
  },
}
