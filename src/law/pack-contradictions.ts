// What the shape of a pack cannot say: that everything it names exists, that nothing waits for itself, that each title is
// there in each language and each deadline counts from something that can happen.
import { documentSteps } from '../domain/procedure/document-steps.ts'
import type { LegalBasis, Named, Pack, Step, Titles } from '../domain/procedure/pack.ts'
import { circularNeeds } from './circular-needs.ts'
import { deadlineFaults } from './deadline-faults.ts'
import type { LawFault } from './law-fault.ts'
import type { Blame, Path } from './read-yaml.ts'

export function packContradictions(pack: Pack, blame: Blame): readonly LawFault[] {
  return [
    ...headFaults(pack, blame),
    ...titleFaults(pack, blame),
    ...duplicateFaults(pack, blame),
    ...documentFaults(pack, blame),
    ...pack.steps.flatMap((step, index) => stepFaults(pack, step, ['steps', index], blame)),
    ...pack.limits.flatMap((limit, index) => basisFaults(pack, limit.legal_basis, ['limits', index], blame)),
    ...knotFaults(pack, blame),
    ...circularNeeds(pack, blame),
    ...pack.steps.flatMap((step, index) => deadlineFaults(pack, step, ['steps', index, 'deadline'], blame)),
  ]
}

function headFaults({ status, provisional, valid, languages, unreviewed }: Pack, blame: Blame): readonly LawFault[] {
  const english = languages.includes('en') && !unreviewed.includes('en')
  const ends = valid.from !== null && valid.until !== null && valid.until < valid.from
  return [
    ...(english ? [] : [blame(['languages'], 'english-missing')]),
    ...(ends ? [blame(['valid', 'until'], 'valid-ends-before-it-begins')] : []),
    ...(status === 'provisional' && provisional === null ? [blame(['provisional'], 'provisional-without-reason')] : []),
    ...(status === 'ready' && provisional !== null ? [blame(['provisional'], 'reason-without-provisional')] : []),
  ]
}

function titleFaults(pack: Pack, blame: Blame): readonly LawFault[] {
  const { languages, unreviewed } = pack
  return [...titlesOf(pack)].flatMap(([path, titles]) => [
    ...languages
      .filter((language) => !unreviewed.includes(language) && (titles[language] ?? null) === null)
      .map((language) => blame([...path, language], 'title-missing', { where: path.join('.'), language })),
    ...Object.keys(titles)
      .filter((language) => !languages.includes(language) && !unreviewed.includes(language))
      .map((language) => blame([...path, language], 'language-not-listed', { language })),
  ])
}

function* titlesOf(pack: Pack): Generator<readonly [Path, Titles]> {
  yield [['title'], pack.title]
  if (pack.provisional !== null) yield [['provisional'], pack.provisional]
  yield* titlesIn(['actors'], pack.actors)
  yield* titlesIn(['documents'], pack.documents)
  for (const [i, one] of pack.documents.entries()) yield* titlesIn(['documents', i, 'must_contain'], one.must_contain)
  yield* titlesIn(['events'], pack.events)
  yield* titlesIn(['limits'], pack.limits)
  yield* titlesIn(['steps'], pack.steps)
  for (const [i, step] of pack.steps.entries()) {
    const path = ['steps', i]
    if (step.note !== undefined) yield [[...path, 'note'], step.note]
    if (step.deadline_note !== undefined) yield [[...path, 'deadline_note'], step.deadline_note]
    yield* titlesIn([...path, 'checks'], step.checks)
    yield* titlesIn([...path, 'advisory_checks'], step.advisory_checks)
    yield* titlesIn([...path, 'outcomes'], step.outcomes)
  }
}

function* titlesIn(path: Path, list: readonly Named[] = []): Generator<readonly [Path, Titles]> {
  for (const [i, { title }] of list.entries()) yield [[...path, i, 'title'], title]
}

/** Steps and documents share one list: a need names either. */
function duplicateFaults(pack: Pack, blame: Blame): readonly LawFault[] {
  const lists: readonly (readonly Identified[])[] = [
    [...identified(['steps'], pack.steps), ...identified(['documents'], pack.documents)],
    identified(['actors'], pack.actors),
    identified(['sources'], pack.sources),
    identified(['events'], pack.events),
    identified(['limits'], pack.limits),
    ...pack.documents.map((one, i) => identified(['documents', i, 'must_contain'], one.must_contain)),
    ...pack.steps.flatMap(({ checks, advisory_checks, outcomes }, i) => [
      [...identified(['steps', i, 'checks'], checks), ...identified(['steps', i, 'advisory_checks'], advisory_checks)],
      identified(['steps', i, 'outcomes'], outcomes),
    ]),
  ]
  return lists.flatMap((list) => {
    const seen = new Set<string>()
    return list.flatMap(({ id, path }) => {
      if (seen.has(id)) return [blame(path, 'duplicate-id', { id })]
      seen.add(id)
      return []
    })
  })
}

interface Identified {
  readonly id: string
  readonly path: Path
}

const identified = (path: Path, list: readonly { readonly id: string }[] = []): readonly Identified[] =>
  list.map(({ id }, i) => ({ id, path: [...path, i, 'id'] }))

function documentFaults(pack: Pack, blame: Blame): readonly LawFault[] {
  const producers = documentSteps(pack)
  const twice = new Set<string>()
  return [
    ...pack.documents.flatMap(({ id, external }, i) => {
      const path = ['documents', i, 'id']
      const producer = producers.get(id)
      if (external === true && producer !== undefined)
        return [blame(path, 'external-produced', { document: id, step: producer })]
      return external !== true && producer === undefined
        ? [blame(path, 'document-without-producer', { document: id })]
        : []
    }),
    ...pack.steps.flatMap(({ produces }, i) =>
      produces.flatMap((document, j) => {
        if (twice.has(document)) return [blame(['steps', i, 'produces', j], 'document-produced-twice', { document })]
        twice.add(document)
        return []
      }),
    ),
  ]
}

function stepFaults(pack: Pack, step: Step, path: Path, blame: Blame): readonly LawFault[] {
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id)
  return [
    ...step.actors.flatMap((actor, i) =>
      has(pack.actors, actor) ? [] : [blame([...path, 'actors', i], 'unknown-actor', { actor })],
    ),
    ...step.requires.flatMap((need, i) =>
      has(pack.steps, need) || has(pack.documents, need)
        ? []
        : [blame([...path, 'requires', i], 'unknown-need', { need })],
    ),
    ...step.produces.flatMap((document, i) =>
      has(pack.documents, document) ? [] : [blame([...path, 'produces', i], 'unknown-document', { document })],
    ),
    ...(step.outcomes ?? []).flatMap(({ goto }, i) =>
      has(pack.steps, goto) ? [] : [blame([...path, 'outcomes', i, 'goto'], 'unknown-goto', { step: goto })],
    ),
    ...(step.legal_basis.length > 0 ? [] : [blame([...path, 'legal_basis'], 'no-legal-basis', { step: step.id })]),
    ...basisFaults(pack, step.legal_basis, path, blame),
    ...(step.advisory_checks ?? []).flatMap((check, i) =>
      basisFaults(pack, check.legal_basis, [...path, 'advisory_checks', i], blame),
    ),
    ...basisFaults(pack, step.deadline?.legal_basis ?? [], [...path, 'deadline'], blame),
  ]
}

function basisFaults(pack: Pack, basis: readonly LegalBasis[], path: Path, blame: Blame): readonly LawFault[] {
  return basis.flatMap(({ source }, i) =>
    pack.sources.some(({ id }) => id === source)
      ? []
      : [blame([...path, 'legal_basis', i, 'source'], 'unknown-source', { source })],
  )
}

function knotFaults({ steps }: Pack, blame: Blame): readonly LawFault[] {
  return steps.flatMap(({ knot }, i) =>
    knot !== undefined && steps.slice(0, i).some((earlier) => earlier.knot === knot)
      ? [blame(['steps', i, 'knot'], 'knot-twice', { knot })]
      : [],
  )
}
