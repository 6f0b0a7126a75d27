// What a place says of itself: what it offers, seeks and struggles with, and how much each group of reasons counts.
import { GROUPS } from '../../atlas/match/features.ts'
import type { Message } from '../../language/messages.ts'
import { PROBLEMS, SECTORS, type WishProfile } from '../../atlas/match/wish-profile.ts'
import { matchPath, type MatchQuery } from '../match-query.ts'
import { to, type Reader } from '../reader.ts'
import { WEIGHTS, wishQuery } from '../wish-query.ts'

export function WishForm({ reader, query }: { readonly reader: Reader; readonly query: MatchQuery }) {
  const { speaker } = reader
  const { wish } = query
  return (
    <section class="card wish" id="wish" aria-labelledby="wish-title">
      <h2 id="wish-title">{speaker.say('wish.title')}</h2>
      <form class="stack" action={to(reader, '/match')} method="get">
        <input type="hidden" name="place" value={query.place} />
        <input type="hidden" name="country" value={query.country} />
        <details open={(wish?.offers.length ?? 0) + (wish?.seeks.length ?? 0) + (wish?.problems.length ?? 0) > 0}>
          <summary>{speaker.say('wish.profile')}</summary>
          <p class="small soft">{speaker.say('wish.profile.about')}</p>
          <Choices
            reader={reader}
            legend={speaker.say('wish.offers')}
            name="offer"
            kind="sector"
            all={SECTORS}
            chosen={wish?.offers ?? []}
          />
          <Choices
            reader={reader}
            legend={speaker.say('wish.seeks')}
            name="seek"
            kind="sector"
            all={SECTORS}
            chosen={wish?.seeks ?? []}
          />
          <Choices
            reader={reader}
            legend={speaker.say('wish.problems')}
            name="problem"
            kind="problem"
            all={PROBLEMS}
            chosen={wish?.problems ?? []}
          />
        </details>
        <fieldset class="weights">
          <legend>{speaker.say('wish.weights')}</legend>
          {GROUPS.map((group) => (
            <div class="field">
              <label for={`weight-${group}`}>{speaker.say(`group.${group}`)}</label>
              <select class="ds-input" id={`weight-${group}`} name={`weight.${group}`}>
                {WEIGHTS.map((weight) => (
                  <option value={weight === 1 ? '' : String(weight)} selected={(wish?.weights[group] ?? 1) === weight}>
                    {speaker.say(`weight.${weight}`)}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </fieldset>
        <div class="actions">
          <button class="ds-button" data-variant="secondary" type="submit">
            {speaker.say('wish.apply')}
          </button>
          {wish === undefined ? null : (
            <a href={to(reader, matchPath('/match', { ...query, wish: undefined }))}>{speaker.say('wish.clear')}</a>
          )}
        </div>
      </form>
    </section>
  )
}

interface ChoicesProps<T extends string> {
  readonly reader: Reader
  readonly legend: string
  readonly name: string
  readonly kind: 'sector' | 'problem'
  readonly all: readonly T[]
  readonly chosen: readonly T[]
}

function Choices<T extends string>({ reader, legend, name, kind, all, chosen }: ChoicesProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="choices-grid">
        {all.map((one) => (
          <label class="choice small">
            <input class="ds-input" type="checkbox" name={name} value={one} checked={chosen.includes(one)} />
            <span>{reader.speaker.say((kind === 'problem' ? `problem.${one}` : `sector.${one}`) as Message)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The wishes for a form that asks something else about the same question. */
export function HiddenWish({ wish }: { readonly wish: WishProfile | undefined }) {
  return (
    <>
      {Object.entries(wishQuery(wish)).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => <input type="hidden" name={name} value={String(one)} />),
      )}
    </>
  )
}
