// The place search field: a text field that works by itself; with JavaScript it unfolds suggestions as one types.
import { to, type Reader } from '../reader.ts'

export interface PlaceFieldProps {
  readonly reader: Reader
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** What stands in the field: what the reader typed, or the name of the chosen place. */
  readonly text?: string
  /** The chosen place, empty until one is chosen. */
  readonly chosen?: string
  readonly invalid?: boolean
}

export function PlaceField({ reader, id, label, hint, text = '', chosen = '', invalid = false }: PlaceFieldProps) {
  const { speaker } = reader
  return (
    <kembar-place-search
      src={to(reader, '/places/search')}
      data-none={speaker.say('search.none')}
      data-some={speaker.say('search.some')}
    >
      <div class="field">
        <label for={id}>{label}</label>
        {hint === undefined ? null : (
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <input
          class="ds-input"
          type="search"
          id={id}
          name="q"
          value={text}
          maxlength={200}
          autocomplete="off"
          autocapitalize="words"
          spellcheck={false}
          required
          {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
          {...(invalid ? { 'aria-invalid': 'true' } : {})}
        />
        <input type="hidden" name="place" value={chosen} />
      </div>
      <ul class="options" id={`${id}-options`} role="listbox" aria-label={label} hidden></ul>
      <span class="ds-sr-only" role="status"></span>
    </kembar-place-search>
  )
}
