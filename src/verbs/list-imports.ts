// The imports that the network was made of, newest first, the undone ones too.
import { listImportRows, type ImportRow } from '../db/list-imports.ts'
import type { House } from './house.ts'

export function listImports(house: Pick<House, 'database'>): Promise<readonly ImportRow[]> {
  return listImportRows(house.database)
}
