// Files by their content: stored once, named by their SHA-256, of a type that is read from the content and not believed
// from a name.
import type { Kysely } from 'kysely'
import type { AnyIntent, BlobRef, Hash } from '../domain/act/act.ts'
import type { Tables } from '../db/tables.ts'
import { done, refuse, type Result } from '../verbs/refusal.ts'
import { sha256 } from './canonical.ts'
import { mediaTypeOf } from './media-type.ts'

/** Bytes. */
export const LARGEST_BLOB = 25 * 1024 * 1024

export async function putBlob(database: Kysely<Tables>, content: Uint8Array, title: string): Promise<Result<BlobRef>> {
  if (content.byteLength === 0) return refuse({ code: 'blob-empty' })
  if (content.byteLength > LARGEST_BLOB)
    return refuse({ code: 'blob-too-large', size: content.byteLength, limit: LARGEST_BLOB })
  const mediaType = await mediaTypeOf(content)
  if (mediaType === undefined) return refuse({ code: 'blob-type-unknown', title })
  const hash = sha256(content)
  await database
    .insertInto('blobs')
    .values({ sha256: hash, media_type: mediaType, size: content.byteLength, content: Buffer.from(content) } as never)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return done({ sha256: hash, media_type: mediaType, title })
}

export async function getBlob(
  database: Kysely<Tables>,
  hash: Hash,
): Promise<{ readonly media_type: string; readonly content: Buffer } | undefined> {
  return database.selectFrom('blobs').select(['media_type', 'content']).where('sha256', '=', hash).executeTakeFirst()
}

/** The first file named as evidence that is not here. */
export async function unknownBlob(database: Kysely<Tables>, intents: readonly AnyIntent[]): Promise<Hash | undefined> {
  const wanted = [...new Set(intents.flatMap(({ evidence }) => evidence.map((blob) => blob.sha256)))]
  if (wanted.length === 0) return undefined
  const rows = await database.selectFrom('blobs').select('sha256').where('sha256', 'in', wanted).execute()
  const known = new Set(rows.map((row) => row.sha256))
  return wanted.find((hash) => !known.has(hash))
}
