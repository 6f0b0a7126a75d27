import { expect, test } from 'vitest'
import { addressOf, isConnectionLoss, unreachable } from './unreachable.ts'

test.each([
  ['postgresql://kembar:secret@db.example.org:5433/kembar', 'db.example.org:5433'],
  ['postgresql://kembar:secret@db.example.org/kembar', 'db.example.org:5432'],
  ['postgresql://kembar:secret@localhost/kembar?host=%2Frun%2Fkembar', '/run/kembar'],
  ['postgresql://kembar:secret@/kembar', 'the local server'],
])('given %s, when its address is shown, then it is %s', (url, address) => {
  expect(addressOf(url)).toBe(address)
})

test('given an error that quotes the address with its password, when it is reported, then the password is not', () => {
  const cause = new Error('cannot reach postgresql://kembar:secret@db.example.org/kembar')
  expect(JSON.stringify(unreachable('db.example.org:5432', cause).refusal)).not.toContain('secret')
})

test('given a wrong statement, then it is not taken for a lost connection', () => {
  expect(isConnectionLoss(Object.assign(new Error('syntax error'), { code: '42601' }))).toBe(false)
  expect(isConnectionLoss(new TypeError('x is not a function'))).toBe(false)
})

test.each(['57P01', '08006', 'ECONNREFUSED', 'ENOENT'])('given %s, then the connection is lost', (code) => {
  expect(isConnectionLoss(Object.assign(new Error('gone'), { code }))).toBe(true)
})
