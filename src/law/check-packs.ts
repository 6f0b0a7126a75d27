// Everything that is wrong with the packs of a folder: each by itself, with its examples, and all together.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Knot, Pack } from '../domain/procedure/pack.ts'
import { openCalendars, type Calendars } from './calendars/calendar-for.ts'
import { exampleFaults, loadExamples } from './example-faults.ts'
import type { LawFault } from './law-fault.ts'
import { loadPack } from './load-pack.ts'
import { EXAMPLES, foldersIn, packFolders, PROCEDURE, type PackFolder } from './pack-folders.ts'
import type { Blame } from './read-yaml.ts'

export interface CheckedPacks {
  readonly packs: readonly CheckedPack[]
  readonly faults: readonly LawFault[]
}

export interface CheckedPack {
  readonly folder: string
  /** Undefined where the file cannot be relied on. */
  readonly pack: Pack | undefined
  readonly examples: number
}

/** `shipped`: the packs whose calendars serve where the folder carries none. */
export function checkPacks(path: string, shown: string, shipped: string): CheckedPacks {
  const calendars = openCalendars(carriesCalendars(path) ? path : shipped)
  const loaded = packFolders(path, shown).map((folder) => ({ folder, ...loadFrom(folder) }))
  const good = loaded.flatMap((one) => (one.ok ? [one] : []))
  const abroad = path === shipped ? [] : loadPacks(shipped)
  const knots = knotsOf([...abroad, ...good.map(({ pack }) => pack)])
  const checked = loaded.map((one) => {
    const { folder } = one
    const others = good.slice(0, one.ok ? good.indexOf(one) : 0).map(({ pack }) => pack)
    const faults = one.ok ? besideOthers(one.pack, others, one.blame) : one.faults
    const known = one.ok ? calendarOf(one.pack, calendars, one.blame) : { calendar: undefined, faults: [] }
    const examples = loadExamples(join(folder.path, EXAMPLES), join(folder.shown, EXAMPLES))
    const { calendar } = known
    const broken = !examples.ok
      ? examples.faults
      : one.ok && known.faults.length === 0
        ? exampleFaults({ pack: one.pack, calendar, knots }, examples.examples, examples.blame)
        : []
    return {
      checked: {
        folder: folder.shown,
        pack: one.ok ? one.pack : undefined,
        examples: examples.ok ? examples.examples.length : 0,
      },
      faults: [...faults, ...known.faults, ...broken],
    }
  })
  return { packs: checked.map((one) => one.checked), faults: checked.flatMap(({ faults }) => faults) }
}

/** Those packs of a folder that can be relied on. */
export const loadPacks = (path: string): readonly Pack[] =>
  packFolders(path, path)
    .map(loadFrom)
    .flatMap((one) => (one.ok ? [one.pack] : []))

/** The milestone of each step, so that a side is understood that names its own step alone. */
export function knotsOf(packs: readonly Pack[]): ReadonlyMap<string, Knot> {
  return new Map(
    packs.flatMap(({ steps }) => steps.flatMap(({ id, knot }) => (knot === undefined ? [] : [[id, knot] as const]))),
  )
}

function loadFrom({ path, shown }: PackFolder) {
  return loadPack(join(path, PROCEDURE), join(shown, PROCEDURE))
}

/** An act names a step and no pack, so no two packs may have the same step. */
function besideOthers(pack: Pack, others: readonly Pack[], blame: Blame): readonly LawFault[] {
  const taken = new Map(others.flatMap((other) => other.steps.map(({ id }) => [id, other.pack] as const)))
  const twice = others.some((other) => other.pack === pack.pack)
  return [
    ...(twice ? [blame(['pack'], 'pack-twice', { pack: pack.pack })] : []),
    ...pack.steps.flatMap(({ id }, i) => {
      const other = taken.get(id)
      return other === undefined || twice
        ? []
        : [blame(['steps', i, 'id'], 'step-of-another-pack', { step: id, pack: other })]
    }),
  ]
}

interface KnownCalendar {
  readonly calendar: WorkingCalendar | undefined
  readonly faults: readonly LawFault[]
}

/** Only working days need one. */
function calendarOf(pack: Pack, calendars: Calendars, blame: Blame): KnownCalendar {
  const first = pack.steps.findIndex(({ deadline }) => deadline?.unit === 'working-day')
  if (first < 0) return { calendar: undefined, faults: [] }
  const answer = pack.country === null ? undefined : calendars(pack.country)
  if (answer?.ok === true) return { calendar: answer.calendar, faults: [] }
  const faults =
    answer?.reason === 'calendar-faulty'
      ? answer.faults
      : [blame(['steps', first, 'deadline', 'unit'], 'calendar-missing', { country: pack.country ?? '–' })]
  return { calendar: undefined, faults }
}

const carriesCalendars = (path: string) => foldersIn(path).some((name) => existsSync(join(path, name, 'calendar.yaml')))
