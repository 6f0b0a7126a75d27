// A partnership begins in the strand of side a; side b comes into it by taking its seat.
import { markOf, type Said } from '../act/mark.ts'
import { beginProcedure } from '../procedure/procedure-state.ts'
import type { Seat } from './head.ts'
import type { DomainRefusal } from '../refusal.ts'
import type { Rules } from './reading.ts'

export const openingRules: Rules<'partnership.opened' | 'seat.taken'> = {
  'partnership.opened': {
    about: () => [],
    check: ({ head }, said) => (head.opened ? { code: 'already-opened' } : foreignOffice(said)),
    apply({ head }, said, hash) {
      const { form, office, sides, fictional } = said.body
      const { procedure: lawOfA, ...a } = sides.a
      const { procedure: lawOfB, ...b } = sides.b
      const mark = markOf(said, hash)
      return {
        head: {
          ...head,
          form,
          ...(fictional ? { fictional: true as const } : {}),
          opened: mark,
          parties: { a, b },
          seats: { a: { office: office.id, name: office.name, ...(office.key ? { key: office.key } : {}), mark } },
          // Until side b speaks for itself, the law that side a expects of it.
          procedures: { a: beginProcedure(lawOfA), b: beginProcedure(lawOfB) },
        },
      }
    },
  },
  'seat.taken': {
    about: () => [],
    check: ({ head }, said) =>
      head.seats[said.speaker] === undefined ? foreignOffice(said) : { code: 'seat-taken', side: said.speaker },
    apply({ head }, said, hash) {
      const { office, party } = said.body
      const { procedure, ...rest } = party
      const side = said.speaker
      const seat: Seat = {
        office: office.id,
        name: office.name,
        ...(office.key ? { key: office.key } : {}),
        mark: markOf(said, hash),
      }
      // Its own outline takes the place of the one that was expected; what was reported of it stays to be confirmed.
      const before = head.procedures[side] ?? beginProcedure(procedure)
      return {
        head: {
          ...head,
          parties: { ...head.parties, [side]: rest },
          seats: { ...head.seats, [side]: seat },
          procedures: { ...head.procedures, [side]: { ...before, outline: procedure } },
        },
      }
    },
  },
}

/** An office takes a seat for itself, not for another one. */
function foreignOffice({
  side,
  by,
  body: { office },
}: Pick<Said<'partnership.opened' | 'seat.taken'>, 'side' | 'by' | 'body'>): DomainRefusal | undefined {
  return office.id === by.office ? undefined : { code: 'wrong-office', side, office: office.id }
}
