import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packSchema } from './pack-schema.ts'

test('given the schema that editors use, then it is that of the code (else: node src/law/write-pack-schema.ts)', () => {
  const written: unknown = JSON.parse(
    readFileSync(new URL('../../packs/procedure.schema.json', import.meta.url), 'utf8'),
  )
  expect(written).toEqual(JSON.parse(JSON.stringify(packSchema())))
})
