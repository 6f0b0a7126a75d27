// Search by name: a page of results, or only the options that unfold under a place field.
import type { House } from '../../../verbs/house.ts'
import { findPlaces, type FoundPlaceView } from '../../../verbs/find-places.ts'
import { sayRefusal } from '../../../language/say-refusal.ts'
import { csvAnswer } from '../../csv.ts'
import { Layout } from '../../parts/layout.tsx'
import { kindText, PlaceLine, populationText } from '../../parts/place-facts.tsx'
import { PlaceField } from '../../parts/place-field.tsx'
import { nameText, whereText } from '../../parts/place-name.tsx'
import { RefusalNote, refusalStatus } from '../../parts/refusal.tsx'
import { to, withQuery, type PageContext, type Reader } from '../../reader.ts'

const OPTIONS = 8
const RESULTS = 30

export function searchPage(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const query = c.req.query('q') ?? ''
    const chosen = c.req.query('place') ?? ''
    if (chosen !== '') return c.redirect(to(c.get('reader'), `/places/${encodeURIComponent(chosen)}`), 302)
    return c.req.query('part') === 'options' ? options(c, house, query) : results(c, house, query)
  }
}

function options(c: PageContext, house: House, query: string): Response | Promise<Response> {
  const reader = c.get('reader')
  const found = findPlaces(house, { query, limit: OPTIONS })
  c.header('Cache-Control', 'private, max-age=60')
  return c.html(<>{found.ok ? found.value.map((place) => <Option reader={reader} place={place} />) : null}</>)
}

function Option({ reader, place }: { readonly reader: Reader; readonly place: FoundPlaceView }) {
  return (
    <li role="option" aria-selected="false" data-value={String(place.id)} data-name={nameText(reader, place)}>
      <span class="strong">{nameText(reader, place)}</span>{' '}
      <span class="small soft">
        {whereText(reader, place)} · {kindText(reader, place)} · {populationText(reader, place)}
      </span>
    </li>
  )
}

function results(c: PageContext, house: House, query: string): Response | Promise<Response> {
  const reader = c.get('reader')
  const { speaker } = reader
  const found = query === '' ? undefined : findPlaces(house, { query, limit: RESULTS })
  const title =
    query === '' ? speaker.say('search.title') : speaker.say('search.title-for', { query: query.slice(0, 100) })
  return c.html(
    <Layout reader={reader} title={title} islands={['place-search']} noindex>
      <div class="stack">
        <h1>{title}</h1>
        <form class="ask ask-row" action={to(reader, '/places/search')} method="get" role="search">
          <PlaceField reader={reader} id="place" label={speaker.say('search.label')} text={query.slice(0, 200)} />
          <button class="ds-button" type="submit">
            {speaker.say('search.submit')}
          </button>
        </form>
        {found === undefined ? null : !found.ok ? (
          <RefusalNote reader={reader} refusal={found.refusal} />
        ) : found.value.length === 0 ? (
          <RefusalNote reader={reader} refusal={{ code: 'unknown-place', query }} />
        ) : (
          <ul class="rows card">
            {found.value.map((place) => (
              <li>
                <PlaceLine reader={reader} place={place} />
              </li>
            ))}
          </ul>
        )}
        {found?.ok === true && found.value.length > 0 ? (
          <p>
            <a href={to(reader, withQuery('/places/search.csv', { q: query }))}>{speaker.say('export.csv')}</a>
          </p>
        ) : null}
      </div>
    </Layout>,
    found?.ok === false ? refusalStatus(found.refusal) : 200,
  )
}

export function searchCsv(house: House) {
  return (c: PageContext): Response => {
    const reader = c.get('reader')
    const { speaker } = reader
    const found = findPlaces(house, { query: c.req.query('q') ?? '', limit: RESULTS })
    if (!found.ok) return c.text(`${sayRefusal(speaker, found.refusal)}\n`, refusalStatus(found.refusal))
    const header = ['csv.name', 'csv.region', 'csv.country', 'csv.kind', 'place.population'] as const
    const rows = found.value.map((place) => [
      String(place.id),
      nameText(reader, place),
      place.region,
      speaker.country(place.country),
      kindText(reader, place),
      place.population,
    ])
    return csvAnswer(c, 'kembar-places', ['id', ...header.map((key) => speaker.say(key))], rows)
  }
}
