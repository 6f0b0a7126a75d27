// Pages for what went wrong: an address that leads nowhere, and a failure of ours with a reference to report it by.
import { Layout } from '../parts/layout.tsx'
import { MatchForm } from '../parts/match-form.tsx'
import type { PageContext } from '../reader.ts'

export function notFoundPage(c: PageContext): Response | Promise<Response> {
  const reader = c.get('reader')
  const { speaker } = reader
  return c.html(
    <Layout reader={reader} title={speaker.say('not-found.title')} islands={['place-search']} noindex>
      <div class="stack">
        <h1>{speaker.say('not-found.title')}</h1>
        <p class="lede">{speaker.say('not-found.text')}</p>
        <div class="card">
          <MatchForm reader={reader} row />
        </div>
      </div>
    </Layout>,
    404,
  )
}

export function failurePage(c: PageContext, reference: string): Response | Promise<Response> {
  const reader = c.get('reader')
  const { speaker } = reader
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Layout reader={reader} title={speaker.say('failure.title')} noindex>
      <div class="stack">
        <h1>{speaker.say('failure.title')}</h1>
        <p class="lede">{speaker.say('failure.text')}</p>
        <p>
          {speaker.say('failure.reference')} <code>{reference}</code>
        </p>
      </div>
    </Layout>,
    500,
  )
}
