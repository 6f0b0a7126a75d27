// Kind and population of a place in words, with the two traps of the source named.
import type { PlaceSummary } from '../../verbs/place-summary.ts'
import type { Reader } from '../reader.ts'
import { PlaceLink, PlaceName, whereText } from './place-name.tsx'

export function kindText({ speaker }: Reader, place: Pick<PlaceSummary, 'kind'>): string {
  return speaker.say(`kind.${place.kind}`)
}

export function populationText(
  { speaker }: Reader,
  place: Pick<PlaceSummary, 'population' | 'populationOfUnit'>,
): string {
  if (place.population === undefined) return speaker.say('population.unknown')
  return speaker.say(place.populationOfUnit ? 'population.of-unit' : 'population.known', { count: place.population })
}

export interface PlaceLineProps {
  readonly reader: Reader
  readonly place: PlaceSummary
  readonly link?: boolean
}

/** A place in two lines: its name; where it lies, what it is, how large. */
export function PlaceLine({ reader, place, link = true }: PlaceLineProps) {
  return (
    <div>
      <div class="strong">
        {link ? <PlaceLink reader={reader} place={place} /> : <PlaceName reader={reader} place={place} />}
      </div>
      <div class="small soft">
        {whereText(reader, place)} · {kindText(reader, place)} · {populationText(reader, place)}
      </div>
    </div>
  )
}
