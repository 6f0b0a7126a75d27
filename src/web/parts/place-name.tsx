import { placeName } from '../../language/place-name.ts'
import { entryOfRef } from '../../verbs/place-ref.ts'
import type { PlaceSummary } from '../../verbs/place-summary.ts'
import { to, type Reader } from '../reader.ts'

type Named = Pick<PlaceSummary, 'id' | 'name'>

export interface PlaceNameProps {
  readonly reader: Reader
  readonly place: Named
  /** Without the Latin name beside a name in another script. */
  readonly bare?: boolean
}

/** The name as text, for titles and attributes. */
export function nameText(reader: Reader, place: Named): string {
  const entry = entryOfRef(reader.gazetteer, String(place.id))
  return entry < 0 ? place.name : placeName(reader.gazetteer, entry, reader.locale).text
}

/** The name, kept whole; in Khmer pages the Khmer name with the Latin one beside it. */
export function PlaceName({ reader, place, bare = false }: PlaceNameProps) {
  const text = nameText(reader, place)
  if (text === place.name) {
    return (
      <span class={text.length > 24 ? 'name long-name' : 'name'} {...(reader.locale === 'km' ? { lang: 'en' } : {})}>
        {text}
      </span>
    )
  }
  return (
    <>
      <span class="name">{text}</span>
      {bare ? null : (
        <>
          {' '}
          <span class="latin" lang="en">
            {place.name}
          </span>
        </>
      )}
    </>
  )
}

/** The name as a link to the place's page. */
export function PlaceLink({ reader, place }: { readonly reader: Reader; readonly place: Named }) {
  return (
    <a href={to(reader, `/places/${place.id}`)}>
      <PlaceName reader={reader} place={place} />
    </a>
  )
}

/** `Central Java, Indonesia`. */
export function whereText(reader: Reader, place: Pick<PlaceSummary, 'region' | 'country'>): string {
  const country = reader.speaker.country(place.country)
  return place.region === undefined ? country : `${place.region}, ${country}`
}
