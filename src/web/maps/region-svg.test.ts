import { expect, test } from 'vitest'
import { smallGazetteer } from '../../../tests/support/small-gazetteer.ts'
import { globeSvg } from './globe-svg.ts'
import { pairMap, placeMap } from './region-svg.ts'

const gazetteer = smallGazetteer([
  { id: 1, name: 'Jepara', country: 'ID', lat: -6.59, lon: 110.67 },
  { id: 2, name: 'Siem Reap', country: 'KH', lat: 13.36, lon: 103.86 },
  { id: 3, name: '</text><script>"&', country: 'ID', lat: 0, lon: 179.9 },
  { id: 4, name: 'Antipode', country: 'ID', lat: 0, lon: 0 },
])
const [jepara, siemReap, wicked, antipode] = [1, 2, 3, 4].map((id) => gazetteer.indexOfId(id))

test('given two places, when their map is drawn, then both are named and a line leads from one to the other', () => {
  const svg = pairMap(gazetteer, jepara, siemReap)
  expect(svg).toContain('>Jepara</text>')
  expect(svg).toContain('>Siem Reap</text>')
  expect(svg).toMatch(/stroke-dasharray/)
  expect(svg).not.toMatch(/NaN|undefined/)
})

test('given a name with signs of markup, when its map is drawn, then they are text', () => {
  expect(placeMap(gazetteer, wicked)).not.toContain('<script>')
})

test('given places on opposite sides of the earth, when their maps are drawn, then every number is one', () => {
  expect(pairMap(gazetteer, wicked, antipode)).not.toMatch(/NaN|undefined|Infinity/)
  expect(globeSvg(gazetteer, jepara, [siemReap, wicked, antipode])).not.toMatch(/NaN|undefined|Infinity/)
})
