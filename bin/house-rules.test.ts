// The borders hold only as long as crossing them is noticed: each sentence of ARCHITECTURE.md about who may import whom
// is broken here once, in a house of its own.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const BROKEN: Readonly<Record<string, readonly [code: string, rule: string]>> = {
  'src/atlas/distance.ts': [`import { rows } from '../db/rows.ts'\nexport const a = rows`, 'house(arrows)'],
  'src/atlas/clock.ts': [`import { hrtime } from 'node:process'\nexport const a = hrtime`, 'house(arrows)'],
  'src/atlas/match/disk.ts': [`import { readFileSync } from 'node:fs'\nexport const a = readFileSync`, 'house(arrows)'],
  'src/domain/town.ts': [`export { b } from '../verbs/b.ts'`, 'house(arrows)'],
  'src/policies/who.ts': [`export const load = () => import('../db/rows.ts')`, 'house(arrows)'],
  'src/db/upward.ts': [`import { b } from '../verbs/b.ts'\nexport const a = b`, 'house(arrows)'],
  'src/verbs/upward.ts': [`import { page } from '../web/page.ts'\nexport const a = page`, 'house(arrows)'],
  'src/web/rows-page.ts': [`import { rows } from '../db/rows.ts'\nexport const a = rows`, 'house(arrows)'],
  'src/cli/settings.ts': [
    `import { readConfig } from '../main/config.ts'\nexport const a = readConfig`,
    'house(arrows)',
  ],
  'src/verbs/query.ts': [`import { sql } from 'kysely'\nexport const a = sql`, 'house(sql-in-its-room)'],
  'src/web/query.ts': [`export const a = (db: any) => db.selectFrom('ties')`, 'house(sql-in-its-room)'],
  'src/cli/driver.ts': [`import pg from 'pg'\nexport const a = pg`, 'house(sql-in-its-room)'],
  'src/web/setting.ts': [`export const port = process.env.PORT`, 'node(no-process-env)'],
  'src/web/utils.ts': [`export const a = 1`, 'house(telling-names)'],
  'src/web/shared/a.ts': [`export const a = 1`, 'house(telling-names)'],
  'src/web/MatchPage.ts': [`export const a = 1`, 'house(telling-names)'],
  'src/web/long.ts': [`export const a = 1\n${'// line\n'.repeat(500)}`, 'eslint(max-lines)'],
  'src/web/page-default.ts': [`export default 1`, 'import(no-default-export)'],
  'src/web/circle-a.ts': [`import { b } from './circle-b.ts'\nexport const a = () => b`, 'import(no-cycle)'],
  'src/web/circle-b.ts': [`import { a } from './circle-a.ts'\nexport const b = () => a`, 'import(no-cycle)'],
  'src/web/only.test.ts': [`import { test } from 'vitest'\ntest.only('given', () => {})`, 'vitest(no-focused-tests)'],
  'src/web/skip.test.ts': [`import { test } from 'vitest'\ntest.skip('given', () => {})`, 'vitest(no-disabled-tests)'],
}

const SOUND: Readonly<Record<string, string>> = {
  'src/atlas/load/disk.ts': `import { readFileSync } from 'node:fs'\nexport const a = readFileSync`,
  'src/atlas/load/refuse.ts': `import type { Refusal } from '../../verbs/refusal.ts'\nexport type A = Refusal`,
  'src/db/rows.ts': `import { sql } from 'kysely'\nimport type { Refusal } from '../verbs/refusal.ts'\nexport const rows = (r: Refusal) => [sql, r]`,
  'src/verbs/b.ts': `import { rows } from '../db/rows.ts'\nexport const b = rows`,
  'src/verbs/refusal.ts': `export type Refusal = string`,
  'src/web/page.ts': `import { b } from '../verbs/b.ts'\nexport const page = b`,
  'src/main/config.ts': `export const readConfig = () => process.env`,
  'src/main/serve.ts': `import { page } from '../web/page.ts'\nimport { rows } from '../db/rows.ts'\nexport const a = [page, rows]`,
}

let house = ''
let found: readonly string[] = []

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'kembar-house-'))
  for (const file of ['.oxlintrc.json', 'bin/house-rules.mjs', 'tsconfig.json'])
    cpSync(join(root, file), join(house, file))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  const sources = { ...SOUND, ...Object.fromEntries(Object.entries(BROKEN).map(([file, [code]]) => [file, code])) }
  for (const [file, code] of Object.entries(sources)) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), `${code}\n`)
  }
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', 'src'], { cwd: house, encoding: 'utf8' })
  found = stdout.split('\n')
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(Object.entries(BROKEN))('given %s, which breaks a rule of the house, then lint says so', (file, [, rule]) => {
  expect(found.filter((line) => line.startsWith(`${file}:`) && line.includes(`[Error/${rule}]`))).not.toEqual([])
})

test.each(Object.keys(SOUND))('given %s, which keeps to the rules, then lint is silent', (file) => {
  expect(found.filter((line) => line.startsWith(`${file}:`))).toEqual([])
})
