import type { Refusal } from '../../../verbs/refusal.ts'
import { Layout } from '../../parts/layout.tsx'
import { MatchForm } from '../../parts/match-form.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'
import type { PageContext } from '../../reader.ts'

/** No such place: says so and offers the search. */
export function unknownPlacePage(c: PageContext, refusal: Refusal): Response | Promise<Response> {
  const reader = c.get('reader')
  const title = reader.speaker.say('place.unknown')
  return c.html(
    <Layout reader={reader} title={title} islands={['place-search']} noindex>
      <div class="stack">
        <h1>{title}</h1>
        <RefusalNote reader={reader} refusal={refusal} />
        <div class="card">
          <MatchForm reader={reader} row />
        </div>
      </div>
    </Layout>,
    404,
  )
}
