// Taking back an import: the statements it added go, those it changed or removed become what they were.
import { findImport, type ImportRow } from '../db/list-imports.ts'
import { lockTies } from '../db/network-lock.ts'
import { laterImportOfSameTies, restoreBefore } from '../db/undo-ties.ts'
import type { House } from './house.ts'
import { done, refuse, type Result } from './refusal.ts'

/**
 * Undoes the import of this id, by default the newest. An import is refused (`import-not-latest`) while a later one
 * stands on the same statements, because only then would "as before" have two meanings; imports that touch other ties
 * do not hinder each other. A statement that a later import only repeated goes with the import that brought it.
 */
export async function undoImport(
  house: Pick<House, 'database'>,
  request: { readonly import?: string },
): Promise<Result<ImportRow>> {
  const asked = request.import
  const id = asked === undefined ? undefined : importId(asked)
  if (asked !== undefined && id === undefined) return refuse({ code: 'unknown-import', import: asked })
  return house.database.transaction().execute(async (transaction) => {
    await lockTies(transaction)
    const found = await findImport(transaction, id)
    if (found === undefined)
      return refuse(asked === undefined ? { code: 'nothing-to-undo' } : { code: 'unknown-import', import: asked })
    if (found.undone_at !== null) return refuse({ code: 'import-already-undone', import: String(found.id) })
    const later = await laterImportOfSameTies(transaction, found.id)
    if (later !== undefined)
      return refuse({ code: 'import-not-latest', import: String(found.id), latest: String(later) })
    await restoreBefore(transaction, found.id)
    return done(found)
  })
}

function importId(text: string): number | undefined {
  const id = /^[1-9][0-9]{0,9}$/.test(text) ? Number(text) : 0
  return id >= 1 && id <= 2147483647 ? id : undefined
}
