import type { Command } from './command.ts'

/** What `kembar help` prints. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length)) + 2
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}${command.summary}`)
  return `Kembar: sister-city partnerships.\n\nUsage: kembar COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\n\`kembar COMMAND --help\` says more.\n`
}
