#!/usr/bin/env node
// Starts Kembar under the Node it was built for. In a clone it first installs and builds whatever is missing or out of
// date; an installed package carries its build and only runs. Plain JavaScript, so that Node 20 can begin.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endWithNpm } from './end-with-npm.mjs'
import { candidateNodes } from './pinned-node.mjs'
import { prepare, SetupFailed } from './prepare.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
// Longer than any orderly stop takes: a child that is still there afterwards will not go by itself.
const STOP_LIMIT_MS = 30_000

endWithNpm()
try {
  await prepare(root, { force: args[0] === '--build' })
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error
  process.stderr.write(`kembar: ${error.message}\n`)
  process.exit(2)
}
if (args[0] !== '--build') run(candidateNodes(root))

function run([node, ...others]) {
  if (node === undefined) {
    process.stderr.write('kembar: Kembar needs Node 24. Install Node 24 or newer and try again.\n')
    process.exit(2)
  }
  // The channel is never written to: it closes when this process dies in whatever way, and then the child stops too.
  const child = spawn(node, [join(root, 'dist/server/cli.js'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const forward = (signal) => {
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS).unref()
  }
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  child.on('error', (error) => {
    for (const signal of signals) process.off(signal, forward)
    if (child.pid === undefined && others.length > 0) return run(others)
    process.stderr.write(`kembar: cannot run ${node}: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
