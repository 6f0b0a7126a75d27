// What is said in the stories of the decision table.
import type { ActBody, ActType } from '../../src/domain/act/act-bodies.ts'
import { SCAN, type Recorder, type Words } from '../support/record.ts'

export const H = (record: Recorder, type: ActType, nth = 0) =>
  record.acts.filter((act) => act.type === type)[nth]?.hash ?? 'f'.repeat(64)
export const NOBODY = 'f'.repeat(64)
export const REPORTED: Words = { basis: 'reported', evidence: [SCAN] }

export const en = (text: string) => ({ en: text })
export const CONCEPT: ActBody['concept.offered'] = {
  concept: 'carving-school',
  sector: 'education',
  title: en('A school of carving'),
  sides: { a: { gives: [en('Teachers')], gains: [] }, b: { gives: [], gains: [en('Skills')] } },
}
export const { concept: _, ...CONCEPT_CONTENT } = CONCEPT
export const text = (kind: ActBody['text.drafted']['kind'], id: string = kind): ActBody['text.drafted'] => ({
  text: id,
  kind,
  title: en('Agreement'),
  languages: ['en'],
  prevailing: 'en',
  clauses: [{ id: 'aim', heading: en('Aim'), body: en('To work together.') }],
  ...(kind === 'mou' || kind === 'renewal'
    ? { term: { from: 'signing', months: 36, renewal: 'by-consent', notice_months: 6 } }
    : {}),
})
export const content = ({ text: _t, kind: _k, ...rest }: ActBody['text.drafted']) => rest
export const signature = (record: Recorder, id: string, on = record.today()) => ({
  text: id,
  version: record.state.object('text', id)?.versions.at(-1)?.hash ?? NOBODY,
  on,
  place: 'Jepara',
  signatory: { office: en('Regent') },
})
export const version = (record: Recorder, id: string) => ({
  text: id,
  version: record.state.object('text', id)?.versions.at(-1)?.hash ?? NOBODY,
})
export const VISIT: ActBody['delegation.proposed'] = {
  delegation: 'first-visit',
  title: en('First visit'),
  from: 'a',
  mission: [en('Build communication')],
  when: { from: '2026-03-01', to: '2026-03-04' },
}
export const { delegation: _d, ...VISIT_CONTENT } = VISIT
export const FAIR: ActBody['event.announced'] = {
  event: 'fair',
  kind: 'exhibition',
  title: en('Exhibition'),
  host: 'Embassy',
  when: { from: '2026-03-01', to: '2026-03-02' },
}
export const { event: _e, ...FAIR_CONTENT } = FAIR
export const PROGRAMME: ActBody['programme.opened'] = {
  programme: 'students',
  kind: 'students',
  sector: 'education',
  title: en('Students'),
  when: { from: '2026-02-01', to: '2026-12-01' },
}
export const FLOW: ActBody['flow.recorded'] = {
  flow: 'visitors-2025',
  sector: 'tourism-culture',
  measure: 'visitors',
  unit: 'person',
  from: 'a',
  to: 'b',
  quantity: 120,
  when: { from: '2025-01-01', to: '2025-12-31' },
  source: 'Statistics office',
}
export const PROMISE: ActBody['commitment.made'] = {
  commitment: 'teacher',
  what: en('Send a teacher'),
  due: '2026-06-01',
}
export const LETTER: ActBody['letter.sent'] = {
  letter: 'invitation',
  year: 2026,
  serial: 7,
  number: '7/KS/2026',
  subject: en('Invitation'),
  on: '2026-01-05',
}
export const REVIEW: ActBody['review.submitted'] = {
  review: 'year-2025',
  when: { from: '2025-01-01', to: '2025-12-31' },
  summary: en('A good year.'),
}
export const INTEREST: ActBody['interest.expressed'] = {
  interest: 'ambassador',
  sectors: ['tourism-culture', 'industry', 'education'],
  on: '2018-09-20',
}
