// A refusal in the reader's words, and what can be chosen instead.
import type { Child } from 'hono/jsx'
import { sayRefusal } from '../../language/say-refusal.ts'
import type { Choice, Refusal } from '../../verbs/refusal.ts'
import type { Reader } from '../reader.ts'
import { PlaceName } from './place-name.tsx'

/** HTTP status of a refusal: 404 where a named thing does not exist, else 422. */
export function refusalStatus(refusal: Refusal): 404 | 422 {
  return refusal.code === 'unknown-place' ? 404 : 422
}

export function RefusalNote({
  reader,
  refusal,
  children,
}: {
  readonly reader: Reader
  readonly refusal: Refusal
  readonly children?: Child
}) {
  return (
    <div class="refusal" role="alert" id="refusal">
      <p>
        {refusal.code === 'ambiguous-place'
          ? reader.speaker.say('match.ambiguous', { query: refusal.query })
          : sayRefusal(reader.speaker, refusal)}
      </p>
      {children}
    </div>
  )
}

export interface ChoicesProps {
  readonly reader: Reader
  readonly choices: readonly Choice[]
  readonly href: (choice: Choice) => string
}

/** The places that an ambiguous name may mean, each a link that goes on with it. */
export function Choices({ reader, choices, href }: ChoicesProps) {
  return (
    <ul class="rows choices">
      {choices.map((choice) => (
        <li>
          <a href={href(choice)}>
            <PlaceName reader={reader} place={choice} />
          </a>{' '}
          <span class="soft">{saidWhere(reader, choice.where)}</span>
        </li>
      ))}
    </ul>
  )
}

/** `Central Java, ID` with the country's name in the reader's language. */
function saidWhere({ speaker }: Reader, where: string): string {
  return where.replace(/[A-Z]{2}$/, (code) => speaker.country(code))
}
