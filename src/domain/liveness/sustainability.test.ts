import { describe, expect, test } from 'vitest'
import { mouSigned } from '../../../tests/decisions/stories.ts'
import { keptBy } from '../../../tests/support/kept-by.ts'
import { openedRecord, seatedRecord } from '../../../tests/support/record.ts'
import { sustainabilityOf } from './sustainability.ts'

describe('sustainability', () => {
  test('given promises kept and missed, money secured and people involved, then five facts are told and no number is made of them', () => {
    const record = keptBy(['a', '2026-06-10'], ['b', '2026-08-20'])
    record.say('a', 'commitment.made', { commitment: 'late', what: { en: 'Late' }, due: '2026-07-01' })
    record.say('a', 'review.submitted', {
      review: 'r',
      when: { from: '2026-01-01', to: '2026-12-31' },
      summary: { en: 'Well.' },
      funding: { secured: true, until: '2027-12-31' },
      people: 12,
      organisations: 3,
    })
    expect(sustainabilityOf(record.state.head, '2027-01-15')).toEqual({
      sectors: ['education'],
      commitments: { due: 3, kept: 2, share: 2 / 3 },
      funding: { a: true, b: null, both: false },
      agreement: { days_to_end: null, days_to_notice: null },
      involved: { people: 12, organisations: 3 },
    })
  })

  test('given reports and reviews that tell of people, then they are not added: the same may stand in several', () => {
    const { head } = seatedRecord().state
    const review = (people: number, organisations: number) => ({ act: '', until: '2026-12-31', people, organisations })
    const told = { ...head, people: { people: 9, organisations: 6 }, reviews: { a: review(12, 3), b: review(8, 5) } }
    expect(sustainabilityOf(told, '2027-01-15').involved).toEqual({ people: 12, organisations: 6 })
  })

  test.each([
    [{ secured: true }, true],
    [{ secured: true, until: '2027-01-15' }, true],
    [{ secured: true, until: '2027-01-14' }, false],
    [{ secured: false }, false],
  ])('given that a side said %j of its funding, then on 2027-01-15 it is %s', (funding, secured) => {
    const { head } = seatedRecord().state
    const told = { ...head, reviews: { b: { act: '', until: '2026-12-31', funding } } }
    expect(sustainabilityOf(told, '2027-01-15').funding).toEqual({ a: null, b: secured, both: false })
  })

  test('given sectors of two years ago and a month more, then only the former is told', () => {
    const { head } = seatedRecord().state
    const told = { ...head, sectors: { trade: '2025-01', education: '2024-12', health: '2026-12' } }
    expect(sustainabilityOf(told, '2027-01-15').sectors).toEqual(['health', 'trade'])
  })

  test('given nothing that was due, then the share is unknown and not 0', () => {
    expect(sustainabilityOf(openedRecord().state.head, '2026-02-01').commitments).toEqual({
      due: 0,
      kept: 0,
      share: null,
    })
  })

  test('given an agreement, then the days to its end and to its notice are told', () => {
    expect(sustainabilityOf(mouSigned().state.head, '2028-07-01').agreement).toEqual({
      days_to_end: 187,
      days_to_notice: 3,
    })
  })
})
