// The shape of a pack as JSON Schema, so that an editor can complete and check while somebody writes.
import { z } from 'zod'
import { packFile } from './pack-file.ts'

export const packSchema = (): object => ({
  ...z.toJSONSchema(packFile, { io: 'input' }),
  title: 'Kembar procedure pack',
})
