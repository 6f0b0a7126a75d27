// The main job's form: which place, and where to look for its twin.
import { to, type Reader } from '../reader.ts'
import { CountryField } from './country-field.tsx'
import { PlaceField } from './place-field.tsx'

export interface MatchFormProps {
  readonly reader: Reader
  readonly text?: string
  readonly chosen?: string
  readonly country?: string
  readonly invalid?: boolean
  /** In one row where there is room. */
  readonly row?: boolean
  /** The front door asks in the words of its heading. */
  readonly label?: string
}

export function MatchForm({ reader, text, chosen, country, invalid = false, row = false, label }: MatchFormProps) {
  const { speaker } = reader
  return (
    <form class={row ? 'ask ask-row' : 'ask'} action={to(reader, '/match')} method="get" role="search">
      <PlaceField
        reader={reader}
        id="place"
        label={label ?? speaker.say('match.form.place')}
        {...(row ? {} : { hint: speaker.say('match.form.place-hint') })}
        {...(text === undefined ? {} : { text })}
        {...(chosen === undefined ? {} : { chosen })}
        invalid={invalid}
      />
      <CountryField
        reader={reader}
        id="country"
        label={speaker.say('match.form.country')}
        anywhere={speaker.say('match.form.anywhere')}
        {...(country === undefined ? {} : { chosen: country })}
      />
      <button class="ds-button" type="submit">
        {speaker.say('match.form.submit')}
      </button>
    </form>
  )
}
