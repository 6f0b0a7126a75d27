// The command line. Reads the settings, runs one command and turns a refusal into a sentence and exit code 2.
import { Hono } from 'hono'
import { Refused } from '../verbs/refusal.ts'
import { readConfig } from './config.ts'
import { startServer } from './serve.ts'
import { stopAsked } from './stop-signal.ts'

process.exitCode = await run(process.argv.slice(2))

async function run([command]: readonly string[]): Promise<number> {
  const stop = stopAsked()
  try {
    if (command !== 'serve') throw new Refused({ code: 'unknown-command', command: command ?? '' })
    const config = readConfig()
    const note = (sentence: string) => process.stderr.write(`${sentence}\n`)
    const lost = Promise.withResolvers<void>()
    const server = await startServer(config, () => new Hono().get('/healthz', (c) => c.text('ok')), { note, onLost: () => lost.resolve() })
    process.stdout.write(`Kembar answers at http://localhost:${server.port}\n`)
    await Promise.race([stop, lost.promise])
    await server.stop()
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    process.stderr.write(`${JSON.stringify(error.refusal)}\n`)
    return 2
  }
}
