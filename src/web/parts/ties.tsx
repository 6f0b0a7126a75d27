// Known ties of a place: who says so, since when; never as something that is so today.
import type { ListedTie, TieSource } from '../../verbs/list-ties.ts'
import { entryOfRef } from '../../verbs/place-ref.ts'
import type { PlaceSummary } from '../../verbs/place-summary.ts'
import { to, withQuery, type Reader } from '../reader.ts'
import { PartnerItem } from './globe.tsx'
import { PlaceLink } from './place-name.tsx'
import { Say } from './say.tsx'

export interface TiesProps {
  readonly reader: Reader
  /** Whose ties they are. */
  readonly place: Pick<PlaceSummary, 'id'>
  readonly ties: readonly ListedTie[]
  /** Id of the list, for the globe. */
  readonly id: string
}

const FEW = 12

export function Ties({ reader, place, ties, id }: TiesProps) {
  if (ties.length === 0) return <p>{reader.speaker.say('ties.none')}</p>
  const rest = ties.slice(FEW)
  return (
    <div id={id}>
      <ul class="rows">{ties.slice(0, FEW).map((tie) => TieItem({ reader, place, tie }))}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{reader.speaker.say('ties.more', { count: rest.length })}</summary>
          <ul class="rows">{rest.map((tie) => TieItem({ reader, place, tie }))}</ul>
        </details>
      )}
    </div>
  )
}

interface TieItemProps {
  readonly reader: Reader
  readonly place: Pick<PlaceSummary, 'id'>
  readonly tie: ListedTie
}

function TieItem({ reader, place, tie }: TieItemProps) {
  return (
    <PartnerItem reader={reader} place={tie.partner}>
      {String(tie.party) === String(place.id) ? null : <OtherParty reader={reader} party={tie.party} />}
      <ul class="plain-list small soft">
        {tie.sources.map((source) => (
          <li>
            <Statement reader={reader} source={source} />
          </li>
        ))}
      </ul>
    </PartnerItem>
  )
}

/** A source may name the province or the town where the page is of the other. */
function OtherParty({ reader, party }: { readonly reader: Reader; readonly party: ListedTie['party'] }) {
  const { gazetteer, speaker } = reader
  const entry = entryOfRef(gazetteer, String(party))
  const name = <PlaceLink reader={reader} place={{ id: party, name: gazetteer.name(entry) }} />
  return (
    <p class="small">
      <Say speaker={speaker} message="ties.party" values={{ name }} />
    </p>
  )
}

/** Notes are kept in the language they were written in, and it is named. */
function Note({ reader, text }: { readonly reader: Reader; readonly text: string }) {
  return (
    <>
      {' · '}
      <span lang="en">{text}</span>
      {reader.locale === 'en' ? null : ` (${reader.speaker.language('en')})`}
    </>
  )
}

function Statement({ reader, source }: { readonly reader: Reader; readonly source: TieSource }) {
  const { speaker } = reader
  return (
    <>
      {sourceText(reader, source.source)}: {periodText(reader, source)}
      {source.note === null ? null : <Note reader={reader} text={source.note} />}
      {source.reference === null ? null : /^https?:\/\//.test(source.reference) ? (
        <>
          {' · '}
          <a href={source.reference} rel="noopener nofollow" lang="">
            {speaker.say('ties.reference', { host: new URL(source.reference).hostname.replace(/^www\./, '') })}
          </a>
        </>
      ) : (
        <> · {source.reference}</>
      )}
    </>
  )
}

/** Names of data sources that we know; others as they call themselves. */
export function sourceText({ speaker }: Reader, source: string): string {
  if (source === 'documented' || source === 'seed') return speaker.say('source.seed')
  return source.startsWith('wikidata') || source === 'P190' ? speaker.say('source.wikidata') : source
}

export function periodText({ speaker }: Reader, { since, until }: Pick<TieSource, 'since' | 'until'>): string {
  if (since !== null && until !== null)
    return speaker.say('ties.from-to', { since: speaker.date(since), until: speaker.date(until) })
  if (since !== null) return speaker.say('ties.since', { since: speaker.date(since) })
  return until === null ? speaker.say('ties.undated') : speaker.say('ties.until', { until: speaker.date(until) })
}

/** Where the same ties are to be had as a file. */
export function TiesCsvLink({ reader, id }: { readonly reader: Reader; readonly id: string | number }) {
  return <a href={to(reader, withQuery(`/places/${id}/ties.csv`, {}))}>{reader.speaker.say('export.csv')}</a>
}
