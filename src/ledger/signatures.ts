// Ed25519 over the hexadecimal digits of a hash. Keys are written as SPKI and PKCS 8 in base64, signatures in base64.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'

export interface KeyPair {
  readonly publicKey: string
  readonly privateKey: string
}

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

/** Reading a key costs more than signing with it: who signs often keeps it. */
export const readPrivateKey = (privateKey: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })

export const signText = (key: KeyObject, text: string): string =>
  sign(null, Buffer.from(text, 'ascii'), key).toString('base64')

/** Reads the key once. False, never an error, for a key or signature that is none. */
export function signatureReader(publicKey: string): (text: string, signature: string) => boolean {
  const key = readPublicKey(publicKey)
  return (text, signature) => {
    const bytes = Buffer.from(signature, 'base64')
    // Of the ways to write the same bytes only one is taken: an altered signature must not pass for the one that was given.
    if (key === undefined || bytes.toString('base64') !== signature) return false
    return verify(null, Buffer.from(text, 'ascii'), key, bytes)
  }
}

export const isSignedBy = (publicKey: string, text: string, signature: string): boolean =>
  signatureReader(publicKey)(text, signature)

function readPublicKey(publicKey: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}
