// Puts acts that arrived in any order, some of them twice, into the one order in which every copy folds them.
import canonicalize from 'canonicalize'
import { SIDES, type AnyAct, type Hash, NO_HASH, type Side } from '../act/act.ts'
import type { DomainRefusal } from '../refusal.ts'

/** An act as it came in, with what was found wrong with it as such. */
export interface Delivered {
  readonly act: AnyAct
  readonly fault?: DomainRefusal
}

export interface Ordered {
  readonly acts: readonly Delivered[]
  /** Acts that cannot be folded yet, since one before them in their strand is missing. */
  readonly waiting: readonly { readonly side: Side; readonly missing: number; readonly acts: readonly AnyAct[] }[]
}

/** No honest side has seen so many acts between two of its own; without a limit one act could use up all clocks. */
const MOST_JUMP = 1_000_000_000

interface Placed extends Delivered {
  /** Never less than that of an earlier act of the strand, whatever the act itself says. */
  readonly clock: number
}

/** Shared acts only, by (clock, side, seq). */
export function orderActs(delivered: Iterable<Delivered>): Ordered {
  const strands = SIDES.map((side) => ({ side, acts: new Map<number, Delivered[]>() }))
  for (const one of oncePerHash(delivered)) {
    const { side, seq } = one.act
    const strand = strands[side === 'a' ? 0 : 1]?.acts
    strand?.set(seq, [...(strand.get(seq) ?? []), one])
  }
  const followed = strands.map(({ side, acts }) => follow(side, acts))
  return {
    acts: followed.flatMap(({ placed }) => placed).sort(before),
    waiting: followed.flatMap(({ waiting }) => waiting),
  }
}

/** Of all lines that claim a hash, a sound one; else always the same of the altered ones, wherever they stand. */
function oncePerHash(delivered: Iterable<Delivered>): Iterable<Delivered> {
  const kept = new Map<Hash, Delivered>()
  for (const one of delivered) {
    if (one.act.scope !== 'shared') continue
    const known = kept.get(one.act.hash)
    if (known === undefined || isBetter(one, known)) kept.set(one.act.hash, one)
  }
  return kept.values()
}

function isBetter(one: Delivered, known: Delivered): boolean {
  if (known.fault === undefined) return false
  return one.fault === undefined || textOf(one) < textOf(known)
}

const textOf = ({ act }: Delivered) => canonicalize(act) ?? ''

/** Walks a strand from its first act as far as it goes without a gap. */
function follow(side: Side, bySeq: ReadonlyMap<number, readonly Delivered[]>) {
  const placed: Placed[] = []
  let [seq, previous, clock] = [1, NO_HASH, 0]
  for (let rivals = bySeq.get(seq); rivals !== undefined; rivals = bySeq.get(seq)) {
    const continued = new Set(bySeq.get(seq + 1)?.map(({ act }) => act.previous))
    const [chosen, ...forks] = [...rivals].sort((x, y) => prefer(x, y, previous, continued))
    if (chosen === undefined) break
    const link = chainFault(chosen.act, previous, clock)
    clock = link === undefined ? chosen.act.clock : clock + 1
    placed.push({ ...chosen, ...withFault(chosen.fault ?? link), clock })
    for (const fork of forks) placed.push({ ...fork, fault: { code: 'strand-forked' }, clock })
    previous = chosen.act.hash
    seq += 1
  }
  const rest = [...bySeq.values()].flat().filter(({ act }) => act.seq > seq)
  const waiting = rest.length > 0 ? [{ side, missing: seq, acts: rest.map(({ act }) => act) }] : []
  return { placed, waiting }
}

function chainFault({ previous, clock }: AnyAct, expected: Hash, last: number): DomainRefusal | undefined {
  return previous === expected && clock > last && clock <= last + MOST_JUMP
    ? undefined
    : { code: 'chain-broken', previous }
}

const withFault = (fault: DomainRefusal | undefined) => (fault ? { fault } : {})

/** Of two acts at one place: the sound one, the one that continues the chain, the one that is continued, the smaller hash. */
function prefer(x: Delivered, y: Delivered, previous: Hash, continued: ReadonlySet<Hash>): number {
  const rank = ({ act, fault }: Delivered) =>
    (fault ? 4 : 0) + (act.previous === previous ? 0 : 2) + (continued.has(act.hash) ? 0 : 1)
  return rank(x) - rank(y) || (x.act.hash < y.act.hash ? -1 : 1)
}

function before(x: Placed, y: Placed): number {
  if (x.clock !== y.clock) return x.clock - y.clock
  if (x.act.side !== y.act.side) return x.act.side < y.act.side ? -1 : 1
  return x.act.seq - y.act.seq || (x.act.hash < y.act.hash ? -1 : 1)
}
