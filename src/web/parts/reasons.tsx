// All reasons of a candidate by legal criterion, and how they add up to its score.
import { DIGITS, LEGAL_GROUPS, type Group, type ShownScore } from '../match-table.ts'
import type { Reader } from '../reader.ts'
import { EvidenceText } from './evidence.tsx'
import { Bars } from './two-views.tsx'

export interface ReasonsProps {
  readonly reader: Reader
  readonly shown: ShownScore
  readonly scale: number
  readonly home: string
  readonly partner: string
}

export function Reasons({ reader, shown, scale, home, partner }: ReasonsProps) {
  const { speaker } = reader
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
            {reasons.map(({ reason, contribution }) => (
              <li class="reason">
                <span>
                  <EvidenceText reader={reader} reason={reason} />
                </span>
                <Bars own={reason.own} reciprocal={reason.reciprocal} scale={scale} />
                <span class="figure">{speaker.signed(contribution, DIGITS)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="total">
        <span>{speaker.say('match.total')}</span>
        <strong class="figure">{speaker.number(shown.score, DIGITS)}</strong>
      </p>
    </div>
  )
}

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
