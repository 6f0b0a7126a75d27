// An invented continuation, so that every feature can be seen at work. It says so in its name, in its first act and in
// its papers; the other side is a place that does not exist.
import type { ActBody } from '../../domain/act/act-bodies.ts'
import { life } from './continuation-life.ts'
import { lines, type Teller } from './tell.ts'
import { both, sign, text } from './wording.ts'
import type { Story } from './story.ts'

type Opening = ActBody['partnership.opened']

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
