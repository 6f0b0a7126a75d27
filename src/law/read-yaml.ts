// Reads a YAML file that a stranger may have written: bounded in size and depth, strict, and able to tell the line of
// everything in it. What is wrong is a value, never a throw.
import { readFileSync, statSync } from 'node:fs'
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { LawFault } from './law-fault.ts'

/** A law of hundreds of steps does not come near it. */
export const LARGEST_FILE = 1_000_000
/** Aliases may repeat a legal basis; more is no law. */
const MOST_ALIASES = 50

export type Path = readonly PropertyKey[]
export type Blame = (path: Path, code: string, data?: LawFault['data']) => LawFault

export type ReadYaml =
  | { readonly ok: true; readonly value: unknown; readonly blame: Blame }
  | { readonly ok: false; readonly faults: readonly LawFault[] }

/** `path` is where it is; `file` is what the faults are to name. */
export function readYaml(path: string, file: string): ReadYaml {
  const fault = (line: number, code: string, data: LawFault['data'] = {}): ReadYaml => ({
    ok: false,
    faults: [{ file, line, code, data }],
  })
  const bytes = readBytes(path)
  if (bytes === 'missing') return fault(1, 'file-missing')
  if (bytes === 'too-large') return fault(1, 'file-too-large', { limit: LARGEST_FILE })
  const text = decode(bytes)
  if (typeof text === 'number') return fault(text, 'not-utf8')
  return parse(file, text, fault)
}

function parse(file: string, text: string, fault: (line: number, code: string) => ReadYaml): ReadYaml {
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: lines })
    const problems = [...document.errors, ...document.warnings]
    const exhausted = problems.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
    if (exhausted !== undefined) return fault(lines.linePos(exhausted.pos[0]).line, 'too-deep')
    if (problems.length > 0) {
      const faults = problems.map(({ pos: [start], code }) => ({
        file,
        line: lines.linePos(start).line,
        code: code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'not-yaml',
        data: code === 'DUPLICATE_KEY' ? {} : { problem: code },
      }))
      return { ok: false, faults }
    }
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
      return fault(1, 'file-empty')
    const blame: Blame = (path, code, data = {}) => ({ file, line: lineOf(document, lines, path), code, data })
    return { ok: true, value: document.toJS({ maxAliasCount: MOST_ALIASES }), blame }
  } catch (error) {
    // The library throws where aliases multiply; the engine would where nesting goes on and on.
    return fault(1, error instanceof ReferenceError ? 'alias-bomb' : 'too-deep')
  }
}

function readBytes(path: string): Buffer | 'missing' | 'too-large' {
  try {
    return statSync(path).size > LARGEST_FILE ? 'too-large' : readFileSync(path)
  } catch {
    return 'missing'
  }
}

/** The text, or the number of the first line that is not text. */
function decode(bytes: Buffer): string | number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const isText = (part: Uint8Array) => {
    try {
      return !decoder.decode(part).includes('\u0000')
    } catch {
      return false
    }
  }
  if (isText(bytes)) return decoder.decode(bytes)
  let line = 1
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const stop = end < 0 ? bytes.length : end
    if (!isText(bytes.subarray(start, stop))) return line
    start = stop + 1
  }
  return 1
}

/** The line of the deepest part of the path that is written down. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (!isPair(pair) || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)]
      if (item === undefined) break
      offset = startOf(item) ?? offset
      node = item
    } else break
  }
  return lines.linePos(offset).line
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const [start] = node.range as readonly unknown[]
  return typeof start === 'number' ? start : undefined
}
