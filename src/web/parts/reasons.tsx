// All reasons of a candidate by legal criterion, and how they add up to its score.
import type { Pair } from '../../language/say-evidence.ts'
import { DIGITS, LEGAL_GROUPS, type Group, type ShownReason, type ShownScore } from '../match-table.ts'
import type { Reader } from '../reader.ts'
import { EvidenceText } from './evidence.tsx'
import { Bars } from './two-views.tsx'

export interface ReasonsProps {
  readonly reader: Reader
  readonly shown: ShownScore
  readonly scale: number
  readonly pair: Pair
  readonly home: string
  readonly partner: string
}

export function Reasons({ reader, shown, scale, pair, home, partner }: ReasonsProps) {
  const { speaker } = reader
  const silent = shown.groups.flatMap(({ reasons }) => reasons).filter(addsNothing).length
  return (
    <div class="reasons">
      <p class="small soft legend">
        <span class="key key-home">{speaker.say('match.seen-from', { name: home })}</span>{' '}
        <span class="key key-partner">{speaker.say('match.seen-from', { name: partner })}</span>
      </p>
      {shown.groups.map(({ group, subtotal, reasons }) => (
        <section>
          <h4>
            <GroupName reader={reader} group={group} />
            <span class="figure subtotal">{speaker.signed(subtotal, DIGITS)}</span>
          </h4>
          <ul class="plain-list">
            {reasons
              .filter((one) => !addsNothing(one))
              .map(({ reason, contribution }) => (
                <li class="reason">
                  <span>
                    <EvidenceText reader={reader} reason={reason} pair={pair} />
                  </span>
                  <Bars own={reason.own} reciprocal={reason.reciprocal} scale={scale} />
                  <span class="figure">{speaker.signed(contribution, DIGITS)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {silent === 0 ? null : <p class="small soft">{speaker.say('match.silent', { count: silent })}</p>}
      <p class="total">
        <span>{speaker.say('match.total')}</span>
        <strong class="figure">{speaker.number(shown.score, DIGITS)}</strong>
      </p>
    </div>
  )
}

/** Looked at, and worth nothing from either side: said in one line for all of them. */
const addsNothing = ({ reason, contribution }: ShownReason) =>
  contribution === 0 && reason.own === 0 && reason.reciprocal === 0

/** The criterion with the law it stands in; the repealed ones are marked as advice. */
export function GroupName({ reader, group }: { readonly reader: Reader; readonly group: Group }) {
  const { speaker } = reader
  return (
    <span>
      {speaker.say(`group.${group}`)}{' '}
      <span class={LEGAL_GROUPS.includes(group) ? 'law' : 'law law-advisory'}>{speaker.say(`group.${group}.law`)}</span>
    </span>
  )
}
