// The settings. This is the only file that reads the environment; everything else is handed a Config.
import { resolve } from 'node:path'
import { Refused } from '../verbs/refusal.ts'

export interface Config {
  /** TCP port of the web server; 0 takes any free one. */
  readonly port: number
  /** Absolute path. Relative values of KEMBAR_DATA start at the folder where the command was typed. */
  readonly dataFolder: string
  /** Absent: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl?: string
  /** Scheme, host and port under which people reach this installation, without a slash at the end. */
  readonly origin: string
  /** What the private keys of the offices are encrypted with, 32 bytes; absent: the file secret.key of the data folder. */
  readonly secret?: Uint8Array
}

export function readConfig(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): Config {
  const port = readPort(env.PORT || '3000')
  return {
    port,
    dataFolder: resolve(cwd, env.KEMBAR_DATA || './data'),
    ...(env.DATABASE_URL ? { databaseUrl: readDatabaseUrl(env.DATABASE_URL) } : {}),
    origin: env.KEMBAR_ORIGIN ? readOrigin(env.KEMBAR_ORIGIN) : `http://localhost:${port}`,
    ...(env.KEMBAR_SECRET ? { secret: readSecret(env.KEMBAR_SECRET) } : {}),
  }
}

function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1
  if (port < 0 || port > 65535) wrong('PORT', value, 'a whole number from 0 to 65535, such as PORT=3000')
  return port
}

function readDatabaseUrl(value: string): string {
  if (!/^postgres(ql)?:\/\/./.test(value)) {
    const shown = value.replace(/\/\/[^/]*@/, '//…@')
    wrong('DATABASE_URL', shown, 'an address such as postgresql://user:password@host:5432/kembar')
  }
  return value
}

function readOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const usable = url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  if (!usable || url.username !== '')
    wrong('KEMBAR_ORIGIN', value, 'scheme and host only, such as https://kembar.example.org')
  return (url as URL).origin
}

function readSecret(value: string): Uint8Array {
  const bytes = Buffer.from(value, /^[0-9a-f]{64}$/i.test(value) ? 'hex' : 'base64')
  // The value itself is never shown.
  if (bytes.byteLength !== 32) wrong('KEMBAR_SECRET', '…', '32 bytes in base64 or hexadecimal digits')
  return bytes
}

function wrong(setting: string, value: string, expected: string): never {
  throw new Refused({ code: 'setting-wrong', setting, value, expected })
}
