import { describe, expect, test } from 'vitest'
import { parseAct } from '../domain/act/parse-act.ts'
import { openedRecord } from '../../tests/support/record.ts'
import { hashOfAct } from './canonical.ts'
import { upcast, upcastWith } from './upcast.ts'

const raise = upcastWith(
  {
    'letter.sent': {
      1: (body) => ({ ...(body as object), first: true }),
      2: (body) => ({ ...(body as object), second: true }),
    },
  },
  3,
)

describe('given bodies of three versions', () => {
  test.each([
    [1, { number: 7, first: true, second: true }],
    [2, { number: 7, second: true }],
    [3, { number: 7 }],
  ])('when one of version %i is read, then it takes every step to the present one', (version, expected) => {
    expect(raise('letter.sent', version, { number: 7 })).toEqual(expected)
  })

  test('when it is of a newer version, or of one without a way here, then there is no body', () => {
    expect(raise('letter.sent', 4, { number: 7 })).toBeUndefined()
    expect(raise('seat.taken', 1, { number: 7 })).toBeUndefined()
  })
})

test('given an act of an older version, when it is read, then its body is of today and its hash still fits what was written', () => {
  const [opened] = openedRecord().acts
  const { form, ...body } = opened.body as { readonly form: string }
  const old = { ...opened, body: { ...body, kind: form } }
  const written = { ...old, hash: hashOfAct(old) }
  const older = upcastWith({ 'partnership.opened': { 1: renamed } }, 2)
  const parsed = parseAct(written, older)
  expect(parsed).toMatchObject({ ok: true, act: { body: opened.body, hash: hashOfAct(written) } })
  expect(parsed).not.toHaveProperty('fault')
})

test('given the versions as they are, when a body of the present one is read, then it stays as it is', () => {
  expect(upcast('letter.sent', 1, { number: 7 })).toEqual({ number: 7 })
  expect(upcast('letter.sent', 2, { number: 7 })).toBeUndefined()
})

function renamed(body: unknown): object {
  const { kind, ...rest } = body as { readonly kind: string }
  return { ...rest, form: kind }
}
