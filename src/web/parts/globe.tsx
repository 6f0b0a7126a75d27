// The globe with one place's ties, and the same ties as a list beside it.
import type { Child } from 'hono/jsx'
import type { PlaceSummary } from '../../verbs/place-summary.ts'
import { globeData } from '../maps/globe-data.ts'
import { withQuery, type Reader } from '../reader.ts'
import { nameText, PlaceLink } from './place-name.tsx'

export interface GlobeProps {
  readonly reader: Reader
  readonly place: PlaceSummary
  readonly partners: readonly PlaceSummary[]
  /** Id of the list of partners; each of its items has `data-lon` and `data-lat`. */
  readonly list: string
}

const TURNS = [
  ['ArrowLeft', '←', 'globe.west'],
  ['ArrowRight', '→', 'globe.east'],
  ['ArrowUp', '↑', 'globe.north'],
  ['ArrowDown', '↓', 'globe.south'],
] as const

export function Globe({ reader, place, partners, list }: GlobeProps) {
  const { speaker } = reader
  const label = speaker.say('globe.label', { name: nameText(reader, place), count: partners.length })
  return (
    <kembar-globe
      class="globe"
      data-world={`/maps/world.json?v=${globeData(reader.gazetteer).version}`}
      data-lon={String(place.lon)}
      data-lat={String(place.lat)}
      data-list={list}
      data-label={`${label} ${speaker.say('globe.keys')}`}
    >
      <div class="globe-picture">
        <img src={`/maps/globe/${place.id}.svg`} alt={label} width="560" height="560" />
      </div>
      <div class="globe-turn" hidden role="group" aria-label={speaker.say('globe.turn')}>
        {TURNS.map(([key, sign, name]) => (
          <button type="button" value={key} aria-label={speaker.say(name)} title={speaker.say(name)}>
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      </div>
    </kembar-globe>
  )
}

/** A partner as an item of the list that the globe reads. */
export function PartnerItem({
  reader,
  place,
  children,
}: {
  readonly reader: Reader
  readonly place: PlaceSummary
  readonly children?: Child
}) {
  return (
    <li data-lon={String(place.lon)} data-lat={String(place.lat)}>
      <PlaceLink reader={reader} place={place} /> <span class="soft">{reader.speaker.country(place.country)}</span>
      {children}
    </li>
  )
}

/** Address of the map of two places and the way between them. */
export function pairMapUrl(home: Pick<PlaceSummary, 'id'>, partner: Pick<PlaceSummary, 'id'>): string {
  return withQuery('/maps/pair.svg', { home: home.id, partner: partner.id })
}
