import fc from 'fast-check'
import { expect, it } from 'vitest'
import { greatCircleKm } from '../great-circle.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { buildPlaceGrid, chord2, kmOfChord2, visitNear } from './place-grid.ts'

const point = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))

it('given places anywhere, poles and date line too, then exactly those within the radius are visited once', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), fc.constantFrom(40, 300, 2000), (points, km) => {
      const lat = Float32Array.from(points, ([y]) => y)
      const lon = Float32Array.from(points, ([, x]) => x)
      const grid = buildPlaceGrid({ placeCount: points.length, lat, lon } as unknown as Gazetteer)
      const visited: number[] = []
      visitNear(grid, 0, km, (place) => visited.push(place))
      const expected = points.flatMap((_, i) => (i > 0 && kmOfChord2(chord2(grid, 0, i)) < km - 1e-6 ? [i] : []))
      expect(visited.sort((a, b) => a - b)).toEqual(expected)
      for (const place of visited)
        expect(kmOfChord2(chord2(grid, 0, place))).toBeCloseTo(greatCircleKm(lat[0], lon[0], lat[place], lon[place]), 3)
    }),
    { numRuns: 60 },
  )
})
