import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('given six processes that want the lock, then never two hold it, and it is gone at the end', async () => {
  await Promise.all(Array.from({ length: 6 }, () => holdInAProcess()))
  const steps = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')
  expect(steps).toEqual(Array.from({ length: 6 }, () => ['in', 'out']).flat())
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('given a lock whose holder died, then the next ones take it, one after the other', async () => {
  mkdirSync(join(folder, 'lock'))
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(join(folder, 'lock'), longAgo, longAgo)
  await Promise.all(Array.from({ length: 4 }, () => holdInAProcess()))
  const steps = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')
  expect(steps).toEqual(Array.from({ length: 4 }, () => ['in', 'out']).flat())
})

function holdInAProcess(): Promise<void> {
  const source = JSON.stringify(new URL('./setup-lock.mjs', import.meta.url).href)
  const code = `import { appendFileSync } from 'node:fs'
    import { withSetupLock } from ${source}
    const [folder] = process.argv.slice(1)
    await withSetupLock(folder + '/lock', async () => {
      appendFileSync(folder + '/log', 'in\\n')
      await new Promise((resolve) => setTimeout(resolve, 50))
      appendFileSync(folder + '/log', 'out\\n')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], { stdio: 'ignore' })
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
