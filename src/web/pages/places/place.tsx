// One place or administrative unit: its facts with their source, its known ties, and the way to find it a twin.
import type { House } from '../../../verbs/house.ts'
import { listTies } from '../../../verbs/list-ties.ts'
import { entryOfRef } from '../../../verbs/place-ref.ts'
import { showPlace, type PlaceView } from '../../../verbs/show-place.ts'
import { CountryField } from '../../parts/country-field.tsx'
import { Globe } from '../../parts/globe.tsx'
import { Layout } from '../../parts/layout.tsx'
import { kindText, PlaceLine, populationText } from '../../parts/place-facts.tsx'
import { nameText, PlaceLink, PlaceName, whereText } from '../../parts/place-name.tsx'
import { Ties, TiesCsvLink } from '../../parts/ties.tsx'
import { to, type PageContext, type Reader } from '../../reader.ts'
import { unknownPlacePage } from './unknown-place.tsx'

export function placePage(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const { speaker } = reader
    const shown = showPlace(house, c.req.param('id') ?? '')
    if (!shown.ok) return unknownPlacePage(c, shown.refusal)
    const place = shown.value
    const ties = await listTies(house, entryOfRef(house.gazetteer, String(place.id)))
    const name = nameText(reader, place)
    return c.html(
      <Layout reader={reader} title={name} description={speaker.say('place.description', { name })} islands={['globe']}>
        <ol class="crumbs">
          <li>{speaker.country(place.country)}</li>
          {place.units.map((unit) => (
            <li>
              <PlaceLink reader={reader} place={unit} />
            </li>
          ))}
        </ol>
        <div class="page-title">
          <div>
            <h1>
              <PlaceName reader={reader} place={place} />
            </h1>
            <p class="lede">
              {kindText(reader, place)} · {whereText(reader, place)}
            </p>
          </div>
        </div>
        <div class="split">
          <div class="column">
            <Facts reader={reader} place={place} />
            <section class="card" aria-labelledby="ties-title">
              <h2 id="ties-title">{speaker.say('ties.title', { count: ties.length })}</h2>
              <p class="small soft">{speaker.say('ties.not-current')}</p>
              <div class="place-ties">
                <Ties reader={reader} place={place} ties={ties} id="ties" />
                {ties.length === 0 ? null : (
                  <Globe reader={reader} place={place} partners={ties.map(({ partner }) => partner)} list="ties" />
                )}
              </div>
              {ties.length === 0 ? null : (
                <p>
                  <TiesCsvLink reader={reader} id={place.id} />
                </p>
              )}
            </section>
          </div>
          <div class="column">
            <FindTwin reader={reader} place={place} />
            <figure class="card map-card">
              <img
                src={`/maps/places/${place.id}.svg`}
                alt={speaker.say('map.place', { name })}
                width="480"
                height="320"
              />
              <figcaption class="small soft">
                {speaker.say('map.coordinates', {
                  lat: speaker.number(place.lat, 4),
                  lon: speaker.number(place.lon, 4),
                })}{' '}
                · {speaker.say('map.source')}
              </figcaption>
            </figure>
            <Units reader={reader} place={place} />
          </div>
        </div>
      </Layout>,
    )
  }
}

function FindTwin({ reader, place }: { readonly reader: Reader; readonly place: PlaceView }) {
  const { speaker } = reader
  return (
    <section class="card card-home" aria-labelledby="find-title">
      <h2 id="find-title">{speaker.say('place.find')}</h2>
      <form class="ask" action={to(reader, '/match')} method="get">
        <input type="hidden" name="place" value={String(place.id)} />
        <CountryField
          reader={reader}
          id="country"
          label={speaker.say('match.form.country')}
          anywhere={speaker.say('match.form.anywhere')}
        />
        <button class="ds-button" type="submit">
          {speaker.say('match.form.submit')}
        </button>
      </form>
    </section>
  )
}

function Facts({ reader, place }: { readonly reader: Reader; readonly place: PlaceView }) {
  const { speaker } = reader
  const otherNames = place.alternateNames.filter((name) => name !== place.name && !/^https?:/.test(name))
  return (
    <section class="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{speaker.say('place.facts')}</h2>
      <dl class="facts">
        <Fact
          term={speaker.say('place.population')}
          {...(place.populationOfUnit ? { hint: speaker.say('population.of-unit.why') } : {})}
        >
          {place.population === undefined ? populationText(reader, place) : speaker.number(place.population)}
        </Fact>
        {place.elevation === undefined ? null : (
          <Fact term={speaker.say('place.elevation')}>{speaker.say('place.metres', { metres: place.elevation })}</Fact>
        )}
        <Fact term={speaker.say('place.coast')}>{speaker.distance(place.coastKm)}</Fact>
        <Fact term={speaker.say('place.port')}>{speaker.distance(place.portKm)}</Fact>
        <Fact term={speaker.say('place.airport')}>{speaker.distance(place.airportKm)}</Fact>
        <Fact term={speaker.say('place.timezone')}>{place.timezone.replaceAll('_', ' ')}</Fact>
      </dl>
      {otherNames.length === 0 ? null : (
        <details class="names">
          <summary>{speaker.say('place.names', { count: otherNames.length })}</summary>
          <p lang="">{otherNames.join(' · ')}</p>
        </details>
      )}
      <p class="small soft source-note">{speaker.say('place.source', { id: String(place.id) })}</p>
    </section>
  )
}

function Fact({ term, hint, children }: { readonly term: string; readonly hint?: string; readonly children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {hint === undefined ? null : <span class="hint">{hint}</span>}
      </dd>
    </div>
  )
}

function Units({ reader, place }: { readonly reader: Reader; readonly place: PlaceView }) {
  const { speaker } = reader
  const groups = [
    ['place.seat-of', place.seatOf],
    ['place.seat', place.seat === undefined ? [] : [place.seat]],
    ['place.within', place.units.filter((unit) => !place.seatOf.some(({ id }) => id === unit.id))],
  ] as const
  if (groups.every(([, places]) => places.length === 0)) return null
  return (
    <section class="card" aria-labelledby="units-title">
      <h2 id="units-title">{speaker.say('place.government')}</h2>
      {groups.map(([key, places]) =>
        places.length === 0 ? null : (
          <div class="unit-group">
            <h3 class="quiet-title">{speaker.say(key)}</h3>
            <ul class="rows">
              {places.map((unit) => (
                <li>
                  <PlaceLine reader={reader} place={unit} />
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  )
}
