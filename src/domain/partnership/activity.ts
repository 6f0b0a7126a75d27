// Keeps, per side and month, that something happened: an exchange, a visit or a kept commitment. Liveness reads it.
import type { Hash, Side } from '../act/act.ts'
import type { ActivityMonth, Head } from './head.ts'

/** So many are kept by name in a month; of the rest only the number. */
const NAMED = 3

export interface Happening {
  readonly act: Hash
  readonly type: string
  /** `2026-12-18` */
  readonly on: string
}

export function addActivity(head: Head, side: Side, happening: Happening, sectors: readonly string[] = []): Head {
  const month = happening.on.slice(0, 7)
  const known: ActivityMonth = head.activity[side][month] ?? { newest: [], more: 0 }
  const all = [...known.newest, happening].sort((x, y) => compare(x, y))
  const cut = Math.max(0, all.length - NAMED)
  const touched = sectors.filter((sector) => (head.sectors[sector] ?? '') < month)
  return {
    ...head,
    activity: withMonth(head, side, month, { newest: all.slice(cut), more: known.more + cut }),
    sectors: { ...head.sectors, ...Object.fromEntries(touched.map((sector) => [sector, month])) },
  }
}

/** Takes back what a withdrawn, disputed or corrected act had shown. The sectors keep their month: another act may stand for it. */
export function removeActivity(head: Head, side: Side, act: Hash, on: string): Head {
  const month = on.slice(0, 7)
  const known = head.activity[side][month]
  if (known === undefined) return head
  const newest = known.newest.filter((one) => one.act !== act)
  const more = newest.length < known.newest.length ? known.more : Math.max(0, known.more - 1)
  return { ...head, activity: withMonth(head, side, month, { newest, more }) }
}

function withMonth(head: Head, side: Side, month: string, value: ActivityMonth): Head['activity'] {
  const months = { ...head.activity[side], [month]: value }
  if (value.newest.length === 0 && value.more === 0) delete months[month]
  return { ...head.activity, [side]: months }
}

const compare = (x: Happening, y: Happening) => (x.on === y.on ? (x.act < y.act ? -1 : 1) : x.on < y.on ? -1 : 1)
