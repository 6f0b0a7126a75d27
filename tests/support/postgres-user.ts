// A process of its own that uses the embedded database of a data folder, to be stopped or killed by a test.
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface PostgresUser {
  readonly pid: number
  readonly url: string
  /** Asks it to close its database and resolves when the process has ended. */
  leave(): Promise<void>
  kill(): Promise<void>
}

export async function startPostgresUser(dataFolder: string, options: object): Promise<PostgresUser> {
  const source = JSON.stringify(new URL('../../src/main/postgres.ts', import.meta.url).href)
  const code = `import { openPostgres } from ${source}
    const [dataFolder, options] = process.argv.slice(1)
    const postgres = await openPostgres({ port: 0, dataFolder, origin: '' }, JSON.parse(options))
    console.log(postgres.url)
    process.stdin.resume().on('end', () => postgres.close())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, dataFolder, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const url = await firstLine(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid as number,
    url,
    leave: () => {
      child.stdin?.end()
      return ended
    },
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', resolve)
  })
}
