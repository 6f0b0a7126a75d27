// Up to four candidates side by side, reason by reason.
import type { House } from '../../../verbs/house.ts'
import { comparePlaces } from '../../../verbs/compare-places.ts'
import type { Candidate } from '../../../verbs/match-place.ts'
import { showPlace } from '../../../verbs/show-place.ts'
import type { Refusal } from '../../../verbs/refusal.ts'
import type { PlaceSummary } from '../../../verbs/place-summary.ts'
import { sayFeature } from '../../../language/say-evidence.ts'
import { DIGITS, GROUPS, largestFigure, shownScore, type Group, type ShownScore } from '../../match-table.ts'
import { compareInput, matchPath, readMatchQuery, type MatchQuery } from '../../match-query.ts'
import { EvidenceText } from '../../parts/evidence.tsx'
import { Layout } from '../../parts/layout.tsx'
import { kindText, populationText } from '../../parts/place-facts.tsx'
import { nameText, PlaceLink, PlaceName, whereText } from '../../parts/place-name.tsx'
import { GroupName } from '../../parts/reasons.tsx'
import { RefusalNote, refusalStatus } from '../../parts/refusal.tsx'
import { Say } from '../../parts/say.tsx'
import { ShareLink } from '../../parts/share-link.tsx'
import { Bars } from '../../parts/two-views.tsx'
import { to, type PageContext, type Reader } from '../../reader.ts'

export function comparePage(house: House) {
  return async (c: PageContext): Promise<Response> => {
    const reader = c.get('reader')
    const query = readMatchQuery(c)
    const source = showPlace(house, query.place)
    if (!source.ok) return refused(c, query, source.refusal)
    if (query.with.length === 0) return nothingChosen(c, query)
    const compared = await comparePlaces(house, compareInput(query))
    if (!compared.ok) return refused(c, query, compared.refusal)
    return c.html(<Comparison reader={reader} query={query} source={source.value} candidates={compared.value} />)
  }
}

function refused(c: PageContext, query: MatchQuery, refusal: Refusal): Response | Promise<Response> {
  const reader = c.get('reader')
  return c.html(
    <Layout reader={reader} title={reader.speaker.say('compare.title')} noindex>
      <div class="stack">
        <h1>{reader.speaker.say('compare.title')}</h1>
        <RefusalNote reader={reader} refusal={refusal} />
        <BackLink reader={reader} query={query} />
      </div>
    </Layout>,
    refusalStatus(refusal),
  )
}

function nothingChosen(c: PageContext, query: MatchQuery): Response | Promise<Response> {
  const reader = c.get('reader')
  return c.html(
    <Layout reader={reader} title={reader.speaker.say('compare.title')} noindex>
      <div class="stack">
        <h1>{reader.speaker.say('compare.title')}</h1>
        <p class="lede">{reader.speaker.say('compare.none')}</p>
        <BackLink reader={reader} query={query} />
      </div>
    </Layout>,
    422,
  )
}

function BackLink({ reader, query }: { readonly reader: Reader; readonly query: MatchQuery }) {
  return (
    <p>
      <a href={to(reader, matchPath('/match', query))}>{reader.speaker.say('compare.back')}</a>
    </p>
  )
}

interface ComparisonProps {
  readonly reader: Reader
  readonly query: MatchQuery
  readonly source: PlaceSummary
  readonly candidates: readonly Candidate[]
}

interface Column {
  readonly candidate: Candidate
  readonly name: string
  readonly shown: ShownScore
}

function Comparison({ reader, query, source, candidates }: ComparisonProps) {
  const { speaker } = reader
  const home = nameText(reader, source)
  const columns = candidates.map((candidate) => ({
    candidate,
    name: nameText(reader, candidate),
    shown: shownScore(candidate),
  }))
  const scale = largestFigure(candidates)
  return (
    <Layout reader={reader} title={speaker.say('compare.heading', { name: home })} islands={['copy-link']} noindex>
      <div class="page-title">
        <div>
          <h1>
            <Say
              speaker={speaker}
              message="compare.heading"
              values={{ name: <PlaceName reader={reader} place={source} bare /> }}
            />
          </h1>
          <p class="lede">{speaker.say('compare.lede')}</p>
        </div>
        <BackLink reader={reader} query={query} />
      </div>
      <div class="card">
        <p class="small soft">
          <span class="key key-home">{speaker.say('match.seen-from', { name: home })}</span>{' '}
          <span class="key key-partner">{speaker.say('compare.seen-from-candidates')}</span>
        </p>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{speaker.say('compare.criterion')}</th>
              {columns.map(({ candidate }) => (
                <th scope="col">
                  <PlaceLink reader={reader} place={candidate} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row label={speaker.say('match.score')} columns={columns}>
              {({ shown }) => <strong class="figure">{speaker.number(shown.score, DIGITS)}</strong>}
            </Row>
            <Row label={speaker.say('match.seen-from', { name: home })} columns={columns}>
              {({ shown }) => <span class="figure">{speaker.number(shown.own, DIGITS)}</span>}
            </Row>
            <Row label={speaker.say('compare.seen-from-candidates')} columns={columns}>
              {({ shown }) => <span class="figure">{speaker.number(shown.reciprocal, DIGITS)}</span>}
            </Row>
            <Row label={speaker.say('compare.what')} columns={columns}>
              {({ candidate }) => (
                <p class="soft">
                  {whereText(reader, candidate)} · {kindText(reader, candidate)} · {populationText(reader, candidate)}
                </p>
              )}
            </Row>
          </tbody>
          {GROUPS.map((group) => (
            <GroupRows reader={reader} source={source} group={group} columns={columns} scale={scale} />
          ))}
        </table>
      </div>
      <div class="card section stack-small">
        <ShareLink reader={reader} />
        <p>
          <a href={to(reader, matchPath('/match/compare.csv', query))}>{speaker.say('export.csv')}</a>
        </p>
      </div>
    </Layout>
  )
}

interface GroupRowsProps {
  readonly reader: Reader
  readonly source: PlaceSummary
  readonly group: Group
  readonly columns: readonly Column[]
  readonly scale: number
}

function GroupRows({ reader, source, group, columns, scale }: GroupRowsProps) {
  const { speaker } = reader
  const inGroup = ({ shown }: Column) => shown.groups.find((one) => one.group === group)
  const features = [
    ...new Set(columns.flatMap((column) => inGroup(column)?.reasons.map(({ reason }) => reason.feature) ?? [])),
  ]
  if (features.length === 0) return null
  return (
    <tbody>
      <tr class="group-row">
        <th scope="rowgroup">
          <GroupName reader={reader} group={group} />
        </th>
        {columns.map((column) => (
          <td>
            <span class="cell-name">{column.name}</span>
            <span class="figure">{speaker.signed(inGroup(column)?.subtotal ?? 0, DIGITS)}</span>
          </td>
        ))}
      </tr>
      {features.map((feature) => (
        <Row label={sayFeature(speaker, feature)} columns={columns}>
          {(column) => {
            const shown = inGroup(column)?.reasons.find(({ reason }) => reason.feature === feature)
            if (shown === undefined) return <span class="soft">{speaker.say('compare.no-reason')}</span>
            return (
              <>
                <span class="figure">{speaker.signed(shown.contribution, DIGITS)}</span>
                <Bars own={shown.reason.own} reciprocal={shown.reason.reciprocal} scale={scale} />
                <p class="soft">
                  <EvidenceText reader={reader} reason={shown.reason} pair={{ source, candidate: column.candidate }} />
                </p>
              </>
            )
          }}
        </Row>
      ))}
    </tbody>
  )
}

interface RowProps {
  readonly label: string
  readonly columns: readonly Column[]
  readonly children: (column: Column) => unknown
}

function Row({ label, columns, children }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {columns.map((column) => (
        <td>
          <span class="cell-name">{column.name}</span>
          {children(column) as never}
        </td>
      ))}
    </tr>
  )
}
