// The interface text. Keys are typed from English, so a key that does not exist does not compile.
import en from '../../locales/en.json' with { type: 'json' }
import id from '../../locales/id.json' with { type: 'json' }
import km from '../../locales/km.json' with { type: 'json' }
import type { Locale } from './locale.ts'

export type Message = keyof typeof en

export const MESSAGES: Readonly<Record<Locale, Readonly<Record<Message, string>>>> = { id, km, en }

export function isMessage(key: string): key is Message {
  return Object.hasOwn(en, key)
}
