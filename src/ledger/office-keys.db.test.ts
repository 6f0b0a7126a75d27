import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { withDatabase } from '../../tests/support/test-database.ts'
import { keyRing, keysOf, trustedKeys, type OfficeKey } from './office-keys.ts'
import { isSignedBy, newKeyPair, readPrivateKey, signText } from './signatures.ts'

const ground = withDatabase()
const SECRET = Buffer.alloc(32, 7)
const HASH = 'ab'.repeat(32)

test('given an office without a key, when two processes sign at once for the first time, then both sign with the same one', async () => {
  const rings = [keyRing(ground.database, SECRET), keyRing(ground.database, SECRET)]
  const signatures = await Promise.all(rings.map((ring) => ring.sign('both', HASH)))
  const [key] = await keysOf(ground.database, ['both'])
  expect(await keysOf(ground.database, ['both'])).toHaveLength(1)
  expect(signatures.map((signature) => isSignedBy(key.public_key, HASH, signature))).toEqual([true, true])
})

test('given a key, when the database is looked into, then the private part cannot be read there', async () => {
  await keyRing(ground.database, SECRET).sign('secret', HASH)
  const row = await ground.database
    .selectFrom('office_keys')
    .selectAll()
    .where('office', '=', 'secret')
    .executeTakeFirst()
  // PKCS 8 of Ed25519 always begins with these bytes.
  const begin = Buffer.from('302e020100300506032b6570', 'hex')
  expect(Buffer.from(row?.private_key ?? '', 'base64').indexOf(begin)).toBe(-1)
})

test('given another secret, when the office would sign, then it is refused, and the right secret still signs', async () => {
  await keyRing(ground.database, SECRET).sign('kept', HASH)
  const other = keyRing(ground.database, Buffer.alloc(32, 8))
  await expect(other.sign('kept', HASH)).rejects.toMatchObject({
    refusal: { code: 'key-not-readable', office: 'kept' },
  })
  expect(await keyRing(ground.database, SECRET).sign('kept', HASH)).toHaveLength(88)
})

test('given a private key that was put into the row of another office, then it is not taken for its own', async () => {
  await keyRing(ground.database, SECRET).sign('one', HASH)
  await keyRing(ground.database, SECRET).sign('other', HASH)
  const row = await ground.database.selectFrom('office_keys').selectAll().where('office', '=', 'one').executeTakeFirst()
  const moved = { private_key: row?.private_key ?? '' } as never
  await ground.database.updateTable('office_keys').set(moved).where('office', '=', 'other').execute()
  await expect(keyRing(ground.database, SECRET).sign('other', HASH)).rejects.toMatchObject({
    refusal: { code: 'key-not-readable' },
  })
})

test('given a new key, when it is endorsed by the one before, then it is trusted from the first one on; a strange one is not', async () => {
  const ring = keyRing(ground.database, SECRET)
  const first = await ring.publicKey('turning')
  const second = await ring.rotate('turning')
  const third = await ring.rotate('turning')
  const keys = await keysOf(ground.database, ['turning'])
  expect(trustedKeys(keys, 'turning', undefined)).toEqual([first, second, third])
  expect(trustedKeys(keys, 'turning', first)).toEqual([first, second, third])
  const { publicKey, privateKey } = newKeyPair()
  const endorsement = signText(readPrivateKey(privateKey), `turning 4 ${publicKey}`)
  const strange: OfficeKey = { office: 'turning', number: 4, public_key: publicKey, endorsement }
  expect(trustedKeys([...keys, strange], 'turning', first)).toEqual([first, second, third])
  expect(trustedKeys([...keys, { ...strange, endorsement: null }], 'turning', first)).toEqual([first, second, third])
  expect(isSignedBy(third, HASH, await ring.sign('turning', HASH))).toBe(true)
})

test('given a signature, when it is written in another way that gives the same bytes, then it does not fit', () => {
  const { publicKey, privateKey } = newKeyPair()
  const signature = signText(readPrivateKey(privateKey), HASH)
  expect(isSignedBy(publicKey, HASH, signature)).toBe(true)
  // The last digit before the padding carries four bits that no byte needs.
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const other = `${signature.slice(0, 85)}${digits[digits.indexOf(signature[85]) + 1]}==`
  expect(Buffer.from(other, 'base64')).toEqual(Buffer.from(signature, 'base64'))
  expect(isSignedBy(publicKey, HASH, other)).toBe(false)
  expect(isSignedBy('no key', HASH, signature)).toBe(false)
  const exchange = generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  expect(isSignedBy(exchange, HASH, signature)).toBe(false)
  expect(isSignedBy(publicKey, HASH, 'no signature')).toBe(false)
})
