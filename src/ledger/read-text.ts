// A file of text as a whole, or why it is none.
import { readFileSync } from 'node:fs'
import { done, refuse, type Result } from '../verbs/refusal.ts'

/** UTF-8 without NUL; `shown` is how the file was named. */
export function readText(file: string, shown: string): Result<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
    return text.includes('\u0000') ? refuse({ code: 'file-not-text', file: shown }) : done(text)
  } catch (error) {
    if (error instanceof TypeError) return refuse({ code: 'file-not-text', file: shown })
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return reason === 'ENOENT' || reason === 'ENOTDIR'
      ? refuse({ code: 'file-not-found', file: shown })
      : refuse({ code: 'file-not-readable', file: shown, reason })
  }
}
