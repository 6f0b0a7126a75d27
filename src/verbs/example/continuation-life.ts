// The invented continuation after the agreement: visits, promises, figures, a notice and a renewal.
import type { ActBody } from '../../domain/act/act-bodies.ts'
import type { Teller } from './tell.ts'
import { both, sign, text } from './wording.ts'

export function life(teller: Teller): void {
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
