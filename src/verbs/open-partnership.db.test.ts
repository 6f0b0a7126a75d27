import { expect, test } from 'vitest'
import { OPENING } from '../../tests/support/record.ts'
import { withLedger } from '../../tests/support/test-ledger.ts'
import { isSignedBy } from '../ledger/signatures.ts'
import { verify } from '../ledger/verify.ts'
import { openPartnership } from './open-partnership.ts'

const ledger = withLedger()
const NOW = new Date('2026-11-24T03:15:00.000Z')
const request = { slug: 'jepara-kampot', opening: OPENING, role: 'head' } as const

test('given an office, when it opens a partnership, then the first act names the key that signed it', async () => {
  const opened = await openPartnership(ledger, request, NOW)
  expect(opened).toMatchObject({ ok: true, value: { slug: 'jepara-kampot', act: { side: 'a', seq: 1 } } })
  const { act, id } = opened.ok ? opened.value : { act: undefined, id: '' }
  const key = await ledger.keys.publicKey(OPENING.office.id)
  expect(act?.body).toMatchObject({ office: { id: OPENING.office.id, key } })
  expect(isSignedBy(key, act?.hash ?? '', act?.signature ?? '')).toBe(true)
  await ledger.keys.rotate(OPENING.office.id)
  expect(await verify(ledger.database, id)).toEqual({ acts: 1 })
})

test('given a slug that is taken or none, or an opening that is refused, then no record is begun', async () => {
  const before = await ledger.database.selectFrom('partnerships').select('slug').execute()
  expect(await openPartnership(ledger, request, NOW)).toEqual({
    ok: false,
    refusal: { code: 'slug-taken', slug: 'jepara-kampot' },
  })
  expect(await openPartnership(ledger, { ...request, slug: 'Jepara & Kampot' }, NOW)).toMatchObject({
    refusal: { code: 'wrong-shape', field: 'slug' },
  })
  const unworded = { ...request, slug: 'another', opening: { ...OPENING, form: 'union' as never } }
  expect(await openPartnership(ledger, unworded, NOW)).toMatchObject({
    refusal: { code: 'wrong-shape', field: 'form' },
  })
  expect(await ledger.database.selectFrom('partnerships').select('slug').execute()).toEqual(before)
})
