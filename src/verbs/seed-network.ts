// A fresh installation is not blank: the short list that comes with Kembar is its first import, once.
import { hasAnyImport } from '../db/list-imports.ts'
import type { House } from './house.ts'
import { importNetwork } from './import-network.ts'
import { done, type Result } from './refusal.ts'

/**
 * Imports the list unless any import has ever happened, undone ones included: who took it out does not want it back.
 * Of several processes that start together one does it, since the question is asked again under the lock of the import.
 */
export async function seedNetwork(
  house: Pick<House, 'gazetteer' | 'database'>,
  request: { readonly file: string; readonly rejectsFolder: string },
): Promise<Result<number | undefined>> {
  if (await hasAnyImport(house.database)) return done(undefined)
  const stillWanted = async (database: House['database']) => !(await hasAnyImport(database))
  const outcome = await importNetwork(house, { ...request, kind: 'seed', stillWanted })
  return outcome.ok ? done(outcome.value.import) : outcome
}
