// An invented continuation, so that every feature can be seen at work. It says so in its name, in its first act and in
// its papers; the other side is a place that does not exist.
import type { ActBody } from '../../domain/act/act-bodies.ts'
import { lines, type Teller } from './tell.ts'
import type { Story } from './story.ts'

type Opening = ActBody['partnership.opened']

const both = (en: string, id: string) => ({ en, id })

export function continuation(jepara: Opening['sides']['a'], lawOfPartner: Opening['sides']['b']['procedure']): Story {
  const partner = {
    name: both('Krong Chamka (fictional)', 'Krong Chamka (rekaan)'),
    country: 'KH',
    procedure: lawOfPartner,
  }
  return {
    slug: 'example-continuation',
    lines: lines((teller) => {
      open(teller, jepara, partner)
      firstYear(teller)
      intent(teller)
      planAndApproval(teller)
      agreement(teller)
      life(teller)
    }),
  }
}

function open({ on, a, b }: Teller, jepara: Opening['sides']['a'], partner: Opening['sides']['b']): void {
  on('2022-01-10')
  a('partnership.opened', {
    form: 'sister-city',
    fictional: true,
    office: { id: 'example-jepara', name: both('Cooperation section (example)', 'Bagian kerja sama (contoh)') },
    sides: { a: jepara, b: { ...partner, candidate: true } },
    note: both(
      'Everything in this partnership is invented, to show what Kembar can do.',
      'Semua isi kemitraan ini rekaan, untuk memperlihatkan kemampuan Kembar.',
    ),
  })
  on('2022-02-01')
  a(
    'interest.expressed',
    {
      interest: 'first-letter',
      sectors: ['tourism-culture', 'education'],
      on: '2022-01-28',
      office: 'Governor’s office (fictional)',
      summary: both('The partner writes that it is interested.', 'Mitra menulis bahwa ia berminat.'),
    },
    { label: 'interest', basis: 'reported' },
  )
  on('2022-02-20')
  b('seat.taken', {
    office: { id: 'example-chamka', name: both('International desk (fictional)', 'Meja internasional (rekaan)') },
    party: partner,
  })
  b('act.confirmed', (hashOf) => ({ act: hashOf('interest') }))
}

function firstYear({ on, a, b }: Teller): void {
  const share = (gives: string[], gains: string[]) => ({
    gives: gives.map((en) => ({ en })),
    gains: gains.map((en) => ({ en })),
  })
  const school: Omit<ActBody['concept.offered'], 'concept'> = {
    sector: 'education',
    title: both('A school of carving', 'Sekolah ukir'),
    sides: {
      a: share(['Two teachers a year'], ['Stone carving skills']),
      b: share(['Ten places for young carvers'], ['Wood carving skills']),
    },
    forecast: [{ measure: 'students', unit: 'person', a_to_b: 4, b_to_a: 10 }],
    budget: { currency: 'USD', a: 12_000, b: 12_000 },
  }
  on('2022-03-07')
  a('step.completed', { step: 'id.prakarsa', on: '2022-03-01' })
  a(
    'letter.sent',
    {
      letter: 'invitation',
      year: 2022,
      serial: 12,
      number: '415/12/2022',
      subject: both('Invitation to exchange concepts', 'Undangan bertukar konsep'),
      on: '2022-03-07',
      language: 'en',
    },
    { label: 'letter' },
  )
  a('concept.offered', { concept: 'carving-school', ...school }, { label: 'school' })
  a(
    'concept.offered',
    {
      concept: 'craft-market',
      sector: 'trade',
      title: both('A yearly craft market', 'Pasar kerajinan tahunan'),
      sides: { a: share(['Thirty stands'], ['New buyers']), b: share(['A market hall'], ['Visitors']) },
      forecast: [{ measure: 'exhibitors', unit: 'person', a_to_b: 30, b_to_a: 10 }],
    },
    { label: 'market' },
  )
  on('2022-03-21')
  b('letter.acknowledged', (hashOf) => ({ letter: 'invitation', version: hashOf('letter'), on: '2022-03-20' }))
  b('step.completed', { step: 'kh.contact', on: '2022-03-15' })
  b(
    'concept.offered',
    (hashOf) => ({
      concept: 'carving-school-both-ways',
      ...school,
      title: both('A school of carving, both ways', 'Sekolah ukir, dua arah'),
      forecast: [{ measure: 'students', unit: 'person', a_to_b: 8, b_to_a: 8 }],
      counters: { concept: 'carving-school', version: hashOf('school') },
    }),
    { label: 'both-ways' },
  )
  b('concept.declined', (hashOf) => ({
    concept: 'craft-market',
    version: hashOf('market'),
    reason: 'No hall is free.',
  }))
  on('2022-04-04')
  a('concept.accepted', (hashOf) => ({ concept: 'carving-school-both-ways', version: hashOf('both-ways') }))
  const regatta: Omit<ActBody['concept.offered'], 'concept'> = {
    sector: 'sport',
    title: both('A regatta', 'Lomba perahu'),
    sides: { a: share([], []), b: share([], []) },
  }
  a('concept.offered', { concept: 'regatta', ...regatta }, { label: 'regatta' })
  a('concept.revised', (hashOf) => ({
    concept: 'regatta',
    replaces: hashOf('regatta'),
    ...regatta,
    title: both('A regatta for young people', 'Lomba perahu pemuda'),
  }))
  a('concept.withdrawn', { concept: 'regatta', reason: 'No boats.' })
}

const clauses = (term: string) => [
  { id: 'aim', heading: both('Aim', 'Tujuan'), body: both('The parties work together.', 'Para pihak bekerja sama.') },
  {
    id: 'fields',
    heading: both('Fields', 'Bidang'),
    body: both('Education, culture and tourism.', 'Pendidikan, kebudayaan, dan pariwisata.'),
  },
  { id: 'term', heading: both('Term', 'Jangka waktu'), body: both(term, term) },
]

function text(
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

function sign({ a, b }: Teller, id: string, on: string): void {
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

function intent(teller: Teller): void {
  const { on, a } = teller
  on('2022-05-02')
  a('step.completed', { step: 'id.syarat', on: '2022-04-12' })
  a('step.completed', { step: 'id.penjajakan', on: '2022-04-20' })
  a('step.completed', { step: 'id.konsultasi', on: '2022-04-28' })
  text(teller, 'loi', 'loi')
  on('2022-05-16')
  sign(teller, 'loi', '2022-05-16')
}

function planAndApproval({ on, a, b }: Teller): void {
  on('2022-07-01')
  a('step.completed', { step: 'id.rencana', on: '2022-06-20' })
  a('step.completed', {
    step: 'id.dprd_mohon',
    on: '2022-06-27',
    events: { 'received:surat_permohonan_dprd': '2022-06-28' },
  })
  a('step.started', { step: 'id.dprd', on: '2022-06-28' })
  a(
    'commitment.made',
    {
      commitment: 'budget-line',
      what: both('Ask for a budget line', 'Mengusulkan pos anggaran'),
      due: '2022-12-31',
    },
    { scope: 'private' },
  )
  on('2022-09-01')
  a('step.completed', { step: 'id.dprd', on: '2022-08-25' })
  a('step.completed', { step: 'id.kirim_menteri', on: '2022-08-29' })
  on('2022-10-10')
  a('step.returned', {
    step: 'id.verifikasi',
    to: 'id.rencana',
    keeps: ['id.dprd_mohon', 'id.dprd'],
    on: '2022-10-07',
    reason: 'The plan names no source of money; the council’s approval stands.',
  })
  on('2022-11-21')
  a('step.completed', { step: 'id.rencana', on: '2022-10-28' })
  a('step.completed', { step: 'id.kirim_menteri', on: '2022-11-01' })
  a('step.completed', { step: 'id.verifikasi', on: '2022-11-18', outcome: 'draft_text' })
  on('2023-02-06')
  a('step.completed', { step: 'id.rancangan', on: '2022-12-12' })
  a('step.completed', { step: 'id.rapat_kl', on: '2023-01-17' })
  a('step.completed', { step: 'id.setuju_menteri', on: '2023-02-02' })
  b('step.completed', { step: 'kh.rgc', on: '2023-01-30' })
}

function agreement(teller: Teller): void {
  const { on, a } = teller
  on('2023-03-06')
  text(teller, 'mou', 'mou', {
    term: { from: 'signing', months: 36, renewal: 'by-consent', notice_months: 6 },
    concepts: ['carving-school-both-ways'],
  })
  a('step.completed', { step: 'id.pembahasan', on: '2023-03-06', knot: 'text' })
  on('2023-04-17')
  a('step.completed', { step: 'id.konfirmasi', on: '2023-04-12' })
  sign(teller, 'mou', '2023-04-17')
}

function life(teller: Teller): void {
  const { on, a, b } = teller
  const visit: Omit<ActBody['delegation.proposed'], 'delegation'> = {
    title: both('First visit', 'Kunjungan pertama'),
    from: 'a',
    mission: [both('Open the school', 'Membuka sekolah')],
    when: { from: '2023-08-14', to: '2023-08-17' },
    sectors: ['education'],
    size: 5,
  }
  on('2023-06-01')
  a('delegation.proposed', { delegation: 'visit-2023', ...visit }, { label: 'visit' })
  a('delegation.revised', (hashOf) => ({ delegation: 'visit-2023', replaces: hashOf('visit'), ...visit, size: 4 }), {
    label: 'visit-of-four',
  })
  b('delegation.welcomed', (hashOf) => ({ delegation: 'visit-2023', version: hashOf('visit-of-four') }))
  const fair: Omit<ActBody['event.announced'], 'event'> = {
    kind: 'exhibition',
    title: both('Craft days', 'Hari kerajinan'),
    host: 'Embassy (example)',
    when: { from: '2023-08-15', to: '2023-08-16' },
    sectors: ['tourism-culture'],
  }
  a('event.announced', { event: 'craft-days', ...fair }, { label: 'fair' })
  a('event.revised', (hashOf) => ({
    event: 'craft-days',
    replaces: hashOf('fair'),
    ...fair,
    exhibits: [{ id: 'carved-chairs', kind: 'product', title: both('Carved chairs', 'Kursi ukir') }],
  }))
  a('programme.opened', {
    programme: 'young-carvers',
    kind: 'artisans',
    sector: 'education',
    title: both('Young carvers', 'Perajin muda'),
    when: { from: '2023-09-01', to: '2024-08-31' },
    places: { a_to_b: 8, b_to_a: 8 },
  })
  on('2023-09-04')
  a('delegation.reported', {
    delegation: 'visit-2023',
    when: { from: '2023-08-14', to: '2023-08-17' },
    people: 4,
    organisations: 3,
    summary: both('The school was opened.', 'Sekolah dibuka.'),
  })
  a(
    'minutes.drafted',
    {
      minutes: 'talks-2023',
      delegation: 'visit-2023',
      on: '2023-08-16',
      title: both('Talks in August 2023', 'Pembicaraan Agustus 2023'),
      summary: both('Both sides want to begin in autumn.', 'Kedua pihak ingin mulai pada musim gugur.'),
    },
    { label: 'minutes' },
  )
  b('minutes.confirmed', (hashOf) => ({ minutes: 'talks-2023', version: hashOf('minutes') }))
  a('event.reported', {
    event: 'craft-days',
    when: { from: '2023-08-15', to: '2023-08-16' },
    visitors: 640,
    leads: 12,
    summary: both('Well visited.', 'Ramai dikunjungi.'),
  })
  b('commitment.made', {
    commitment: 'teacher',
    what: both('Send a teacher of stone carving', 'Mengirim guru ukir batu'),
    due: '2024-03-31',
  })
  a('commitment.made', {
    commitment: 'tools',
    what: both('Send a set of tools', 'Mengirim satu set alat'),
    due: '2024-03-31',
  })
  on('2024-04-15')
  b('commitment.kept', { commitment: 'teacher', on: '2024-03-10' })
  a('commitment.missed', { commitment: 'tools', on: '2024-04-01', reason: 'Held at customs.' })
  visitsThatWereNot(teller)
  flows(teller)
  on('2025-02-03')
  a('review.submitted', {
    review: 'year-2024',
    when: { from: '2024-01-01', to: '2024-12-31' },
    summary: both('A good year for the school.', 'Tahun yang baik bagi sekolah.'),
    funding: { secured: true, until: '2025-12-31' },
    people: 31,
    organisations: 6,
  })
  renewal(teller)
}

function visitsThatWereNot({ on, a, b }: Teller): void {
  const visit = (year: number): Omit<ActBody['delegation.proposed'], 'delegation'> => ({
    title: both(`Visit of ${year}`, `Kunjungan ${year}`),
    from: 'a',
    mission: [both('See the school', 'Melihat sekolah')],
    when: { from: `${year}-09-01`, to: `${year}-09-03` },
  })
  on('2024-06-03')
  a('delegation.proposed', { delegation: 'visit-2024', ...visit(2024) }, { label: 'second' })
  b('delegation.declined', (hashOf) => ({
    delegation: 'visit-2024',
    version: hashOf('second'),
    reason: 'The week of a festival.',
  }))
  on('2024-06-24')
  a('delegation.proposed', { delegation: 'visit-2024-later', ...visit(2025) })
  a('delegation.cancelled', { delegation: 'visit-2024-later', reason: 'No budget this year.' })
}

function flows({ on, a, b }: Teller): void {
  const visitors = (year: number, from: 'a' | 'b', quantity: number): ActBody['flow.recorded'] => ({
    flow: `visitors-${year}-${from}`,
    sector: 'tourism-culture',
    measure: 'visitors',
    unit: 'person',
    from,
    to: from === 'a' ? 'b' : 'a',
    quantity,
    when: { from: `${year}-01-01`, to: `${year}-12-31` },
    source: 'Invented for the example',
  })
  on('2025-01-20')
  a('programme.closed', { programme: 'young-carvers', on: '2024-09-02', people: { a_to_b: 7, b_to_a: 8 } })
  a('flow.recorded', visitors(2023, 'a', 340))
  b('flow.recorded', visitors(2023, 'b', 280))
  a('flow.recorded', { ...visitors(2023, 'a', 340), flow: 'entered-twice' })
  a('flow.withdrawn', { flow: 'entered-twice', reason: 'The figure of 2023, entered a second time.' })
  a('flow.recorded', visitors(2024, 'a', 9000), { label: 'typo' })
  b('flow.recorded', visitors(2024, 'b', 410), { label: 'theirs' })
  b('act.disputed', (hashOf) => ({ act: hashOf('typo'), reason: 'Our border counted about 900.' }))
  a('act.corrected', (hashOf) => ({ act: hashOf('typo'), body: visitors(2024, 'a', 900), reason: 'A zero too many.' }))
  a('act.confirmed', (hashOf) => ({ act: hashOf('theirs') }))
}

function renewal(teller: Teller): void {
  const { on, a, b } = teller
  on('2025-09-15')
  b('notice.given', (hashOf) => ({
    text: 'mou',
    version: hashOf('mou'),
    on: '2025-09-15',
    effective: '2026-04-16',
    reason: 'The new council wants other terms.',
  }))
  on('2026-03-02')
  text(teller, 'renewal', 'renewal', {
    renews: 'mou',
    term: { from: '2026-04-17', months: 36, renewal: 'by-consent', notice_months: 6 },
  })
  sign(teller, 'renewal', '2026-03-02')
  on('2026-06-01')
  a('delegation.proposed', {
    delegation: 'visit-2026',
    title: both('Visit to Jepara', 'Kunjungan ke Jepara'),
    from: 'b',
    mission: [both('Agree the next three years', 'Menyepakati tiga tahun berikutnya')],
    when: { from: '2026-07-06', to: '2026-07-09' },
  })
  on('2026-08-03')
  a('delegation.reported', {
    delegation: 'visit-2026',
    when: { from: '2026-07-06', to: '2026-07-09' },
    people: 6,
    summary: both('Three years were planned.', 'Rencana tiga tahun disusun.'),
  })
}
