// The main job: which place fits this one, and why.
import type { House } from '../../../verbs/house.ts'
import { checkNumber } from '../../../verbs/input-limits.ts'
import { matchPlace, type MatchView } from '../../../verbs/match-place.ts'
import { placeRef } from '../../../verbs/place-ref.ts'
import type { Refusal } from '../../../verbs/refusal.ts'
import { resolvePlace } from '../../../verbs/resolve-place.ts'
import { largestFigure } from '../../match-table.ts'
import { matchInput, matchPath, MOST_SHOWN, readMatchQuery, SHOWN, type MatchQuery } from '../../match-query.ts'
import { CandidateCard } from '../../parts/candidate.tsx'
import { Layout } from '../../parts/layout.tsx'
import { MatchForm } from '../../parts/match-form.tsx'
import { PlaceLine } from '../../parts/place-facts.tsx'
import { nameText, PlaceName } from '../../parts/place-name.tsx'
import { Choices, RefusalNote, refusalStatus } from '../../parts/refusal.tsx'
import { Say } from '../../parts/say.tsx'
import { ShareLink } from '../../parts/share-link.tsx'
import { HiddenWish, WishForm } from '../../parts/wish-form.tsx'
import { to, type PageContext, type Reader } from '../../reader.ts'

export function matchPage(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const query = readMatchQuery(c)
    if (query.place === '' && query.text === '') return askPage(c, query)
    if (query.place === '') {
      const resolved = resolvePlace(house, query.text)
      if (!resolved.ok) return askPage(c, query, resolved.refusal)
      const place = String(placeRef(house.gazetteer, resolved.value))
      return c.redirect(to(reader, matchPath('/match', { ...query, place })), 302)
    }
    const limit = checkNumber('limit', query.limit, 1, MOST_SHOWN)
    if (!limit.ok) return askPage(c, query, limit.refusal)
    const matched = await matchPlace(house, matchInput(query))
    if (!matched.ok) return askPage(c, query, matched.refusal)
    return c.html(
      <Answer reader={reader} query={{ ...query, place: String(matched.value.source.id) }} view={matched.value} />,
    )
  }
}

/** The question alone, with what was typed still in it and what is wrong with it above. */
function askPage(c: PageContext, query: MatchQuery, refusal?: Refusal): Response | Promise<Response> {
  const reader = c.get('reader')
  const { speaker } = reader
  const title = speaker.say('match.title')
  const typed = query.text === '' ? query.place : query.text
  return c.html(
    <Layout
      reader={reader}
      title={title}
      description={speaker.say('front.description')}
      islands={['place-search']}
      noindex={refusal !== undefined}
    >
      <div class="stack">
        <h1>{title}</h1>
        <p class="lede">{speaker.say('front.lede')}</p>
        {refusal === undefined ? null : (
          <RefusalNote reader={reader} refusal={refusal}>
            {refusal.code === 'ambiguous-place' ? (
              <Choices
                reader={reader}
                choices={refusal.choices}
                href={(choice) => to(reader, matchPath('/match', { ...query, place: choice.id, text: '' }))}
              />
            ) : null}
          </RefusalNote>
        )}
        <div class="card">
          <MatchForm
            reader={reader}
            row
            text={typed.slice(0, 200)}
            country={query.country}
            invalid={refusal?.code === 'unknown-place' || refusal?.code === 'ambiguous-place'}
          />
        </div>
      </div>
    </Layout>,
    refusal === undefined ? 200 : refusalStatus(refusal),
  )
}

function Answer({
  reader,
  query,
  view,
}: {
  readonly reader: Reader
  readonly query: MatchQuery
  readonly view: MatchView
}) {
  const { speaker } = reader
  const home = nameText(reader, view.source)
  const country = view.country === undefined ? undefined : speaker.country(view.country)
  const title =
    country === undefined
      ? speaker.say('match.heading-world', { name: home })
      : speaker.say('match.heading', { name: home, country })
  const scale = largestFigure(view.candidates)
  return (
    <Layout
      reader={reader}
      title={title}
      description={speaker.say('match.description')}
      islands={['place-search', 'copy-link']}
      noindex
    >
      <div class="page-title">
        <div>
          <h1>
            <Say
              speaker={speaker}
              message={country === undefined ? 'match.heading-world' : 'match.heading'}
              values={{
                name: <PlaceName reader={reader} place={view.source} bare />,
                country: <span class="name">{country}</span>,
              }}
            />
          </h1>
          <p class="lede">{speaker.say('match.lede', { total: view.total, shown: view.candidates.length })}</p>
        </div>
      </div>
      <details class="question">
        <summary>{speaker.say('match.change')}</summary>
        <div class="card">
          <MatchForm reader={reader} row text={home} chosen={String(view.source.id)} country={query.country} />
        </div>
      </details>
      <div class="split">
        <form action={to(reader, '/match/compare')} method="get">
          <input type="hidden" name="place" value={query.place} />
          <input type="hidden" name="country" value={query.country} />
          <HiddenWish wish={query.wish} />
          <h2 class="ds-sr-only">{speaker.say('match.candidates')}</h2>
          {view.candidates.length === 0 ? <p class="card">{speaker.say('match.none')}</p> : null}
          <ol class="candidates">
            {view.candidates.map((candidate) => (
              <CandidateCard
                reader={reader}
                source={view.source}
                candidate={candidate}
                scale={scale}
                chosen={query.with.includes(String(candidate.id))}
              />
            ))}
          </ol>
          {view.candidates.length === 0 ? null : (
            <div class="compare-bar">
              <button class="ds-button" type="submit">
                {speaker.say('match.compare.submit')}
              </button>
              <More reader={reader} query={query} view={view} />
            </div>
          )}
        </form>
        <div class="column">
          <Method reader={reader} />
          <WishForm reader={reader} query={query} />
          <Tied reader={reader} view={view} home={home} />
          <section class="card stack-small" aria-labelledby="share-title">
            <h2 id="share-title">{speaker.say('share.title')}</h2>
            <ShareLink reader={reader} />
            <p>
              <a href={to(reader, matchPath('/match.csv', query))}>{speaker.say('export.csv')}</a>
            </p>
            <p class="small soft">{speaker.say('share.print')}</p>
          </section>
        </div>
      </div>
    </Layout>
  )
}

function More({
  reader,
  query,
  view,
}: {
  readonly reader: Reader
  readonly query: MatchQuery
  readonly view: MatchView
}) {
  if (view.candidates.length < query.limit || query.limit >= MOST_SHOWN || view.total <= query.limit) return null
  const limit = Math.min(MOST_SHOWN, query.limit + 2 * SHOWN)
  return (
    <a href={`${to(reader, matchPath('/match', { ...query, limit }))}#rank-${query.limit + 1}`}>
      {reader.speaker.say('match.more', { count: limit - query.limit })}
    </a>
  )
}

function Method({ reader: { speaker } }: { readonly reader: Reader }) {
  return (
    <section class="card stack-small" aria-labelledby="method-title">
      <h2 id="method-title">{speaker.say('match.method')}</h2>
      <p>{speaker.say('match.method.sum')}</p>
      <p>{speaker.say('match.method.two-views')}</p>
      <p class="small soft">{speaker.say('match.method.limits')}</p>
    </section>
  )
}

function Tied({ reader, view, home }: { readonly reader: Reader; readonly view: MatchView; readonly home: string }) {
  if (view.tied.length === 0) return null
  return (
    <section class="card" aria-labelledby="tied-title">
      <h2 id="tied-title">{reader.speaker.say('match.tied', { name: home })}</h2>
      <p class="small soft">{reader.speaker.say('match.tied.why')}</p>
      <ul class="rows">
        {view.tied.map((place) => (
          <li>
            <PlaceLine reader={reader} place={place} />
          </li>
        ))}
      </ul>
    </section>
  )
}
