// The languages of Kembar. All three are complete; `en.json` is the one that types are taken from.

export const LOCALES = ['id', 'km', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The language's own name, as the language switch shows it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { id: 'Bahasa Indonesia', km: 'ភាសាខ្មែរ', en: 'English' }

/** Locale for Intl. Khmer is shown with Khmer digits; English dates are day-first, as in the documents of both sides. */
export const INTL_LOCALES: Readonly<Record<Locale, string>> = { id: 'id-ID', km: 'km-KH-u-nu-khmr', en: 'en-GB' }

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text)
}

/** The language to greet a reader in, from an Accept-Language header; English where none of ours is asked for. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part, position) => {
      const [tag, ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([0-9.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), position }
    })
    .filter((wish) => wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.position - b.position)
  for (const { language } of wishes) {
    // `in` is the code that old browsers still send for Indonesian.
    const known = language === 'in' ? 'id' : language
    if (isLocale(known)) return known
  }
  return 'en'
}
