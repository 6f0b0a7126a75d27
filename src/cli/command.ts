// What every command of `kembar` looks like; one file per command, its help beside it.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Atlas, House, RecordRoom } from '../verbs/house.ts'
import { refuse, done, type Result } from '../verbs/refusal.ts'

/** Exit codes: done; something unexpected; refused, with a sentence that says what to do. */
export const EXIT_OK = 0
export const EXIT_FAULT = 1
export const EXIT_REFUSED = 2

export interface CliContext {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Folder that relative file names start from. */
  readonly cwd: string
}

export interface ParsedArguments {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** What main hands to a command; each door is opened when first asked for and closed when the command is over. */
export interface Doors {
  /** Absolute path. */
  readonly dataFolder: string
  /** The reference data and the model, without a database. */
  atlas(): Promise<Atlas>
  /** The same with the database, started if need be. */
  house(): Promise<House>
  /** The record of partnerships, without the reference data. */
  record(): Promise<RecordRoom>
  /** Serves Kembar until it is asked to stop. */
  serve(): Promise<Result<void>>
}

export interface Command {
  /** One or two words: `match`, `network import`. */
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What `--help` prints. */
  readonly help: string
  readonly options: ParseArgsOptionsConfig
  run(args: ParsedArguments, context: CliContext, doors: Doors): Promise<Result<void>>
}

/** Reads arguments strictly: an unknown option is refused, not ignored. A negative number may follow an option. */
export function parseArguments(argv: readonly string[], options: ParseArgsOptionsConfig): Result<ParsedArguments> {
  const known = { ...options, help: { type: 'boolean', short: 'h' } } satisfies ParseArgsOptionsConfig
  const joined = joinNegatives(argv, known)
  try {
    const parsed = parseArgs({ args: joined, options: known, allowPositionals: true, strict: true })
    return done({ positionals: parsed.positionals, options: parsed.values as ParsedArguments['options'] })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? message
    return /argument missing/.test(message)
      ? refuse({ code: 'missing-option', option })
      : refuse({ code: 'unknown-option', option })
  }
}

/** `--limit -1` would be read as two options; `--limit=-1` says the same and can be refused by what is wrong with it. */
function joinNegatives(argv: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const joined: string[] = []
  for (const argument of argv) {
    const last = joined.at(-1)
    const takesValue = last?.startsWith('--') && options[last.slice(2)]?.type === 'string'
    if (takesValue && /^-[0-9]/.test(argument)) joined[joined.length - 1] = `${last}=${argument}`
    else joined.push(argument)
  }
  return joined
}

/** A whole number option, or `fallback` where it is absent. */
export function numberOption(
  args: ParsedArguments,
  name: string,
  fallback: number,
  min: number,
  max: number,
): Result<number> {
  const text = args.options[name]
  if (text === undefined) return done(fallback)
  const value = typeof text === 'string' && /^-?[0-9]+$/.test(text) ? Number(text) : Number.NaN
  return Number.isInteger(value) && value >= min && value <= max
    ? done(value)
    : refuse({ code: 'not-a-number', name, value: String(text).slice(0, 40), min, max })
}
