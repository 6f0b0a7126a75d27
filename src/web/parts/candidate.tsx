// One candidate of a match: rank, name, score from both sides, its strongest reasons, and all of them on request.
import type { Candidate, MatchView } from '../../verbs/match-place.ts'
import { DIGITS, shownScore, strongest } from '../match-table.ts'
import type { Reader } from '../reader.ts'
import { EvidenceText } from './evidence.tsx'
import { pairMapUrl } from './globe.tsx'
import { kindText, populationText } from './place-facts.tsx'
import { nameText, PlaceLink, whereText } from './place-name.tsx'
import { Reasons } from './reasons.tsx'
import { TwoViews } from './two-views.tsx'

export interface CandidateCardProps {
  readonly reader: Reader
  readonly source: MatchView['source']
  readonly candidate: Candidate
  readonly scale: number
  readonly chosen: boolean
}

const STRONGEST = 3

export function CandidateCard({ reader, source, candidate, scale, chosen }: CandidateCardProps) {
  const { speaker } = reader
  const shown = shownScore(candidate)
  const [home, partner] = [nameText(reader, source), nameText(reader, candidate)]
  const count = candidate.reasons.length
  const pair = { source, candidate }
  return (
    <li class="card candidate" id={`rank-${candidate.rank}`}>
      <div class="candidate-head">
        <span class="rank figure">
          <span class="ds-sr-only">{speaker.say('match.rank')} </span>
          {speaker.number(candidate.rank)}
        </span>
        <div class="candidate-name">
          <h3>
            <PlaceLink reader={reader} place={candidate} />
          </h3>
          <p class="small soft">
            {whereText(reader, candidate)} · {kindText(reader, candidate)} · {populationText(reader, candidate)}
          </p>
        </div>
        <p class="score">
          <span class="small soft">{speaker.say('match.score')}</span>{' '}
          <strong class="figure">{speaker.number(shown.score, DIGITS)}</strong>
        </p>
      </div>
      <ul class="strongest">
        {strongest(shown, STRONGEST).map(({ reason, contribution }) => (
          <li>
            <EvidenceText reader={reader} reason={reason} pair={pair} />{' '}
            <span class="figure plus">{speaker.signed(contribution, DIGITS)}</span>
          </li>
        ))}
      </ul>
      <TwoViews reader={reader} home={home} partner={partner} own={shown.own} reciprocal={shown.reciprocal} />
      <details>
        <summary>{speaker.say('match.all-reasons', { count })}</summary>
        <Reasons reader={reader} shown={shown} scale={scale} pair={pair} home={home} partner={partner} />
        <img
          class="pair-map"
          src={pairMapUrl(source, candidate)}
          alt={speaker.say('map.pair', { home, partner })}
          width="480"
          height="320"
          loading="lazy"
        />
      </details>
      <label class="choice">
        <input class="ds-input" type="checkbox" name="with" value={String(candidate.id)} checked={chosen} />
        <span>{speaker.say('match.compare.choose', { name: partner })}</span>
      </label>
    </li>
  )
}
