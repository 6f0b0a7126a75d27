// A fault of a pack as a sentence for whoever wrote it.
import { isMessage } from '../language/messages.ts'
import type { Speaker } from '../language/speaker.ts'
import type { PackFault } from '../verbs/check-packs.ts'

export function sayLawFault(speaker: Speaker, { code, data }: PackFault): string {
  const key = `lawfault.${code}`
  return isMessage(key) ? speaker.say(key, data) : code
}
