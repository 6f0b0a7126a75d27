// The ledger reads a few rows where the fold holds everything: both must say yes and no to the same words, for the same
// reasons, and come to the same state.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyHistory, KNOT_TYPES, wordsOf, type Move } from '../../tests/support/any-record.ts'
import type { Recorder } from '../../tests/support/record.ts'
import { intent, withLedger } from '../../tests/support/test-ledger.ts'
import type { AnyAct, BlobRef } from '../domain/act/act.ts'
import { decide } from '../domain/partnership/decide.ts'
import { evolve } from '../domain/partnership/evolve.ts'
import { growingState } from '../domain/partnership/memory-state.ts'
import { append } from './append.ts'
import { putBlob } from './blobs.ts'
import { createPartnership } from './partnerships.ts'
import { rebuild } from './rebuild.ts'
import { forget } from './recent.ts'

const ledger = withLedger()
let made = 0

async function said(moves: readonly Move[]): Promise<void> {
  const partnership = `like-${(made += 1)}`
  await createPartnership(ledger.database, { id: partnership, slug: partnership })
  const put = await putBlob(ledger.database, Buffer.from('Scan of a letter'), 'Scan')
  const scan: readonly BlobRef[] = put.ok ? [put.value] : []
  const acts: AnyAct[] = []
  const state = growingState(partnership)
  let day = Date.UTC(2026, 0, 5)
  for (const [index, move] of moves.entries()) {
    day += move.days * 86_400_000
    const at = new Date(day).toISOString()
    const today = at.slice(0, 10)
    const record = { acts, state, today: () => today } as unknown as Recorder
    const [side, type, body, { basis = 'stated' }] = wordsOf(record, move)
    const words = { ...intent(side, type, body, { evidence: basis === 'reported' ? scan : [] }), basis }
    if (index % 3 === 0) forget(ledger.database, partnership)
    const decision = decide(state, words, { today, at })
    const written = await append(ledger.database, ledger.keys, { partnership, intents: [words], at, today })
    expect(written.ok ? { ok: true } : written).toEqual(decision)
    const [act] = written.ok ? written.value : []
    if (act === undefined) continue
    acts.push(act)
    state.take(act, evolve(state, act))
  }
  expect(await rebuild(ledger.database, partnership)).toEqual({ acts: acts.length, differed: [] })
}

test('given any words in any order, when recorded, then the ledger decides as the fold does', () =>
  fc.assert(fc.asyncProperty(anyHistory(undefined, 40), said), { numRuns: 120 }))

test('given words about joint milestones, when recorded, then the ledger decides as the fold does', () =>
  fc.assert(fc.asyncProperty(anyHistory(KNOT_TYPES, 40), said), { numRuns: 60 }))
