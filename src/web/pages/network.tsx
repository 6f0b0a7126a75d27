// The twin network in figures, each explained in a sentence.
import type { Message } from '../../language/messages.ts'
import type { House } from '../../verbs/house.ts'
import { statsOfNetwork } from '../../verbs/network-stats.ts'
import { csvAnswer } from '../csv.ts'
import { Layout } from '../parts/layout.tsx'
import { PlaceLink } from '../parts/place-name.tsx'
import { to, type PageContext, type Reader } from '../reader.ts'

type Stats = Awaited<ReturnType<typeof statsOfNetwork>>
type Figure = readonly [name: string, value: number | null, shown: string]

/** Every figure with its name in the file of the command line and the API, and as it is shown. */
function figuresOf({ speaker }: Reader, stats: Stats): readonly Figure[] {
  const shown = (value: number | null, say: (value: number) => string) =>
    value === null ? speaker.say('network.unknown') : say(value)
  const whole = (value: number) => speaker.number(value)
  const fraction = (value: number) => speaker.number(value, 2)
  const figure = (name: string, value: number | null, say: (value: number) => string): Figure => [
    name,
    value,
    shown(value, say),
  ]
  return [
    figure('nodes', stats.nodes, whole),
    figure('edges', stats.edges, whole),
    figure('mean_degree', stats.mean_degree, fraction),
    figure('max_degree', stats.max_degree, whole),
    figure('median_km', stats.median_km, (km) => speaker.distance(km)),
    figure('median_km_random', stats.median_km_random, (km) => speaker.distance(km)),
    figure('share_within_country', stats.share_within_country, (share) => speaker.percent(share)),
    figure('components', stats.components, whole),
    figure('largest_component', stats.largest_component, whole),
    figure('transitivity', stats.transitivity, fraction),
    figure('assortativity', stats.assortativity, fraction),
  ]
}

export function networkPage(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const { speaker } = reader
    const stats = await statsOfNetwork(house)
    const title = speaker.say('network.title')
    return c.html(
      <Layout reader={reader} title={title} description={speaker.say('network.lede')}>
        <div class="page-title">
          <div>
            <h1>{title}</h1>
            <p class="lede">{speaker.say('network.lede')}</p>
          </div>
        </div>
        <section class="card" aria-labelledby="figures">
          <h2 id="figures">{speaker.say('network.figures')}</h2>
          <dl class="figures">
            {figuresOf(reader, stats).map(([name, , shown]) => (
              <div>
                <dt>{speaker.say(`network.${name}` as Message)}</dt>
                <dd>
                  <span class="big">{shown}</span>
                  <span class="small soft">{speaker.say(`network.${name}.about` as Message)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <div class="grid section">
          <TopPlaces reader={reader} stats={stats} />
          <TopPairs reader={reader} stats={stats} />
        </div>
        <p class="section actions">
          <a href={to(reader, '/network.csv')}>{speaker.say('export.csv')}</a>
          <a href={to(reader, '/data')}>{speaker.say('network.data')}</a>
        </p>
        <p class="small soft">{speaker.say('ties.not-current')}</p>
      </Layout>,
    )
  }
}

function TopPlaces({ reader, stats }: { readonly reader: Reader; readonly stats: Stats }) {
  const { speaker } = reader
  return (
    <section class="card">
      <table>
        <caption>
          <h2>{speaker.say('network.top-places')}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">{speaker.say('csv.name')}</th>
            <th scope="col" class="figure">
              {speaker.say('network.ties')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stats.top_places.map((place) => (
            <tr>
              <td>
                <PlaceLink reader={reader} place={place} /> <span class="soft">{speaker.country(place.country)}</span>
              </td>
              <td class="figure">{speaker.number(place.degree)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TopPairs({ reader: { speaker }, stats }: { readonly reader: Reader; readonly stats: Stats }) {
  return (
    <section class="card">
      <table>
        <caption>
          <h2>{speaker.say('network.top-pairs')}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">{speaker.say('network.countries')}</th>
            <th scope="col" class="figure">
              {speaker.say('network.ties')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stats.top_country_pairs.map(({ a, b, ties }) => (
            <tr>
              <td>
                {speaker.country(a)} – {speaker.country(b)}
              </td>
              <td class="figure">{speaker.number(ties)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function networkCsv(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const { speaker } = reader
    const stats = await statsOfNetwork(house)
    return csvAnswer(
      c,
      'kembar-network',
      [speaker.say('network.figures'), ''],
      [
        ...figuresOf(reader, stats).map(([name, value]) => [speaker.say(`network.${name}` as Message), value]),
        [],
        [speaker.say('network.top-places'), speaker.say('network.ties')],
        ...stats.top_places.map(({ name, country, degree }) => [`${name}, ${speaker.country(country)}`, degree]),
        [],
        [speaker.say('network.top-pairs'), speaker.say('network.ties')],
        ...stats.top_country_pairs.map(({ a, b, ties }) => [`${speaker.country(a)} – ${speaker.country(b)}`, ties]),
      ],
    )
  }
}
