// Concepts.
import { seatedRecord } from '../support/record.ts'
import { CONCEPT, CONCEPT_CONTENT, H, NOBODY } from './bodies.ts'
import { c, type Case } from './case.ts'
import { accepted, offered, revised } from './stories.ts'

export const CONCEPT_CASES: readonly Case[] = [
  // concept.*
  c('a seat', 'a offers a concept', seatedRecord, () => ['a', 'concept.offered', CONCEPT], 'recorded'),
  c(
    'a concept',
    'b answers with another one',
    offered,
    (r) => [
      'b',
      'concept.offered',
      { ...CONCEPT, concept: 'other-school', counters: { concept: CONCEPT.concept, version: H(r, 'concept.offered') } },
    ],
    'recorded',
  ),
  c(
    'a concept',
    'a rewords it',
    offered,
    (r) => [
      'a',
      'concept.revised',
      { concept: CONCEPT.concept, replaces: H(r, 'concept.offered'), ...CONCEPT_CONTENT },
    ],
    'recorded',
  ),
  c(
    'a concept',
    'b rewords what is not its own',
    offered,
    (r) => [
      'b',
      'concept.revised',
      { concept: CONCEPT.concept, replaces: H(r, 'concept.offered'), ...CONCEPT_CONTENT },
    ],
    'wrong-side',
  ),
  c(
    'a concept',
    'b accepts',
    offered,
    (r) => ['b', 'concept.accepted', { concept: CONCEPT.concept, version: H(r, 'concept.offered') }],
    'recorded',
  ),
  c(
    'a concept',
    'a accepts its own',
    offered,
    (r) => ['a', 'concept.accepted', { concept: CONCEPT.concept, version: H(r, 'concept.offered') }],
    'wrong-side',
  ),
  c(
    'a reworded concept',
    'b accepts the version before',
    revised,
    (r) => ['b', 'concept.accepted', { concept: CONCEPT.concept, version: H(r, 'concept.offered') }],
    'superseded-version',
  ),
  c(
    'a concept',
    'b accepts a version that never was',
    offered,
    () => ['b', 'concept.accepted', { concept: CONCEPT.concept, version: NOBODY }],
    'unknown-version',
  ),
  c(
    'a seat',
    'b accepts a concept that is not there',
    seatedRecord,
    () => ['b', 'concept.accepted', { concept: 'none', version: NOBODY }],
    'unknown-object',
  ),
  c(
    'a concept',
    'b declines',
    offered,
    (r) => [
      'b',
      'concept.declined',
      { concept: CONCEPT.concept, version: H(r, 'concept.offered'), reason: 'No budget.' },
    ],
    'recorded',
  ),
  c(
    'an accepted concept',
    'b declines after all',
    accepted,
    (r) => [
      'b',
      'concept.declined',
      { concept: CONCEPT.concept, version: H(r, 'concept.offered'), reason: 'No budget.' },
    ],
    'already-decided',
  ),
  c('a concept', 'a withdraws it', offered, () => ['a', 'concept.withdrawn', { concept: CONCEPT.concept }], 'recorded'),
]
