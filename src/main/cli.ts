// The command line: finds the command, reads its arguments, runs it and turns a refusal into a sentence and exit code 2.
import { EXIT_FAULT, EXIT_OK, EXIT_REFUSED, parseArguments, type CliContext, type Command } from '../cli/command.ts'
import { COMMANDS } from '../cli/commands.ts'
import { overview } from '../cli/overview.ts'
import { speaker } from '../language/speaker.ts'
import { sayRefusal } from '../language/say-refusal.ts'
import { Refused, type Refusal } from '../verbs/refusal.ts'
import { readConfig } from './config.ts'
import { openDoors } from './doors.ts'

const context: CliContext = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT_OK : EXIT_FAULT),
)

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  const command = find(argv)
  if (command === undefined) {
    const [first] = argv
    if (first !== undefined && !['help', '--help', '-h'].includes(first))
      return refused({ code: 'unknown-command', command: argv.slice(0, 2).join(' ') })
    context.out(overview(COMMANDS))
    return EXIT_OK
  }
  const args = parseArguments(argv.slice(command.name.split(' ').length), command.options)
  if (!args.ok) return refused(args.refusal)
  if (args.value.options['help'] === true) {
    context.out(command.help)
    return EXIT_OK
  }
  return runCommand(command, args.value)
}

async function runCommand(command: Command, args: Parameters<Command['run']>[0]): Promise<number> {
  try {
    const doors = openDoors(readConfig(), (sentence) => context.err(`${sentence}\n`))
    try {
      const result = await command.run(args, context, doors)
      return result.ok ? EXIT_OK : refused(result.refusal)
    } finally {
      await doors.close()
    }
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal)
    context.err(
      `kembar: something unexpected happened. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return EXIT_FAULT
  }
}

/** The longest name that the arguments begin with: `network import` before `network`. */
function find(argv: readonly string[]): Command | undefined {
  return COMMANDS.filter((command) => command.name.split(' ').every((word, i) => argv[i] === word)).sort(
    (a, b) => b.name.length - a.name.length,
  )[0]
}

function refused(refusal: Refusal): number {
  context.err(`kembar: ${sayRefusal(speaker('en'), refusal)}\n`)
  if (refusal.code === 'ambiguous-place') {
    for (const { id, name, where } of refusal.choices) context.err(`  ${id.padEnd(14)} ${name} (${where})\n`)
  }
  return EXIT_REFUSED
}
