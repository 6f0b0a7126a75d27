import { expect, test } from 'vitest'
import { withDatabase } from '../../tests/support/test-database.ts'
import { getBlob, LARGEST_BLOB, putBlob } from './blobs.ts'
import { sha256 } from './canonical.ts'

const ground = withDatabase()
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154', 'hex')

test.each([
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['a picture', PNG, 'image/png'],
  ['a text', Buffer.from('Notulen rapat: កំណត់ហេតុ\n'), 'text/plain'],
])('given %s, when kept, then it is found by its hash with the type of its content', async (_, content, type) => {
  const put = await putBlob(ground.database, content, 'A title')
  expect(put).toEqual({ ok: true, value: { sha256: sha256(content), media_type: type, title: 'A title' } })
  expect(await putBlob(ground.database, content, 'A title')).toEqual(put)
  const kept = await getBlob(ground.database, sha256(content))
  expect(kept).toEqual({ media_type: type, content })
})

test.each([
  ['nothing', Buffer.alloc(0), { code: 'blob-empty' }],
  [
    'a page with scripts',
    Buffer.from('<html><script>alert(1)</script>'),
    { code: 'blob-type-unknown', title: 'A title' },
  ],
  [
    'a picture that is markup',
    Buffer.from('<?xml version="1.0"?><svg/>'),
    { code: 'blob-type-unknown', title: 'A title' },
  ],
  [
    'a program',
    Buffer.from('7f454c4602010100000000000000000003003e0001000000', 'hex'),
    { code: 'blob-type-unknown', title: 'A title' },
  ],
  ['noise', Buffer.alloc(64, 1), { code: 'blob-type-unknown', title: 'A title' }],
])('given %s, when kept, then it is refused', async (_, content, refusal) => {
  expect(await putBlob(ground.database, content, 'A title')).toEqual({ ok: false, refusal })
})

test('given a file at the limit and one byte more, then the first is kept and the second refused', async () => {
  const content = Buffer.alloc(LARGEST_BLOB + 1, 'a')
  expect(await putBlob(ground.database, content.subarray(0, LARGEST_BLOB), 'Large')).toMatchObject({ ok: true })
  const refusal = { code: 'blob-too-large', size: LARGEST_BLOB + 1, limit: LARGEST_BLOB }
  expect(await putBlob(ground.database, content, 'Larger')).toEqual({ ok: false, refusal })
})
