// How a partnership goes on, ends and comes back. What binds both needs the word of both, unless the text, the notice or
// the term has already decided it.
import { SIDES, type Side } from '../act/act.ts'
import { markOf, type Mark } from '../act/mark.ts'
import { agreementClock } from '../agreement/clock.ts'
import { lastDay } from '../agreement/in-force.ts'
import { addDays } from '../calendar/calendar-date.ts'
import type { DomainRefusal } from '../refusal.ts'
import type { Head, InForce } from './head.ts'
import { readiness } from './knots.ts'
import type { Reading, Rules } from './reading.ts'
import { counts } from './standing.ts'

type Words = Head['ending']

export const lifeRules: Rules<'partnership.renewed' | 'partnership.ended' | 'partnership.revived'> = {
  'partnership.renewed': {
    about: ({ text }) => [{ kind: 'text', id: text }],
    check(reading, { body: { text, version, on, until } }): DomainRefusal | undefined {
      const agreement = reading.head.in_force
      if (agreement?.text !== text || agreement.version !== version) return { code: 'nothing-to-renew', text }
      const running = agreementClock(agreement, on).until
      if (running === null || until <= running) return { code: 'nothing-to-renew', text }
      return renewsItself(agreement, running, until) || renewedByBoth(reading, agreement)
        ? undefined
        : { code: 'renewal-not-tied', text }
    },
    apply(reading, { speaker, body }) {
      const { head } = reading
      const { in_force: agreement } = head
      if (agreement === undefined) return {}
      const { notice: _, ...kept } = agreement
      // The next renewal needs a new word of both, and so does an end that was spoken of before this one.
      const { renewal: _renewal, ...spent } = head.knots
      const { [speaker]: _own, ...others } = head.ending
      const [knots, ending] = renewedByBoth(reading, agreement) ? [spent, {}] : [head.knots, others]
      const before = reading.object('text', body.text)
      const { notice: _given, ...text } = before ?? {}
      return {
        head: { ...head, knots, ending, reviving: {}, in_force: { ...kept, until: body.until } },
        ...(before?.notice === undefined
          ? {}
          : { objects: [{ kind: 'text', id: before.id, value: text as typeof before }] }),
      }
    },
  },
  'partnership.ended': {
    about: () => [],
    check({ head }, { body: { on, basis } }): DomainRefusal | undefined {
      const agreement = head.in_force
      if (basis === 'mutual') return undefined
      if (basis === 'notice') {
        if (agreement?.notice === undefined) return { code: 'text-not-signed', text: agreement?.text ?? '' }
        const { effective } = agreement.notice
        return effective <= on ? undefined : { code: 'notice-not-over', effective }
      }
      const until = agreement === undefined ? null : agreementClock(agreement, on).until
      return until !== null && until < on ? undefined : { code: 'term-not-over', until: until ?? '' }
    },
    apply({ head }, said, hash) {
      const { on, basis } = said.body
      const ending: Words = { ...head.ending, [said.speaker]: { ...markOf(said, hash), on } }
      const now = { ...head, ending }
      if (basis !== 'mutual') return { head: { ...now, ended: { on, basis, act: hash } } }
      return { head: bothSaid(head, ending) ? { ...now, ended: { on: later(ending), basis, act: hash } } : now }
    },
  },
  'partnership.revived': {
    about: () => [],
    check({ head }, { body: { on } }): DomainRefusal | undefined {
      const agreement = head.in_force
      const lapsed = agreement !== undefined && agreementClock(agreement, on).state === 'lapsed'
      return head.ended !== undefined || lapsed ? undefined : { code: 'nothing-to-revive' }
    },
    apply({ head }, said, hash) {
      const reviving: Words = { ...head.reviving, [said.speaker]: { ...markOf(said, hash), on: said.body.on } }
      if (!bothSaid(head, reviving)) return { head: { ...head, reviving } }
      const revived = { on: later(reviving), act: hash }
      const { ended, in_force: agreement, ...rest } = head
      const again = { ...rest, ending: {}, reviving: {}, revived }
      // A term that only ran out is still to be renewed.
      if (ended === undefined && agreement !== undefined && agreement.notice === undefined)
        return { head: { ...again, in_force: agreement } }
      // Ended, the text binds no more: a new one ties its own knots.
      const { text: _text, mou: _mou, renewal: _renewal, ...knots } = head.knots
      return { head: { ...again, knots } }
    },
  },
}

/** One side's word is enough for what the text says by itself: one term more, unless notice was given. */
function renewsItself({ renewal, months, notice }: InForce, running: string, until: string): boolean {
  if (renewal !== 'automatic' || months === undefined || notice !== undefined) return false
  return until <= lastDay(addDays(running, 1), months)
}

/** The words that tie the renewal, said of the agreement in force: those that signed it are not said of what follows it. */
function renewedByBoth({ head, object }: Reading, { text, signed_on: signedOn }: InForce): boolean {
  const says = head.knots.renewal?.says ?? {}
  const signed = object('text', text)?.signed ?? {}
  const of = (side: Side) => {
    const word = says[side]
    return word !== undefined && word.on >= signedOn && word.act !== signed[side]?.mark.act && counts(head, word)
  }
  return SIDES.every(of) && readiness(head, 'renewal').length === 0
}

function bothSaid(head: Head, words: { readonly [S in Side]?: Mark }): boolean {
  return words.a !== undefined && words.b !== undefined && counts(head, words.a) && counts(head, words.b)
}

/** The day of the later word. */
const later = ({ a, b }: Words): string => [a?.on ?? '', b?.on ?? ''].toSorted()[1]
