// Runs a program and keeps what it says, for the case that it fails.
import { spawn } from 'node:child_process'

/** Resolves to the exit code (1 where it could not start or was killed) and to everything it printed. */
export function runQuietly(command, args, cwd, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = (signal) => child.kill(signal)
    process.on('SIGINT', stop).on('SIGTERM', stop)
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    const finish = (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve({ code, output: plain(Buffer.concat(chunks).toString()) })
    }
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`))
      finish(1)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Some programs colour what they say even when asked not to. */
function plain(text) {
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '')
}
