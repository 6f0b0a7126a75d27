// The frame of every page: head, languages, main part, foot.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { LOCALE_NAMES, LOCALES } from '../../language/locale.ts'
import { to, withQuery, type Reader } from '../reader.ts'
import { KhmerWord } from './khmer-word.tsx'
import { Logo } from './logo.tsx'

export interface LayoutProps {
  readonly reader: Reader
  readonly title: string
  readonly description?: string
  /** Islands that this page uses, by file name in `islands/`. */
  readonly islands?: readonly ('place-search' | 'globe' | 'copy-link')[]
  /** Not for search engines: result pages of a private question. */
  readonly noindex?: boolean
  readonly children: Child
}

const LANGUAGE_LABELS = { id: 'ID', km: 'ខ្មែរ', en: 'EN' } as const

export function Layout({ reader, title, description, islands = [], noindex = false, children }: LayoutProps) {
  const { speaker, assets, locale, origin, path } = reader
  const fullTitle = path === '/' ? title : `${title} · Kembar`
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{fullTitle}</title>
          {description === undefined ? null : <meta name="description" content={description} />}
          {noindex ? <meta name="robots" content="noindex" /> : null}
          <meta name="theme-color" content="#0f5c63" />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={assets.url('src/web/styles/kembar.css')} />
          {locale === 'km' ? <link rel="stylesheet" href={assets.url('src/web/styles/khmer.css')} /> : null}
          <link rel="canonical" href={`${origin}/${locale}${path}`} />
          {LOCALES.map((other) => (
            <link rel="alternate" hreflang={other} href={`${origin}/${other}${path}`} />
          ))}
          <link rel="alternate" hreflang="x-default" href={`${origin}${path}`} />
          {islands.map((island) => (
            <script type="module" src={assets.url(`src/web/islands/${island}.ts`)}></script>
          ))}
        </head>
        <body lang={locale}>
          <a class="ds-skip-link" href="#main">
            {speaker.say('frame.skip')}
          </a>
          <Head reader={reader} />
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <Foot reader={reader} />
        </body>
      </html>
    </>
  )
}

const DESTINATIONS = [
  ['/match', 'nav.match'],
  ['/network', 'nav.network'],
  ['/data', 'nav.data'],
  ['/about', 'nav.about'],
] as const

function Head({ reader }: { readonly reader: Reader }) {
  const { speaker, path } = reader
  const here = path.split('?')[0]
  return (
    <header class="head">
      <div class="head-row">
        <a class="brand" href={to(reader, '/')}>
          <Logo />
          kembar
        </a>
        <nav aria-label={speaker.say('nav.label')}>
          <ul>
            {DESTINATIONS.map(([target, key]) => (
              <li>
                <a
                  href={to(reader, target)}
                  {...(here.startsWith(target) ? { 'aria-current': here === target ? 'page' : 'true' } : {})}
                >
                  {speaker.say(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSwitch reader={reader} />
      </div>
    </header>
  )
}

function LanguageSwitch({ reader }: { readonly reader: Reader }) {
  return (
    <ul class="languages" aria-label={reader.speaker.say('frame.languages')}>
      {LOCALES.map((locale) => (
        <li>
          <a
            href={
              locale === reader.locale
                ? to(reader, reader.path)
                : withQuery(`/${locale}/language`, { page: reader.path })
            }
            lang={locale}
            hreflang={locale}
            rel="nofollow"
            title={LOCALE_NAMES[locale]}
            {...(locale === reader.locale ? { 'aria-current': 'true' } : {})}
          >
            {locale === 'km' && reader.locale !== 'km' ? <KhmerWord /> : LANGUAGE_LABELS[locale]}
          </a>
        </li>
      ))}
    </ul>
  )
}

const FOOT_LINKS = [
  ['/accessibility', 'nav.accessibility'],
  ['/privacy', 'nav.privacy'],
  ['/data', 'nav.data'],
  ['/api', 'nav.api'],
] as const

function Foot({ reader }: { readonly reader: Reader }) {
  return (
    <footer class="foot">
      <div class="foot-row">
        <p>{reader.speaker.say('frame.attribution')}</p>
        <ul>
          {FOOT_LINKS.map(([target, key]) => (
            <li>
              <a href={to(reader, target)}>{reader.speaker.say(key)}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
