// What an unfinished fetch already has: one line per finished page, appended and synced, so that a fetch that was
// interrupted, whatever the reason, goes on where it was.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Refused } from '../refusal.ts'
import { FIRST_PAGES, splitPage, type Page } from './page-query.ts'
import type { WikidataStatement } from './read-answer.ts'

interface Head {
  readonly format: 1
  readonly endpoint: string
  readonly startedAt: string
}
type Step = { readonly page: Page; readonly statements: readonly WikidataStatement[] } | { readonly split: Page }

export interface FetchProgress {
  readonly startedAt: Date
  /** Pages still to ask for. */
  readonly open: readonly Page[]
  readonly finished: number
  readonly statements: readonly WikidataStatement[]
}

/** What the file holds for this endpoint; undefined when it is absent, damaged or of another endpoint. */
export function readProgress(file: string, endpoint: string): FetchProgress | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const lines = text.split('\n')
  // A line without its end was being written when the process stopped.
  lines.pop()
  const [head, ...steps] = lines.map(parse) as [Head | undefined, ...(Step | undefined)[]]
  if (head?.format !== 1 || head.endpoint !== endpoint || steps.includes(undefined)) return undefined
  let open: readonly Page[] = FIRST_PAGES
  let finished = 0
  const statements: WikidataStatement[] = []
  for (const step of steps as Step[]) {
    if ('split' in step) open = open.flatMap((page) => (page === step.split ? (splitPage(page) ?? [page]) : [page]))
    else {
      open = open.filter((page) => page !== step.page)
      finished++
      for (const statement of step.statements) statements.push(statement)
    }
  }
  return { startedAt: new Date(head.startedAt), open, finished, statements }
}

export interface ProgressWriter {
  finished(page: Page, statements: readonly WikidataStatement[]): void
  split(page: Page): void
  close(): void
}

/** Begins a new file, or goes on with the one that `readProgress` understood. */
export function writeProgress(file: string, endpoint: string, resume: boolean): ProgressWriter {
  const handle = guarded(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    if (resume) cutUnfinishedLine(file)
    else
      writeFileSync(
        file,
        `${JSON.stringify({ format: 1, endpoint, startedAt: new Date().toISOString() } satisfies Head)}\n`,
      )
    return openSync(file, 'a')
  })
  const append = (step: Step) =>
    guarded(file, () => {
      const bytes = Buffer.from(`${JSON.stringify(step)}\n`)
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done)
      fsyncSync(handle)
    })
  return {
    finished: (page, statements) => append({ page, statements }),
    split: (page) => append({ split: page }),
    close: () => closeSync(handle),
  }
}

export function forgetProgress(file: string): void {
  rmSync(file, { force: true })
}

function cutUnfinishedLine(file: string): void {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end === bytes.length) return
  writeFileSync(`${file}.part`, bytes.subarray(0, end))
  renameSync(`${file}.part`, file)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function guarded<T>(file: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Refused(
      reason === 'ENOSPC' ? { code: 'disk-full', folder: dirname(file) } : { code: 'file-not-writable', file, reason },
      { cause: error },
    )
  }
}
