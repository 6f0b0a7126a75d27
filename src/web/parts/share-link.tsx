import { to, type Reader } from '../reader.ts'

/** The address of this page to copy: all that is asked stands in it. */
export function ShareLink({ reader }: { readonly reader: Reader }) {
  const { speaker } = reader
  return (
    <div class="share">
      <div class="field">
        <label for="share">{speaker.say('share.link')}</label>
        <input class="ds-input" id="share" type="text" readonly value={`${reader.origin}${to(reader, reader.path)}`} />
      </div>
      <kembar-copy
        data-field="share"
        data-label={speaker.say('share.copy')}
        data-done={speaker.say('share.copied')}
      ></kembar-copy>
    </div>
  )
}
