// What a file is, by its content. Only kinds that can be evidence and that a browser can be trusted with: no SVG and no
// HTML, which may carry scripts.
import { fileTypeFromBuffer } from 'file-type'

const ACCEPTED: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/tiff',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
])

/** undefined for anything else. */
export async function mediaTypeOf(content: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content)
  if (found !== undefined) return ACCEPTED.has(found.mime) ? found.mime : undefined
  return isPlainText(content) ? 'text/plain' : undefined
}

/** UTF-8 without control characters, and no markup that a browser would run. */
function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) && !/^\s*</.test(text)
  } catch {
    return false
  }
}
