// How a partnership goes on, ends and comes back. What binds both needs the word of both, unless the text, the notice or
// the term has already decided it.
import type { Side } from '../act/act.ts'
import { markOf, type Mark } from '../act/mark.ts'
import type { DomainRefusal } from '../refusal.ts'
import type { Head } from './head.ts'
import type { Rules } from './reading.ts'
import { counts } from './standing.ts'

type Words = Head['ending']

export const lifeRules: Rules<'partnership.renewed' | 'partnership.ended' | 'partnership.revived'> = {
  'partnership.renewed': {
    about: ({ text }) => [{ kind: 'text', id: text }],
    check({ head }, { body: { text, version, until } }): DomainRefusal | undefined {
      const agreement = head.in_force
      const same = agreement !== undefined && agreement.text === text && agreement.version === version
      if (!same || agreement.until === null || until <= agreement.until) return { code: 'nothing-to-renew', text }
      return agreement.renewal === 'automatic' || head.knots.renewal?.tied
        ? undefined
        : { code: 'renewal-not-tied', text }
    },
    apply({ head }, { body }) {
      const { in_force: agreement } = head
      if (agreement === undefined) return {}
      const { notice: _, ...kept } = agreement
      // The next renewal needs a new word of both.
      const { renewal: _renewal, ...knots } = head.knots
      return { head: { ...head, knots, in_force: { ...kept, until: body.until } } }
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
      const until = agreement?.until ?? null
      return until !== null && until < on ? undefined : { code: 'term-not-over', until: until ?? '' }
    },
    apply({ head }, said, hash) {
      const { on, basis } = said.body
      const ending = { ...head.ending, [said.speaker]: { ...markOf(said, hash), on } }
      const over = basis !== 'mutual' || bothSaid(head, ending)
      return { head: { ...head, ending, ...(over ? { ended: { on, basis, act: hash } } : {}) } }
    },
  },
  'partnership.revived': {
    about: () => [],
    check({ head }, { body: { on } }): DomainRefusal | undefined {
      const until = head.in_force?.until ?? null
      const over = head.ended !== undefined || (until !== null && until < on)
      return over ? undefined : { code: 'nothing-to-revive' }
    },
    apply({ head }, said, hash) {
      const { on } = said.body
      const reviving: Words = { ...head.reviving, [said.speaker]: { ...markOf(said, hash), on } }
      if (!bothSaid(head, reviving)) return { head: { ...head, reviving } }
      const { ended: _, in_force: agreement, ...rest } = head
      // Ended by notice or by agreement, the text binds no more; a term that ran out is still to be renewed.
      const lapsed = head.ended === undefined && agreement !== undefined ? { in_force: agreement } : {}
      return { head: { ...rest, ...lapsed, ending: {}, reviving: {}, revived: { on, act: hash } } }
    },
  },
}

function bothSaid(head: Head, words: { readonly [S in Side]?: Mark }): boolean {
  return words.a !== undefined && words.b !== undefined && counts(head, words.a) && counts(head, words.b)
}
