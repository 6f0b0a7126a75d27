#!/usr/bin/env node
// Every check of this repository, one after the other, each in one line; what a check has to say is shown when it fails.
// The last line counts them: every test is one, and so is every other check.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endWithNpm } from './end-with-npm.mjs'
import { candidateNodes } from './pinned-node.mjs'
import { prepare, SetupFailed } from './prepare.mjs'
import { runQuietly } from './run-quietly.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
// Arguments narrow the tests down (`npm test -- src/db`), for working on one thing; continuous integration gives none.
const narrowed = process.argv.slice(2)

endWithNpm()
// The program that is running has the signal too and ends first.
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopped = true))

const total = { passed: 0, failed: 0 }

await timed('install', () => setUp({ only: 'install' }))
if (total.failed > 0) finish()
await timed('build', () => setUp({}))
const [node] = candidateNodes(root)

await timed('format', () => tool(['oxfmt/bin/oxfmt', '--check']))
await timed('types', () => tool(['typescript/bin/tsc']))
await timed('lint and borders', () => tool(['oxlint/bin/oxlint', '--deny-warnings', '--format=unix']))
await timed('tests', tests)

finish()

async function timed(name, check) {
  const start = performance.now()
  const result = await check()
  if (stopped) process.exit(143)
  total.passed += result.passed
  total.failed += result.failed
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stdout.write(`${result.failed === 0 ? '✓' : '✗'} ${name}${result.detail ?? ''}  ${seconds} s\n`)
  if (result.failed > 0 && result.output) process.stdout.write(`${result.output.trimEnd()}\n\n`)
}

function finish() {
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
}

async function setUp(options) {
  try {
    await prepare(root, options)
    return { passed: 1, failed: 0 }
  } catch (error) {
    if (!(error instanceof SetupFailed)) throw error
    return { passed: 0, failed: 1, output: error.message }
  }
}

async function tool([script, ...args]) {
  const { code, output } = await runQuietly(node, [join(modules, script), ...args], root)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output }
}

async function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-check-'))
  const file = join(folder, 'tests.json')
  try {
    const vitest = [join(modules, 'vitest/vitest.mjs'), 'run', ...narrowed]
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
    const { code, output } = await runQuietly(node, [...vitest, ...reporters], root)
    const counts = count(file)
    // A file that cannot be loaded and an error outside any test are failures too, though no test counts them.
    if ((code !== 0 || counts.passed === 0) && counts.failed === 0) counts.failed = 1
    return { ...counts, output, detail: ` (${counts.passed} passed${skippedOf(counts)})` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function count(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const brokenFiles = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function skippedOf({ skipped }) {
  return skipped > 0 ? `, ${skipped} skipped` : ''
}
