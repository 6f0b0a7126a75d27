import type { Reader } from '../reader.ts'

export interface CountryFieldProps {
  readonly reader: Reader
  readonly id: string
  readonly label: string
  /** Name of the choice that means every country. */
  readonly anywhere: string
  readonly chosen?: string
}

const ordered = new WeakMap<Reader['gazetteer'], Map<string, readonly (readonly [code: string, name: string])[]>>()

/** All countries that have places, by the language's own names and order. */
export function countriesOf(reader: Reader): readonly (readonly [code: string, name: string])[] {
  const { gazetteer, speaker, locale } = reader
  let byLocale = ordered.get(gazetteer)
  if (byLocale === undefined) ordered.set(gazetteer, (byLocale = new Map()))
  let list = byLocale.get(locale)
  if (list === undefined) {
    list = gazetteer.countries
      .filter((_, i) => gazetteer.countryStart[i + 1] > gazetteer.countryStart[i])
      .map(({ code }) => [code, speaker.country(code)] as const)
      .toSorted((a, b) => speaker.compare(a[1], b[1]))
    byLocale.set(locale, list)
  }
  return list
}

export function CountryField({ reader, id, label, anywhere, chosen }: CountryFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select class="ds-input" id={id} name="country">
        <option value="">{anywhere}</option>
        {countriesOf(reader).map(([code, name]) => (
          <option value={code} selected={code === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
