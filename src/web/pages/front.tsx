// The front door: which city?
import { featuredPlace } from '../../verbs/featured-place.ts'
import type { House } from '../../verbs/house.ts'
import { showPlace } from '../../verbs/show-place.ts'
import { Globe, PartnerItem } from '../parts/globe.tsx'
import { Layout } from '../parts/layout.tsx'
import { MatchForm } from '../parts/match-form.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { Say } from '../parts/say.tsx'
import { Strands } from '../parts/strands.tsx'
import { to, withQuery, type PageContext, type Reader } from '../reader.ts'

/** The founding case: Jepara, and a country that asked for a partner. */
const EXAMPLE = { place: 'ID.07.3320', country: 'KH' } as const
const FEATURED = { id: ['ID'], km: ['KH'], en: ['ID', 'KH'] } as const
const MOST_PARTNERS = 12

const CONDITIONS = ['equal-status', 'complementarity', 'people-to-people'] as const

export function frontPage(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const { speaker } = reader
    const network = await house.network()
    const { gazetteer } = house
    const featured =
      featuredPlace(gazetteer, network, FEATURED[reader.locale], MOST_PARTNERS) ??
      featuredPlace(gazetteer, network, FEATURED.en, MOST_PARTNERS)
    return c.html(
      <Layout
        reader={reader}
        title={speaker.say('front.title')}
        description={speaker.say('front.description')}
        islands={['place-search', 'globe']}
      >
        <div class="hero">
          <div class="stack">
            <h1 class="display">{speaker.say('front.heading')}</h1>
            <p class="lede">{speaker.say('front.lede')}</p>
            <div class="card">
              <MatchForm reader={reader} label={speaker.say('front.place')} />
            </div>
            <Example reader={reader} house={house} />
          </div>
          {featured === undefined ? null : (
            <section class="hero-globe" aria-labelledby="globe-title">
              <Globe reader={reader} place={featured.place} partners={featured.partners} list="globe-ties" />
              <div>
                <h2 id="globe-title" class="quiet-title">
                  <Say
                    speaker={speaker}
                    message="front.globe"
                    values={{ place: <PlaceName reader={reader} place={featured.place} bare /> }}
                  />
                </h2>
                <p class="small soft">{speaker.say('ties.not-current')}</p>
                <ul id="globe-ties" class="partner-list">
                  {featured.partners.map((place) => (
                    <PartnerItem reader={reader} place={place} />
                  ))}
                </ul>
              </div>
            </section>
          )}
        </div>
        <Strands />
        <section class="section" aria-labelledby="what">
          <h2 id="what">{speaker.say('front.what')}</h2>
          <div class="grid">
            {(['front.what.name', 'front.what.match', 'front.what.open'] as const).map((key) => (
              <p class="card">{speaker.say(key)}</p>
            ))}
          </div>
        </section>
        <section class="section" aria-labelledby="why">
          <h2 id="why">{speaker.say('front.why')}</h2>
          <p class="soft">{speaker.say('front.why.lede')}</p>
          <ol class="conditions">
            {CONDITIONS.map((group, i) => (
              <li class="card">
                <span class="condition-letter" aria-hidden="true">
                  {'abc'[i]}
                </span>
                <h3>{speaker.say(`group.${group}`)}</h3>
                <p class="soft">{speaker.say(`group.${group}.about`)}</p>
              </li>
            ))}
          </ol>
          <p class="small soft advisory-note">{speaker.say('group.advisory.note')}</p>
        </section>
      </Layout>,
    )
  }
}

function Example({ reader, house }: { readonly reader: Reader; readonly house: House }) {
  const place = showPlace(house, EXAMPLE.place)
  if (!place.ok) return null
  return (
    <p class="example">
      <span class="soft">{reader.speaker.say('front.example')}</span>{' '}
      <a href={to(reader, withQuery('/match', EXAMPLE))}>
        <PlaceName reader={reader} place={place.value} bare /> →{' '}
        <span class="name">{reader.speaker.country(EXAMPLE.country)}</span>
      </a>
    </p>
  )
}
