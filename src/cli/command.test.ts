import { describe, expect, test } from 'vitest'
import { numberOption, parseArguments } from './command.ts'

const options = { limit: { type: 'string' }, json: { type: 'boolean' } } as const

describe('the arguments of a command', () => {
  test('are positionals and options in any order', () => {
    expect(parseArguments(['Siem Reap', '--json', '--limit', '5'], options)).toEqual({
      ok: true,
      value: { positionals: ['Siem Reap'], options: { __proto__: null, json: true, limit: '5' } },
    })
  })

  test.each([
    [['--limt', '5'], 'unknown-option'],
    [['--limit'], 'missing-option'],
  ])('%j is refused with %s', (argv, code) => {
    expect(parseArguments(argv, options)).toMatchObject({ ok: false, refusal: { code } })
  })

  test.each(['-1', '0', '501', '1.5', 'ten', ''])('a limit of %j is refused by its range', (text) => {
    const args = parseArguments(['--limit', text], options)
    expect(args.ok && numberOption(args.value, 'limit', 10, 1, 500)).toMatchObject({
      ok: false,
      refusal: { code: 'not-a-number', name: 'limit', min: 1, max: 500 },
    })
  })
})
