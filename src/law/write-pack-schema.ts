// Writes packs/procedure.schema.json: `node src/law/write-pack-schema.ts`. A test fails when that file is stale.
import { writeFileSync } from 'node:fs'
import { packSchema } from './pack-schema.ts'

writeFileSync(
  new URL('../../packs/procedure.schema.json', import.meta.url),
  `${JSON.stringify(packSchema(), null, 2)}\n`,
)
