import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { PACKS } from '../verbs/count-deadline.ts'
import type { Result } from '../verbs/refusal.ts'
import { parseArguments, type Doors } from './command.ts'
import { procedure } from './procedure.ts'

const doors: Doors = {
  dataFolder: '/nowhere',
  atlas: () => Promise.reject(new Error('the gazetteer was opened')),
  house: () => Promise.reject(new Error('the database was opened')),
  record: () => Promise.reject(new Error('No record is needed here.')),
  serve: () => Promise.reject(new Error('a server was started')),
}

const folder = mkdtempSync(join(tmpdir(), 'kembar-acts-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(command: string): Promise<{ readonly result: Result<void>; readonly out: string }> {
  let out = ''
  const args = parseArguments(
    // The project may lie in a path with blanks.
    command.split(' ').map((word) => word.replace(/^bad:/, `${PACKS}/_bad/`)),
    procedure.options,
  )
  if (!args.ok) return { result: args, out }
  const context = { out: (text: string) => (out += text), err: () => undefined, cwd: folder }
  return { result: await procedure.run(args.value, context, doors), out }
}

function write(acts: readonly (object | string)[]): string {
  writeFileSync(
    join(folder, 'acts.jsonl'),
    acts.map((act) => `${typeof act === 'string' ? act : JSON.stringify(act)}\n`).join(''),
  )
  return 'acts.jsonl'
}

/** A small pack that is good by itself: plan, check within ten working days, sign. */
const SMALL = 'bad:examples-missing'

async function json(acts: readonly (object | string)[], side = 'a', pack = SMALL) {
  const { result, out } = await run(`${pack} --acts ${write(acts)} --side ${side} --on 2026-04-30 --json`)
  expect(result).toEqual({ ok: true, value: undefined })
  return JSON.parse(out)
}

const completed = (step: string, on: string, more: object = {}) => ({
  side: 'a',
  type: 'step.completed',
  body: { step, on, ...more },
})
const plan = completed('zz.plan', '2026-03-02', { documents: ['letter'] })
const check = completed('zz.check', '2026-03-10')
const sign = completed('zz.sign', '2026-03-16')

describe('kembar procedure', () => {
  test('given acts of one side, then it tells what is done, what is overdue and what is blocked by what', async () => {
    const answer = await json([plan])
    expect(answer).toMatchObject({
      pack: 'zz-good',
      version: '1',
      side: 'a',
      on: '2026-04-30',
      done: ['zz.plan'],
      open: ['zz.check'],
      blocked: [{ step: 'zz.sign', missing: ['zz.check'] }],
      void: [],
      waiting: [],
      limits: [],
      provisional: false,
      unreliable: [],
    })
    // Four days are left in the week of Monday 2 March, five in the next; the tenth is the Monday after.
    expect(answer.next).toMatchObject([{ step: 'zz.check', due: '2026-03-16', why: { assumed: true } }])
    expect(answer.overdue).toEqual([{ step: 'zz.check', due: '2026-03-16', days: 45 }])
  })

  test('given an act too early, then it is void with what it misses, and the rest counts', async () => {
    const answer = await json([sign, plan])
    expect(answer.void).toEqual([{ line: 1, code: 'step-blocked', missing: ['zz.check'] }])
    expect(answer.done).toEqual(['zz.plan'])
  })

  test('given hours, then these order the acts; given a line twice, then it counts once', async () => {
    const answer = await json([
      { ...check, at: '2026-03-10T01:00:00Z' },
      { ...plan, at: '2026-03-02T01:00:00Z' },
      { ...plan, at: '2026-03-02T01:00:00Z' },
    ])
    expect([answer.done, answer.void]).toEqual([['zz.plan', 'zz.check'], []])
  })

  test('given clocks, then these order the acts whatever the hours say', async () => {
    const answer = await json([
      { ...check, clock: 2, seq: 2, at: '2026-03-01T01:00:00Z' },
      { ...plan, clock: 1, seq: 1, at: '2026-03-02T01:00:00Z' },
    ])
    expect(answer.void).toEqual([])
  })

  test('given the word of one side, then it waits; given both, then the milestone is tied', async () => {
    const other = { side: 'b', type: 'step.completed', body: { step: 'xx.sign', on: '2026-03-20', knot: 'mou' } }
    expect((await json([plan, check, sign])).waiting).toMatchObject([{ step: 'zz.sign', knot: 'mou' }])
    expect((await json([plan, check, sign, other])).done).toContain('zz.sign')
    expect((await json([other, plan, check, sign])).done).toContain('zz.sign')
    const reported = { ...other, side: 'a', basis: 'reported' }
    expect((await json([plan, check, sign, reported])).done).toContain('zz.sign')
    const [waits] = (await json([plan, check, other])).next
    expect(waits.why).toMatchObject({ code: 'other-side-waits', since: '2026-03-20' })
  })

  test('given a signed text, then the signature says the milestone of its kind', async () => {
    const drafted = { side: 'b', type: 'text.drafted', body: { text: 'm', kind: 'mou' } }
    const signed = (side: string) => ({ side, type: 'text.signed', body: { text: 'm', on: '2026-03-18' } })
    const answer = await json([plan, check, drafted, signed('a'), signed('b')])
    expect(answer.done).toEqual(['zz.plan', 'zz.check', 'zz.sign'])
  })

  test('given a known step of the partner without its milestone, then the packs tell which it is', async () => {
    const partner = (step: string) => ({ side: 'b', type: 'step.completed', body: { step, on: '2026-03-20' } })
    expect((await json([plan, check, sign, partner('id.ttd')])).done).toContain('zz.sign')
    expect((await json([plan, check, sign, partner('id.loi')])).done).not.toContain('zz.sign')
  })

  test('given a partnership that began with another version of the pack, then what differs is told', async () => {
    const { OPENING } = await import('../../tests/support/record.ts')
    const steps = [
      { id: 'zz.plan', needs: [] },
      { id: 'zz.sign', needs: ['zz.plan'], knot: 'mou' },
    ]
    const procedureOfA = { pack: 'zz-good', version: '0', steps }
    const sides = { ...OPENING.sides, a: { ...OPENING.sides.a, procedure: procedureOfA } }
    const opening = { side: 'a', type: 'partnership.opened', body: { ...OPENING, sides } }
    expect((await json([opening, plan])).changes).toMatchObject({ pinned: '0', present: '1', added: ['zz.check'] })
    expect((await json([plan])).changes).toBeNull()
    const { out } = await run(`${SMALL} --acts ${write([opening])} --side a --on 2026-04-30`)
    expect(out).toContain('began with version 0')
  })

  test('given a delegation of this side, then what is due before its departure is dated, the strictest first', async () => {
    const proposed = (from: string) => ({
      side: 'a',
      type: 'delegation.proposed',
      body: { delegation: 'd', from, when: { from: '2026-06-15', to: '2026-06-18' } },
    })
    const papers = completed('id.pdln.berkas', '2026-04-01', {
      documents: ['undangan', 'korespondensi_kbri', 'kak'],
    })
    const due = async (...acts: readonly object[]) =>
      (await json([papers, ...acts], 'a', 'id-pdln')).next.flatMap((one: { due: string | null }) => one.due ?? [])
    const dates = await due(proposed('a'))
    expect(dates).toContain('2026-06-05')
    expect(dates).toEqual(dates.toSorted())
    expect(await due(proposed('b'))).toEqual([])
    const cancelled = { side: 'a', type: 'delegation.cancelled', body: { delegation: 'd', reason: 'flood' } }
    expect(await due(proposed('a'), cancelled)).toEqual([])
  })

  test('given text, then titles and reasons are readable', async () => {
    const { out } = await run(`${SMALL} --acts ${write([plan])} --side a --on 2026-04-30`)
    expect(out).toContain('Good (zz-good 1), side a, on 2026-04-30\n')
    expect(out).toContain('2026-03-16  zz.check (Check the plan), OVERDUE by 45 days\n')
    expect(out).toContain('zz.sign (Sign): misses zz.check (Check the plan)\n')
  })

  test.each([
    ['not json', ['{"side":'], { code: 'line-not-json', file: 'acts.jsonl', line: 1 }],
    ['an act of no type', [plan, { ...plan, type: 'step.complete' }], { code: 'line-not-act', line: 2 }],
    ['a step on no day', [completed('zz.plan', '2026-02-30')], { code: 'line-not-act', line: 1 }],
    ['a side that is none', ['', { ...plan, side: 'c' }], { code: 'line-not-act', line: 2 }],
  ])('given %s, then it is refused with file and line', async (_, acts, refusal) => {
    const { result, out } = await run(`${SMALL} --acts ${write(acts)} --side a --on 2026-04-30`)
    expect([result, out]).toMatchObject([{ ok: false, refusal }, ''])
  })

  test.each([
    ['id-kspdl --acts none --side a --on 2026-04-30', { code: 'unknown-pack', pack: 'id-kspdl' }],
    [`${SMALL} --acts none --side a --on 2026-04-30`, { code: 'file-not-found', file: 'none' }],
    [`${SMALL} --acts none --side a --on 2026-04-31`, { code: 'not-a-date', name: 'on' }],
    [`${SMALL} --acts none --side c --on 2026-04-30`, { code: 'unknown-choice', name: 'side' }],
    [`${SMALL} --acts none --side a`, { code: 'missing-argument', argument: '--on DATE' }],
    [`${SMALL} --acts none --on 2026-04-30`, { code: 'missing-argument', argument: '--side a|b' }],
    [`${SMALL} --side a --on 2026-04-30`, { code: 'missing-argument', argument: '--acts FILE' }],
    [`bad:knot-twice --acts none --side a --on 2026-04-30`, { code: 'packs-faulty', count: 1 }],
  ])('given %s, then it is refused', async (command, refusal) => {
    expect((await run(command)).result).toMatchObject({ ok: false, refusal })
  })
})
