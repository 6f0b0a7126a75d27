// Texts: worded by one side, agreed by both to the same version, signed by both when their procedures allow it.
import { SIDES, type Hash, type Side } from '../act/act.ts'
import { markOf, type Mark } from '../act/mark.ts'
import type { Head } from '../partnership/head.ts'
import { missingOn, readiness, sayKnot } from '../partnership/knots.ts'
import type { AgreementText, ObjectRef, TextSignature } from '../partnership/objects.ts'
import type { Changes, Reading, Rules } from '../partnership/reading.ts'
import { counts } from '../partnership/standing.ts'
import {
  checkAnswer,
  checkNew,
  checkOwn,
  checkVersion,
  current,
  firstVersion,
  nextVersion,
} from '../partnership/versions.ts'
import type { Knot } from '../procedure/pack.ts'
import type { DomainRefusal } from '../refusal.ts'
import { inForce } from './in-force.ts'
import { noticeRule } from './notice-rule.ts'

export const agreementRules: Rules<'text.drafted' | 'text.revised' | 'text.agreed' | 'text.signed' | 'notice.given'> = {
  'text.drafted': {
    about: ({ text, counters, renews, concepts = [] }) => [
      ...refs(text, ...(counters ? [counters.text] : []), ...(renews === undefined ? [] : [renews])),
      ...concepts.map((id): ObjectRef => ({ kind: 'concept', id })),
    ],
    check(reading, { speaker, body: { text, counters, renews, concepts = [] } }) {
      return (
        checkNew(reading, 'text', text) ??
        (counters &&
          (checkAnswer(reading, 'text', counters.text, speaker, counters.version) ??
            unsigned(reading, counters.text) ??
            uncountered(reading, counters.text))) ??
        (renews === undefined ? undefined : signedText(reading, renews)) ??
        concepts.map((id) => acceptedConcept(reading, id)).find((refusal) => refusal !== undefined)
      )
    },
    apply(reading, said, hash) {
      const { text: id, kind, counters, renews, ...content } = said.body
      const text: AgreementText = {
        ...firstVersion(id, markOf(said, hash), content),
        kind,
        status: 'drafted',
        ...(counters ? { counters } : {}),
        ...(renews === undefined ? {} : { renews }),
        agreed: {},
        signed: {},
      }
      const answered = counters && reading.object('text', counters.text)
      return changed(...(answered ? [{ ...answered, status: 'countered' as const, agreed: {} }] : []), text)
    },
  },
  'text.revised': {
    about: ({ text, concepts = [] }) => [...refs(text), ...concepts.map((id): ObjectRef => ({ kind: 'concept', id }))],
    check: (reading, { speaker, body: { text, replaces, concepts = [] } }) =>
      checkOwn(reading, 'text', text, speaker, replaces) ??
      unsigned(reading, text) ??
      concepts.map((id) => acceptedConcept(reading, id)).find((refusal) => refusal !== undefined),
    apply(reading, said, hash) {
      const { text: id, replaces: _, ...content } = said.body
      const text = reading.object('text', id)
      if (text === undefined) return {}
      const versions = nextVersion(text.versions, markOf(said, hash), content)
      return changed({ ...text, versions, status: 'drafted', agreed: {}, signed: {} })
    },
  },
  'text.agreed': {
    about: ({ text }) => refs(text),
    check(reading, { speaker, body }) {
      const text = reading.object('text', body.text)
      if (text === undefined) return { code: 'unknown-object', kind: 'text', id: body.text }
      const missing = joint(text) ? missingOn(reading.head, 'text', speaker) : []
      return (
        checkVersion('text', text, body.version) ??
        unsigned(reading, body.text) ??
        (missing.length > 0 ? { code: 'knot-not-ready', knot: 'text', side: speaker, missing } : undefined)
      )
    },
    apply({ head, object }, said, hash) {
      const text = object('text', said.body.text)
      if (text === undefined) return {}
      const mark = markOf(said, hash)
      const agreed = { ...text.agreed, [said.speaker]: { mark, version: said.body.version } }
      const status = byBoth(head, text, agreed) ? 'agreed' : text.status
      return {
        head: joint(text) ? sayKnot(head, 'text', { ...mark, on: said.at.slice(0, 10) }) : head,
        ...changed({ ...text, agreed, status }),
      }
    },
  },
  'text.signed': {
    about: ({ text }) => refs(text),
    check(reading, { speaker, body }) {
      const text = reading.object('text', body.text)
      if (text === undefined) return { code: 'unknown-object', kind: 'text', id: body.text }
      const agreed: DomainRefusal | undefined = byBoth(reading.head, text, text.agreed)
        ? undefined
        : { code: 'hash-not-agreed', text: text.id, version: body.version }
      return (
        checkVersion('text', text, body.version) ??
        twice(reading.head, text, speaker) ??
        agreed ??
        unready(reading.head, text, speaker)
      )
    },
    apply({ head, object }, said, hash) {
      const text = object('text', said.body.text)
      if (text === undefined) return {}
      const { version, on, place, signatory } = said.body
      const mark = markOf(said, hash)
      const signature: TextSignature = { mark, version, on, place, signatory }
      const signed = { ...text.signed, [said.speaker]: signature }
      const whole = byBoth(head, text, signed)
      const next: AgreementText = { ...text, signed, status: whole ? 'signed' : text.status }
      const knot = knotOf(text)
      const spoken = knot === undefined ? head : sayKnot(head, knot, { ...mark, on })
      return { head: whole ? inForce(spoken, next) : spoken, ...changed(next) }
    },
  },
  'notice.given': noticeRule,
}

/** A plan is signed too, but ties nothing. */
const knotOf = ({ kind }: AgreementText): Knot | undefined => (kind === 'plan' ? undefined : kind)
/** Its wording is a joint milestone of its own. */
const joint = ({ kind }: AgreementText) => kind === 'mou' || kind === 'renewal'

type Yes = { readonly mark: Mark; readonly version: Hash } | undefined

/** A yes or a signature to the version in force, by a word that counts. */
const stands = (head: Head, text: AgreementText, yes: Yes): boolean =>
  yes !== undefined && yes.version === current(text).hash && counts(head, yes.mark)

const byBoth = (head: Head, text: AgreementText, words: { readonly [S in Side]?: Yes }): boolean =>
  SIDES.every((side) => stands(head, text, words[side]))

/** A side signs once; but where both signatures came to count only by a confirmation, one more word completes the text. */
function twice(head: Head, text: AgreementText, speaker: Side): DomainRefusal | undefined {
  const completes = text.status !== 'signed' && byBoth(head, text, text.signed)
  const before = text.status === 'signed' || stands(head, text, text.signed[speaker])
  return before && !completes ? { code: 'already-decided', kind: 'text', id: text.id, status: 'signed' } : undefined
}

/** The own side is named first. */
function unready(head: Head, text: AgreementText, speaker: Side): DomainRefusal | undefined {
  const knot = knotOf(text)
  if (knot === undefined) return undefined
  const sides = readiness(head, knot)
  const first = sides.find(({ side }) => side === speaker) ?? sides[0]
  return first && { code: 'knot-not-ready', knot, ...first }
}

function unsigned({ head, object }: Reading, id: string): DomainRefusal | undefined {
  const text = object('text', id)
  if (text === undefined) return undefined
  const begun = SIDES.some((side) => stands(head, text, text.signed[side]))
  return begun ? { code: 'already-decided', kind: 'text', id, status: 'signed' } : undefined
}

/** One counter to a wording; whoever made it rewords that. */
function uncountered(reading: Reading, id: string): DomainRefusal | undefined {
  return reading.object('text', id)?.status === 'countered'
    ? { code: 'already-decided', kind: 'text', id, status: 'countered' }
    : undefined
}

function signedText(reading: Reading, id: string): DomainRefusal | undefined {
  const text = reading.object('text', id)
  if (text === undefined) return { code: 'unknown-object', kind: 'text', id }
  return text.status === 'signed' ? undefined : { code: 'text-not-signed', text: id }
}

function acceptedConcept(reading: Reading, id: string): DomainRefusal | undefined {
  const concept = reading.object('concept', id)
  if (concept === undefined) return { code: 'unknown-object', kind: 'concept', id }
  const stands =
    concept.status === 'accepted' && concept.answer !== undefined && counts(reading.head, concept.answer.mark)
  return stands ? undefined : { code: 'concept-not-accepted', concept: id }
}

const refs = (...ids: readonly string[]): readonly ObjectRef[] => ids.map((id) => ({ kind: 'text', id }))

const changed = (...texts: readonly AgreementText[]): Changes => ({
  objects: texts.map((value) => ({ kind: 'text', id: value.id, value })),
})
