// A piece of evidence as a sentence: the names of the places, the figures, and nothing that the data does not hold.
import { seatOf, type Entry, type Gazetteer } from '../atlas/gazetteer.ts'
import type { Reason } from '../atlas/match/score-pair.ts'
import { isMessage, type Message } from './messages.ts'
import { placeName } from './place-name.ts'
import type { Speaker } from './speaker.ts'

interface Party {
  /** GeoNames id of a place, or code of a unit. */
  readonly id: number | string
  readonly name: string
  readonly country: string
}

export interface Pair {
  readonly source: Party
  readonly candidate: Party
}

export type Told = Pick<Reason, 'feature' | 'evidence'>

export function sayEvidence(speaker: Speaker, gazetteer: Gazetteer, reason: Told, pair: Pair): string {
  return evidencePieces(speaker, gazetteer, reason, pair, (name) => name).join('')
}

/** The same with every place name handed to `mark`, which may make an element of it. */
export function evidencePieces<T>(
  speaker: Speaker,
  gazetteer: Gazetteer,
  reason: Told,
  pair: Pair,
  mark: (name: string) => T,
): readonly (string | T)[] {
  const nameOf = ({ id, name }: Party) => {
    const entry = typeof id === 'number' ? gazetteer.indexOfId(id) : gazetteer.indexOfUnit(id)
    return mark(entry < 0 ? name : placeName(gazetteer, entry, speaker.locale).text)
  }
  // It is the seat that has a rank; a regency is not the seat of itself.
  const named =
    reason.evidence.key === 'seat-levels'
      ? { source: seatOfParty(gazetteer, pair.source), candidate: pair.candidate }
      : pair
  const { key, values } = sentenceOf(speaker, reason, (entry) => mark(placeName(gazetteer, entry, speaker.locale).text))
  return speaker.pieces<T>(key, {
    source: nameOf(named.source),
    candidate: nameOf(named.candidate),
    sourceCountry: speaker.country(pair.source.country),
    candidateCountry: speaker.country(pair.candidate.country),
    ...values,
  })
}

function seatOfParty(gazetteer: Gazetteer, party: Party): Party {
  const entry = typeof party.id === 'string' ? gazetteer.indexOfUnit(party.id) : -1
  const seat = entry < 0 ? -1 : seatOf(gazetteer, entry)
  return seat < 0 ? party : { ...party, id: gazetteer.id[seat], name: gazetteer.name(seat) }
}

/** What a feature is called, wishes included. */
export function sayFeature(speaker: Speaker, feature: string): string {
  const key = `feature.${feature}`
  if (isMessage(key)) return speaker.say(key)
  const [, kind, subject] = /^(offer|seek|problem)-(.+)$/.exec(feature) ?? []
  return kind === undefined ? feature : wishText(speaker, kind as 'offer' | 'seek' | 'problem', subject)
}

function wishText(speaker: Speaker, kind: 'offer' | 'seek' | 'problem', subject: string): string {
  const name = speaker.say((kind === 'problem' ? `problem.${subject}` : `sector.${subject}`) as Message)
  return speaker.say(`evidence.wish-met.${kind}`, { subject: name })
}

interface Sentence<T> {
  readonly key: Message
  readonly values: Readonly<Record<string, T | string | number>>
}

/** Ratios this close to 1 are said to be about the same. */
const ALIKE = 1.25

function sentenceOf<T>(speaker: Speaker, { feature, evidence }: Told, place: (entry: Entry) => T): Sentence<T> {
  const { key, data } = evidence
  switch (key) {
    case 'population-ratio':
      return data.ratio === null
        ? { key: 'evidence.population-ratio.unknown', values: {} }
        : {
            key: 'evidence.population-ratio',
            values: { mine: data.source, theirs: data.candidate, ...comparison(speaker, data.ratio) },
          }
    case 'seat-levels':
      return data.same
        ? { key: 'evidence.seat-levels.same', values: { level: levelText(speaker, data.source) } }
        : {
            key: 'evidence.seat-levels',
            values: { mine: levelText(speaker, data.source), theirs: levelText(speaker, data.candidate) },
          }
    case 'position-in-country':
    case 'number-of-ties':
      return { key: `evidence.${key}`, values: { mine: data.source, theirs: data.candidate } }
    case 'alternate-names':
      return { key: 'evidence.alternate-names', values: { mine: data.source, theirs: data.candidate } }
    case 'ties-of-peers':
    case 'similar-ties':
      return {
        key: `evidence.${key}`,
        values: { mine: speaker.number(data.source, 1), theirs: speaker.number(data.candidate, 1) },
      }
    case 'airport-distance':
    case 'port-distance':
    case 'coast-distance':
      return {
        key: `evidence.${key}`,
        values: { mine: speaker.distance(data.source), theirs: speaker.distance(data.candidate) },
      }
    case 'elevations':
      return {
        key: 'evidence.elevations',
        values: { mine: Math.round(data.source), theirs: Math.round(data.candidate) },
      }
    case 'size-of-partners':
      return { key: 'evidence.size-of-partners', values: { mine: data.source, theirs: data.candidate } }
    case 'distance':
      return { key: 'evidence.distance', values: { km: speaker.distance(data.value ?? 0) } }
    case 'latitude-difference':
      return { key: 'evidence.latitude-difference', values: { degrees: speaker.number(data.value ?? 0, 1) } }
    case 'economy-ratio':
      return data.value === null
        ? { key: 'evidence.economy-ratio.unknown', values: {} }
        : { key: 'evidence.economy-ratio', values: { ratio: speaker.number(data.value, 1) } }
    case 'shared-language':
      return (data.value ?? 0) > 0
        ? { key: 'evidence.shared-language', values: { share: speaker.percent(data.value ?? 0) } }
        : { key: 'evidence.shared-language.none', values: {} }
    case 'common-partner':
      return { key: 'evidence.common-partner', values: { via: place(data.via), more: data.count - 1 } }
    case 'partner-of-partner':
      return {
        key: 'evidence.partner-of-partner',
        values: { sourcePartner: place(data.sourcePartner), candidatePartner: place(data.candidatePartner) },
      }
    case 'neighbour-tie':
      return {
        key: `evidence.neighbour-tie.${data.of}`,
        values: { neighbour: place(data.neighbour), km: speaker.distance(data.km) },
      }
    case 'neighbours-tied':
      return {
        key: 'evidence.neighbours-tied',
        values: {
          sourceNeighbour: place(data.sourceNeighbour),
          candidateNeighbour: place(data.candidateNeighbour),
          sourceKm: speaker.distance(data.sourceKm),
          candidateKm: speaker.distance(data.candidateKm),
        },
      }
    case 'ties-with-country':
    case 'unit-ties-with-country':
      return { key: `evidence.${key}`, values: { mine: data.source, theirs: data.candidate } }
    case 'ties-between-units':
    case 'ties-between-districts':
    case 'ties-between-countries':
      return { key: `evidence.${key}`, values: { count: data.count } }
    case 'same-name':
      return { key: 'evidence.same-name', values: {} }
    case 'nothing-known':
      return { key: 'evidence.nothing-known', values: { feature: sayFeature(speaker, feature) } }
    case 'wish-met':
      return { key: 'evidence.wish-met', values: { wish: wishText(speaker, data.kind, data.subject) } }
  }
}

function comparison(speaker: Speaker, ratio: number): { size: string; times: string } {
  const times = Math.max(ratio, 1 / ratio)
  const size = times < ALIKE ? 'alike' : ratio > 1 ? 'larger' : 'smaller'
  return { size, times: speaker.number(times, times < 10 ? 1 : 0) }
}

const LEVELS = [
  'kind.capital',
  'kind.seat-1',
  'kind.seat-2',
  'kind.seat-3',
  'kind.seat-4',
  'kind.seat-5',
  'kind.place',
] as const

const levelText = (speaker: Speaker, rank: number) => speaker.say(LEVELS[rank] ?? 'kind.place')
