import { describe, expect, test } from 'vitest'
import { realAtlas } from '../../tests/support/real-atlas.ts'
import type { Evidence } from '../atlas/match/evidence.ts'
import { FEATURES } from '../atlas/match/features.ts'
import { PROBLEMS, SECTORS } from '../atlas/match/wish-profile.ts'
import { LOCALES } from './locale.ts'
import { isMessage } from './messages.ts'
import { sayEvidence, sayFeature } from './say-evidence.ts'
import { speaker } from './speaker.ts'

const { gazetteer } = realAtlas()
const bandung = gazetteer.indexOfId(1650357)
const suwon = gazetteer.indexOfId(1835553)
const PAIR = {
  source: { id: 'ID.07.3320', name: 'Kabupaten Jepara', country: 'ID' },
  candidate: { id: 1822214, name: 'Siem Reap', country: 'KH' },
}

/** One of each key; the type makes a new key of the model fail here until it has its sentence. */
const EXAMPLES: Readonly<Record<Evidence['key'], Evidence>> = {
  'population-ratio': { key: 'population-ratio', data: { source: 1257912, candidate: 139458, ratio: 0.11 } },
  'seat-levels': { key: 'seat-levels', data: { source: 2, candidate: 1, same: false } },
  'position-in-country': { key: 'position-in-country', data: { source: 12, candidate: 4 } },
  'number-of-ties': { key: 'number-of-ties', data: { source: 0, candidate: 3 } },
  'ties-of-peers': { key: 'ties-of-peers', data: { source: 0.4, candidate: 1.2 } },
  'airport-distance': { key: 'airport-distance', data: { source: 53, candidate: 7.6 } },
  'port-distance': { key: 'port-distance', data: { source: 47, candidate: 231 } },
  'coast-distance': { key: 'coast-distance', data: { source: 1.8, candidate: 186 } },
  elevations: { key: 'elevations', data: { source: 5, candidate: 18 } },
  'alternate-names': { key: 'alternate-names', data: { source: 7, candidate: 48 } },
  distance: { key: 'distance', data: { value: 2343 } },
  'latitude-difference': { key: 'latitude-difference', data: { value: 20 } },
  'economy-ratio': { key: 'economy-ratio', data: { value: 2.8 } },
  'shared-language': { key: 'shared-language', data: { value: 0.3 } },
  'common-partner': { key: 'common-partner', data: { via: suwon, count: 3 } },
  'partner-of-partner': { key: 'partner-of-partner', data: { sourcePartner: bandung, candidatePartner: suwon } },
  'neighbour-tie': { key: 'neighbour-tie', data: { neighbour: bandung, km: 12, of: 'source' } },
  'neighbours-tied': {
    key: 'neighbours-tied',
    data: { sourceNeighbour: bandung, candidateNeighbour: suwon, sourceKm: 3, candidateKm: 40 },
  },
  'ties-with-country': { key: 'ties-with-country', data: { candidate: 1, source: 0 } },
  'similar-ties': { key: 'similar-ties', data: { candidate: 0.7, source: 0 } },
  'unit-ties-with-country': { key: 'unit-ties-with-country', data: { candidate: 1, source: 2 } },
  'size-of-partners': { key: 'size-of-partners', data: { candidate: 450676, source: 0 } },
  'ties-between-units': { key: 'ties-between-units', data: { count: 1 } },
  'ties-between-districts': { key: 'ties-between-districts', data: { count: 0 } },
  'ties-between-countries': { key: 'ties-between-countries', data: { count: 5 } },
  'same-name': { key: 'same-name', data: {} },
  'nothing-known': { key: 'nothing-known', data: {} },
  'wish-met': { key: 'wish-met', data: { kind: 'seek', subject: 'trade' } },
}

/** The other shape that some keys can take. */
const VARIANTS: readonly Evidence[] = [
  { key: 'population-ratio', data: { source: 0, candidate: 139458, ratio: null } },
  { key: 'population-ratio', data: { source: 100, candidate: 110, ratio: 1.1 } },
  { key: 'seat-levels', data: { source: 6, candidate: 6, same: true } },
  { key: 'economy-ratio', data: { value: null } },
  { key: 'shared-language', data: { value: 0 } },
  { key: 'neighbour-tie', data: { neighbour: suwon, km: 12, of: 'candidate' } },
  { key: 'wish-met', data: { kind: 'problem', subject: 'remoteness' } },
  { key: 'wish-met', data: { kind: 'offer', subject: 'fisheries' } },
]

describe.each(LOCALES)('given a reader of %s', (locale) => {
  test.each([...Object.values(EXAMPLES), ...VARIANTS])('when $key is said, then it is a whole sentence', (evidence) => {
    const text = sayEvidence(speaker(locale), gazetteer, { feature: 'common-partners', evidence }, PAIR)
    expect(text.length).toBeGreaterThan(8)
    expect(text).not.toMatch(/undefined|null|NaN|[{}]/)
  })

  test('when features, sectors and problems are named, then each has a name', () => {
    const keys = [
      ...FEATURES.map(({ name }) => `feature.${name}`),
      ...SECTORS.map((sector) => `sector.${sector}`),
      ...PROBLEMS.map((problem) => `problem.${problem}`),
    ]
    expect(keys.filter((key) => !isMessage(key))).toEqual([])
    expect(sayFeature(speaker(locale), 'seek-trade')).toContain(speaker(locale).say('sector.trade'))
  })
})

test('given a pair, when a neighbour’s tie is said in English, then the sentence names all three and the distance', () => {
  expect(
    sayEvidence(speaker('en'), gazetteer, { feature: 'neighbours-ties', evidence: EXAMPLES['neighbour-tie'] }, PAIR),
  ).toBe('Siem Reap is already tied to Bandung, 12 km from Kabupaten Jepara')
})

test('given a Khmer reader, when a Cambodian place is named, then its Khmer name is used and a province is not called a city', () => {
  const text = sayEvidence(speaker('km'), gazetteer, { feature: 'distance', evidence: EXAMPLES.distance }, PAIR)
  expect(text).toContain('សៀមរាប')
  const province = { ...PAIR, candidate: { id: 'KH.24', name: 'Siem Reap', country: 'KH' } }
  const said = sayEvidence(speaker('km'), gazetteer, { feature: 'distance', evidence: EXAMPLES.distance }, province)
  expect(said).not.toContain('ក្រុងសៀមរាប')
})
