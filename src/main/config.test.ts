import { describe, expect, test } from 'vitest'
import { Refused } from '../verbs/refusal.ts'
import { readConfig } from './config.ts'

describe('given no settings', () => {
  test('then Kembar listens at 3000 and keeps its data in the folder where it was started', () => {
    expect(readConfig({}, '/srv/city')).toEqual({
      port: 3000,
      dataFolder: '/srv/city/data',
      origin: 'http://localhost:3000',
    })
  })
})

describe('given settings', () => {
  test('then each is taken, and the origin loses its slash', () => {
    const env = {
      PORT: '8080',
      KEMBAR_DATA: '../kembar data',
      DATABASE_URL: 'postgresql://kembar@db.example.org/kembar',
      KEMBAR_ORIGIN: 'https://kembar.example.org/',
    }
    expect(readConfig(env, '/srv/city')).toEqual({
      port: 8080,
      dataFolder: '/srv/kembar data',
      databaseUrl: 'postgresql://kembar@db.example.org/kembar',
      origin: 'https://kembar.example.org',
    })
  })

  test('then an empty one counts as absent', () => {
    const env = { PORT: '', KEMBAR_DATA: '', DATABASE_URL: '', KEMBAR_ORIGIN: '' }
    expect(readConfig(env, '/srv')).toEqual(readConfig({}, '/srv'))
  })
})

describe('given a setting that cannot be meant', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://db.example.org/kembar'],
    ['KEMBAR_ORIGIN', 'kembar.example.org'],
    ['KEMBAR_ORIGIN', 'ftp://kembar.example.org'],
    ['KEMBAR_ORIGIN', 'https://kembar.example.org/twins'],
  ])('then %s=%s is refused with what to write instead', (setting, value) => {
    const refusal = refusalOf(() => readConfig({ [setting]: value }, '/srv'))
    expect(refusal).toMatchObject({
      code: 'setting-wrong',
      setting,
      value,
      expected: expect.stringContaining('such as'),
    })
  })

  test('then a password in it is not repeated', () => {
    const refusal = refusalOf(() => readConfig({ DATABASE_URL: 'http://kembar:secret@db.example.org/' }, '/srv'))
    expect(JSON.stringify(refusal)).not.toContain('secret')
  })
})

function refusalOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return undefined
}

describe('given a secret for the keys of the offices', () => {
  test.each([Buffer.alloc(32, 7).toString('base64'), Buffer.alloc(32, 7).toString('hex')])(
    'when it is 32 bytes, written as %s, then it is taken',
    (written) => {
      expect(readConfig({ KEMBAR_SECRET: written }, '/srv').secret).toEqual(Buffer.alloc(32, 7))
    },
  )

  test('when it is shorter, then it is refused without being shown', () => {
    expect(() => readConfig({ KEMBAR_SECRET: 'password' }, '/srv')).toThrow(
      expect.objectContaining({ refusal: expect.not.objectContaining({ value: 'password' }) }),
    )
  })
})
