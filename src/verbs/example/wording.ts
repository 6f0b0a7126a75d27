// Texts of the invented continuation in two languages, agreed and signed by both.
import type { ActBody } from '../../domain/act/act-bodies.ts'
import type { Teller } from './tell.ts'

export const both = (en: string, id: string) => ({ en, id })

const clauses = (term: string) => [
  { id: 'aim', heading: both('Aim', 'Tujuan'), body: both('The parties work together.', 'Para pihak bekerja sama.') },
  {
    id: 'fields',
    heading: both('Fields', 'Bidang'),
    body: both('Education, culture and tourism.', 'Pendidikan, kebudayaan, dan pariwisata.'),
  },
  { id: 'term', heading: both('Term', 'Jangka waktu'), body: both(term, term) },
]

export function text(
  { a, b }: Teller,
  id: string,
  kind: ActBody['text.drafted']['kind'],
  more: Partial<ActBody['text.drafted']> = {},
): void {
  a(
    'text.drafted',
    {
      text: id,
      kind,
      title: both(`Example text (${kind})`, `Naskah contoh (${kind})`),
      languages: ['en', 'id'],
      prevailing: 'en',
      clauses: clauses('As agreed.'),
      ...more,
    },
    { label: id },
  )
  if (kind === 'loi') {
    const { title = both('Letter of intent', 'Pernyataan kehendak') } = more
    const revised = { title, languages: ['en', 'id'], prevailing: 'en', clauses: clauses('Two years.') }
    a('text.revised', (hashOf) => ({ text: id, replaces: hashOf(id), ...revised }), { label: `${id}-revised` })
  }
  const last = kind === 'loi' ? `${id}-revised` : id
  a('text.agreed', (hashOf) => ({ text: id, version: hashOf(last) }))
  b('text.agreed', (hashOf) => ({ text: id, version: hashOf(last) }))
}

export function sign({ a, b }: Teller, id: string, on: string): void {
  const signed = (office: string) => (hashOf: (label: string) => string) => ({
    text: id,
    version: hashOf(id === 'loi' ? 'loi-revised' : id),
    on,
    place: 'Jepara',
    signatory: { office: { en: office } },
  })
  a('text.signed', signed('Regent'))
  b('text.signed', signed('Governor'))
}
