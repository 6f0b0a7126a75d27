import { globSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { LOCALES } from './locale.ts'
import { MESSAGES } from './messages.ts'

const KEYS = Object.keys(MESSAGES.en)

type Elements = ReturnType<IntlMessageFormat['getAst']>

const parse = (text: string) => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()

/** Names of the values that a message needs; elements of type 0 are plain text, 7 is the number sign of a plural. */
function valuesOf(elements: Elements): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === 0 || !('value' in element)) return []
    const options = 'options' in element ? Object.values(element.options) : []
    return [element.value, ...options.flatMap((option) => valuesOf(option.value))]
  })
}

const unique = (names: readonly string[]) => [...new Set(names)].toSorted()

describe.each(LOCALES)('given the text in %s', (locale) => {
  test('when compared with English, then it has the same keys in the same order, none of them empty', () => {
    expect(Object.keys(MESSAGES[locale])).toEqual(KEYS)
    expect(KEYS.filter((key) => String(MESSAGES[locale][key as never]).trim() === '')).toEqual([])
  })

  test('when parsed, then every message needs the same values as the English one', () => {
    const parsed = (text: string) => unique(valuesOf(parse(text)))
    for (const key of KEYS) {
      expect([key, parsed(MESSAGES[locale][key as never])]).toEqual([key, parsed(MESSAGES.en[key as never])])
    }
  })
})

test('given all keys, when the sources are searched, then each is said somewhere', () => {
  const sources = globSync('src/**/*.{ts,tsx}')
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  // `say(`kind.${…}`)` says every key that has its beginning and its end.
  const patterns = [...sources.matchAll(/`([a-z][a-z-]*\.[^`\s]*\$\{[^`]*)`/g)].map(
    ([, template]) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  )
  const unused = KEYS.filter(
    (key) => !sources.includes(`'${key}'`) && !sources.includes(`"${key}"`) && !patterns.some((one) => one.test(key)),
  )
  expect(unused).toEqual([])
})
