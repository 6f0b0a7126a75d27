// Invariant 3: a change of one byte in any act is found. Here without a database; verify.db.test.ts asks the same of rows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rehash, seatedRecord } from '../../tests/support/record.ts'
import { canonical } from './canonical.ts'
import { checkAct, signatureCheck } from './check-act.ts'
import { newKeyPair, readPrivateKey, signText } from './signatures.ts'

const { publicKey, privateKey } = newKeyPair()
const signer = readPrivateKey(privateKey)
const signed = signatureCheck(
  [],
  new Map([
    ['office-a', publicKey],
    ['office-b', publicKey],
  ]),
)

/** A record with every kind of value in it, each line as the ledger keeps it. */
function keptLines(): readonly string[] {
  const record = seatedRecord()
  record.say('a', 'interest.expressed', {
    interest: 'first',
    sectors: ['trade'],
    on: '2018-09-20',
    summary: { en: 'Interest “in trade”', km: 'ចំណាប់អារម្មណ៍', id: 'Minat\nbaris kedua' },
  })
  record.say('b', 'flow.recorded', {
    flow: 'f',
    sector: 'trade',
    measure: 'exports',
    unit: 'USD',
    from: 'b',
    to: 'a',
    quantity: 1234.5,
    when: { from: '2025-01-01', to: '2025-12-31' },
    source: 'Customs',
  })
  return record.acts.map((act) => canonical({ ...rehash(act), signature: signText(signer, act.hash) }))
}

const lines = keptLines().map((line) => Buffer.from(line, 'utf8'))

/** Whether anybody would notice. */
function isFound(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const parsed = checkAct(value)
    return !parsed.ok || parsed.fault !== undefined || signed(parsed.act) !== undefined
  } catch {
    return true
  }
}

test('given any act, when any of its bytes becomes any other, then it is found', () => {
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }), (n, place, change) => {
      const line = lines[n] ?? Buffer.alloc(0)
      const altered = Buffer.from(line)
      const at = place % line.length
      altered[at] = (line[at] ?? 0) ^ change
      expect(isFound(altered)).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})

test('given an act as it was written, then nothing is found', () => {
  expect(lines.map((line) => isFound(line))).toEqual(lines.map(() => false))
})
