// One file of named typed arrays and a JSON head, written whole and renamed into place, read in one go.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'

const MAGIC = 'KEMBARC1'
const ALIGN = 8

const TYPES = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
} as const
type ColumnType = keyof typeof TYPES
export type Column =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array

interface Head {
  readonly key: string
  readonly length: number
  readonly meta: unknown
  readonly columns: readonly {
    readonly name: string
    readonly type: ColumnType
    readonly offset: number
    readonly count: number
  }[]
}

export interface ColumnFile {
  readonly meta: unknown
  readonly columns: Readonly<Record<string, Column>>
}

const aligned = (n: number) => Math.ceil(n / ALIGN) * ALIGN

/** Writes the columns under `key` (what they were made from); other processes see the old file or the new one, never a part. */
export function writeColumnFile(
  path: string,
  key: string,
  meta: unknown,
  columns: Readonly<Record<string, Column>>,
): void {
  let offset = 0
  const list = Object.entries(columns).map(([name, column]) => {
    const entry = { name, type: column.constructor.name as ColumnType, offset, count: column.length }
    offset = aligned(offset + column.byteLength)
    return entry
  })
  const head = Buffer.from(JSON.stringify({ key, length: offset, meta, columns: list } satisfies Head))
  const start = aligned(MAGIC.length + 4 + head.length)
  const front = Buffer.alloc(start)
  front.write(MAGIC, 'latin1')
  front.writeUInt32LE(head.length, MAGIC.length)
  head.copy(front, MAGIC.length + 4)
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
  const file = openSync(temporary, 'w', 0o644)
  try {
    let at = 0
    const put = (bytes: Uint8Array) => {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done)
      at += bytes.length
    }
    put(front)
    for (const column of Object.values(columns)) {
      put(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
      put(new Uint8Array(aligned(column.byteLength) - column.byteLength))
    }
    fsyncSync(file)
  } catch (error) {
    closeSync(file)
    rmSync(temporary, { force: true })
    throw error
  }
  closeSync(file)
  renameSync(temporary, path)
}

/** Reads a file written under the same `key`; undefined when it is absent, of another key, cut short or not such a file. */
export function readColumnFile(path: string, key: string): ColumnFile | undefined {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return undefined
  }
  if (bytes.length < MAGIC.length + 4 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined
  const headLength = bytes.readUInt32LE(MAGIC.length)
  const start = aligned(MAGIC.length + 4 + headLength)
  let head: Head
  try {
    head = JSON.parse(bytes.toString('utf8', MAGIC.length + 4, MAGIC.length + 4 + headLength)) as Head
  } catch {
    return undefined
  }
  if (head.key !== key || bytes.length !== start + head.length) return undefined
  const columns: Record<string, Column> = {}
  for (const { name, type, offset, count } of head.columns) {
    columns[name] = new TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + start + offset, count)
  }
  return { meta: head.meta, columns }
}
