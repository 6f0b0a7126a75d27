// A partnership as JSON shows it, the same from a file, the ledger and, later, the API.
import { agreementClock } from '../domain/agreement/clock.ts'
import { SIDES, type Side } from '../domain/act/act.ts'
import { balanceOf } from '../domain/balance/balance.ts'
import { livenessOf } from '../domain/liveness/liveness.ts'
import { sustainabilityOf } from '../domain/liveness/sustainability.ts'
import type { Head, KnotState } from '../domain/partnership/head.ts'
import { missingOn } from '../domain/partnership/knots.ts'
import type { AgreementText, Concept, VoidAct } from '../domain/partnership/objects.ts'
import { stageOf } from '../domain/partnership/stage.ts'
import { KNOTS, type Knot } from '../domain/procedure/pack.ts'

/** What the view is made of: the head, and three kinds of objects. */
export interface PartnershipParts {
  readonly head: Head
  readonly concepts: readonly Concept[]
  readonly texts: readonly AgreementText[]
  readonly voids: readonly VoidAct[]
}

export type PartnershipJson = ReturnType<typeof partnershipJson>

/** `on`: the day for which liveness, clock and stage are told. */
export function partnershipJson({ head, concepts, texts, voids }: PartnershipParts, on: string) {
  const years = Object.keys(head.flows).map((key) => Number(key.split('|').at(-1)))
  return {
    partnership: head.partnership,
    on,
    fictional: head.fictional ?? false,
    form: head.form ?? null,
    sides: bySide((side) => ({
      name: head.parties[side]?.name ?? null,
      country: head.parties[side]?.country ?? null,
      candidate: head.parties[side]?.candidate ?? false,
      seated: head.seats[side] !== undefined,
    })),
    stage: stageOf(head, on),
    liveness: livenessOf(head, on),
    knots: Object.fromEntries(KNOTS.map((knot) => [knot, knotJson(head, knot)])),
    concepts: concepts.map(conceptJson),
    agreements: texts.map((text) => textJson(text)),
    clock: head.in_force === undefined ? null : agreementClock(head.in_force, on),
    balance: years.length === 0 ? [] : balanceOf(head, { fromYear: Math.min(...years), toYear: Math.max(...years) }),
    sustainability: sustainabilityOf(head, on),
    acts: head.acts,
    void: voids.map(({ act, side, seq, type, refusal }) => ({ act, side, seq, type, ...refusal })),
  }
}

function knotJson(head: Head, knot: Knot) {
  const state: KnotState | undefined = head.knots[knot]
  return {
    tied: state?.tied !== undefined,
    on: state?.tied?.on ?? null,
    sides: bySide((side) => ({
      said: state?.says[side]?.on ?? null,
      basis: state?.says[side]?.basis ?? null,
      missing: state?.tied ? [] : missingOn(head, knot, side),
    })),
  }
}

const conceptJson = ({ id, owner, status, versions, counters, answer }: Concept) => ({
  id,
  owner,
  status,
  sector: versions.at(-1)?.content.sector ?? null,
  title: versions.at(-1)?.content.title ?? null,
  version: versions.at(-1)?.hash ?? null,
  versions: versions.length,
  counters: counters ?? null,
  answer: answer ?? null,
})

const textJson = ({ id, owner, kind, status, versions, agreed, signed, renews, notice }: AgreementText) => ({
  id,
  owner,
  kind,
  status,
  title: versions.at(-1)?.content.title ?? null,
  languages: versions.at(-1)?.content.languages ?? [],
  prevailing: versions.at(-1)?.content.prevailing ?? null,
  version: versions.at(-1)?.hash ?? null,
  versions: versions.length,
  renews: renews ?? null,
  agreed: bySide((side) => agreed[side]?.mark ?? null),
  signed: bySide((side) => (signed[side] ? { on: signed[side].on, place: signed[side].place } : null)),
  notice: notice ?? null,
})

const bySide = <T>(of: (side: Side) => T): { readonly [S in Side]: T } => {
  const [a, b] = SIDES.map(of) as [T, T]
  return { a, b }
}
