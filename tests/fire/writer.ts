// One Kembar process under fire: four writers that append to the same partnership through a database of the data folder,
// and put down what they asked and what was acknowledged, each line on disk before the next step.
//   node tests/fire/writer.ts DATA_FOLDER LOG_FOLDER NAME SECRET PARTNERSHIP
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnyIntent, Side } from '../../src/domain/act/act.ts'
import { openDatabase } from '../../src/db/database.ts'
import { append } from '../../src/ledger/append.ts'
import { keyRing } from '../../src/ledger/office-keys.ts'
import { openPostgres } from '../../src/main/postgres.ts'

const [dataFolder, logFolder, name, secret, partnership] = process.argv.slice(2)
const WRITERS = 4

const postgres = await openPostgres({ port: 0, dataFolder, origin: '' })
const database = openDatabase(postgres.url)
const keys = keyRing(database, Buffer.from(secret, 'hex'))
let stopping = false
process.stdin.resume().on('end', () => (stopping = true))
process.stdout.write('writing\n')

await Promise.all(Array.from({ length: WRITERS }, (_, index) => write(`${name}-${index}`, index % 2 === 0 ? 'a' : 'b')))
await database.destroy()
await postgres.close()

async function write(writer: string, side: Side): Promise<void> {
  const file = join(logFolder, `${writer}.log`)
  const log = openSync(file, 'a')
  const put = (line: string) => {
    writeSync(log, `${line}\n`)
    fsyncSync(log)
  }
  // What was asked last before this process was killed is asked again: nobody knows whether it was recorded.
  for (let n = lastAsked(file); !stopping; n += 1) {
    const request = `${writer}-${n}`
    put(`asked ${n}`)
    const hash = await untilAnswered(request, side)
    if (hash !== undefined) put(`acknowledged ${request} ${hash}`)
  }
  closeSync(log)
}

function lastAsked(file: string): number {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return Number([...text.matchAll(/^asked (\d+)$/gm)].at(-1)?.[1] ?? 0)
}

/** Asks again after every lost connection, under the same name. undefined: it was told to stop meanwhile. */
async function untilAnswered(request: string, side: Side): Promise<string | undefined> {
  while (!stopping) {
    try {
      const at = new Date().toISOString()
      const intents = [commitment(request, side)]
      const written = await append(database, keys, { partnership, intents, at, today: at.slice(0, 10), request })
      if (!written.ok) throw new TypeError(JSON.stringify(written.refusal))
      return written.value[0].hash
    } catch (error) {
      // A refusal is a fault of ours and ends the process; a lost server comes back.
      if (error instanceof TypeError) throw error
      await sleep(50)
    }
  }
  return undefined
}

function commitment(id: string, side: Side): AnyIntent {
  return {
    side,
    scope: 'shared',
    type: 'commitment.made',
    body: { commitment: id, what: { en: `Promise ${id}` }, due: '2027-06-30' },
    by: { office: `office-${side}`, role: 'officer' },
    basis: 'stated',
    evidence: [],
  }
}
