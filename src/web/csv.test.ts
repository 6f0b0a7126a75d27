import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('given a text that a spreadsheet would run, when written, then it is marked as text; numbers stay numbers', () => {
  expect(csvText([['=HYPERLINK("http://evil.example")', '@sum', -1.5, 'Jepara', null]])).toBe(
    `"'=HYPERLINK(""http://evil.example"")",'@sum,-1.5,Jepara,\r\n`,
  )
})
