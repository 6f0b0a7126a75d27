import { expect, test } from 'vitest'
import type { Outline } from './outline.ts'
import { outlineChanges } from './outline-changes.ts'

const OLD: Outline = {
  pack: 'p',
  version: '1',
  steps: [
    { id: 'ask', needs: [] },
    { id: 'form', needs: ['ask'] },
    { id: 'council', needs: ['ask'] },
    { id: 'sign', needs: ['council', 'form'], knot: 'mou' },
  ],
}
const NEW: Outline = {
  pack: 'p',
  version: '2',
  steps: [
    { id: 'ask', needs: [] },
    { id: 'council', needs: ['ask'], optional: true },
    { id: 'ministry', needs: ['council'] },
    { id: 'sign', needs: ['council', 'ministry'], knot: 'mou' },
  ],
}

test('given a newer version, then steps that came, went and changed are told', () => {
  expect(outlineChanges(OLD, NEW)).toEqual({
    pinned: '1',
    present: '2',
    added: ['ministry'],
    removed: ['form'],
    changed: [
      { step: 'council', needs: [], no_longer_needs: [], other: true },
      { step: 'sign', needs: ['ministry'], no_longer_needs: ['form'], other: false },
    ],
  })
})

test.each([
  ['the same version', OLD],
  ['another pack', { ...NEW, pack: 'q' }],
])('given %s, then there is nothing to tell', (_given, present) => {
  expect(outlineChanges(OLD, present)).toBeUndefined()
})
