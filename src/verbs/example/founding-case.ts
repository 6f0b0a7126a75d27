// The founding case from public facts only. What is not known is left open: no partner was ever named in public, so the
// other side is a candidate that Kembar's own match puts first; and nothing public tells whether the visit took place.
import type { ActBody } from '../../domain/act/act-bodies.ts'
import type { Line, Paper, Story } from './story.ts'

type Opening = ActBody['partnership.opened']

export interface Candidate {
  readonly party: Opening['sides']['b']
  readonly reasons: NonNullable<Opening['reasons']>
}

const REGENCY: Paper = {
  title: 'Jepara regency, 18 November 2019',
  text: 'Kamboja minati pariwisata Jepara. https://jepara.go.id/2019/11/18/kamboja-minati-pariwisata-jepara/',
}
const AGENCY: Paper = {
  title: 'Antara news agency, item 1169079',
  text: 'Report of the sister city plan of Jepara and Cambodia, November 2019. https://www.antaranews.com/berita/1169079',
}

/** `recorded`: the day on which the example is loaded, since that is when these acts are written down. */
export function foundingCase(recorded: string, jepara: Opening['sides']['a'], { party, reasons }: Candidate): Story {
  const lines: readonly Line[] = [
    {
      side: 'a',
      type: 'partnership.opened',
      recorded,
      evidence: [REGENCY, AGENCY],
      body: {
        form: 'sister-city',
        office: {
          id: 'jepara-cooperation',
          name: {
            en: 'Cooperation section, regional secretariat of Jepara',
            id: 'Bagian kerja sama, Sekretariat Daerah Kabupaten Jepara',
          },
        },
        sides: { a: jepara, b: { ...party, candidate: true } },
        reasons,
        note: {
          en: 'Reconstructed from public reports for this example. No Cambodian partner was named in public: the other side is the candidate that the match of Kembar puts first, and has said nothing.',
          id: 'Disusun kembali dari berita publik untuk contoh ini. Tidak ada mitra Kamboja yang disebut: pihak lain adalah calon peringkat pertama menurut Kembar dan belum menyatakan apa pun.',
        },
      },
    },
    {
      side: 'a',
      type: 'interest.expressed',
      recorded,
      evidence: [REGENCY],
      body: {
        interest: 'ambassador-2018',
        sectors: ['tourism-culture', 'industry', 'education'],
        on: '2018-09-01',
        precision: 'month',
        where: 'Jepara',
        office: 'Ambassador of Cambodia to Indonesia',
        summary: {
          en: 'During a tour of ambassadors and diplomats in September 2018 the ambassador of Cambodia named three sectors of interest. Said for the country, not for the candidate.',
          id: 'Dalam kunjungan para duta besar dan diplomat pada September 2018, duta besar Kamboja menyebut tiga bidang yang diminati. Disampaikan atas nama negara, bukan atas nama calon mitra.',
        },
      },
    },
    {
      side: 'a',
      type: 'step.started',
      recorded,
      evidence: [REGENCY, AGENCY],
      body: {
        step: 'id.prakarsa',
        on: '2019-11-18',
        note: 'On 18 November 2019 the regency announced that it was exploring a sister city on education, tourism and trade. Whether an initiative letter was written is not known, so the step is begun and not done.',
      },
    },
    {
      side: 'a',
      type: 'commitment.made',
      recorded,
      evidence: [REGENCY],
      body: {
        commitment: 'concepts',
        what: {
          en: 'Prepare concepts to offer in education, tourism and trade, so that the benefit lasts and stays balanced for both sides',
          id: 'Menyiapkan konsep di bidang pendidikan, pariwisata, dan perdagangan agar manfaatnya berkelanjutan dan seimbang bagi kedua pihak',
        },
      },
    },
    {
      side: 'a',
      type: 'delegation.proposed',
      recorded,
      evidence: [REGENCY, AGENCY],
      body: {
        delegation: 'december-2019',
        title: { en: 'Delegation to Cambodia, December 2019', id: 'Delegasi ke Kamboja, Desember 2019' },
        from: 'a',
        mission: [
          { en: 'Build communication', id: 'Membangun komunikasi' },
          { en: 'Strengthen the cooperation', id: 'Memperkuat kerja sama' },
          { en: 'Realise the twin-city programme', id: 'Mewujudkan program kota kembar' },
        ],
        when: { from: '2019-12-15', to: '2019-12-18' },
        where: 'Cambodia',
        sectors: ['education', 'tourism-culture', 'trade'],
        invitation: 'Invitation of the Cambodian government',
      },
    },
    {
      side: 'a',
      type: 'event.announced',
      recorded,
      evidence: [REGENCY],
      body: {
        event: 'embassy-exhibition-2019',
        kind: 'exhibition',
        title: {
          en: 'Exhibition held by the Indonesian embassy (days of the visit; its own days are not known)',
          id: 'Pameran oleh Kedutaan Besar RI (tanggal kunjungan; tanggal pamerannya tidak diketahui)',
        },
        host: 'Embassy of the Republic of Indonesia in Cambodia',
        when: { from: '2019-12-15', to: '2019-12-18' },
        sectors: ['tourism-culture'],
      },
    },
  ]
  return { slug: 'jepara-cambodia', lines }
}
