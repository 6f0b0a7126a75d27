import { expect, test } from 'vitest'
import { EARTH_RADIUS_KM, greatCircleKm } from './great-circle.ts'

test('given a quarter of the equator, then a quarter of the circumference', () => {
  expect(greatCircleKm(0, 0, 0, 90)).toBeCloseTo((Math.PI / 2) * EARTH_RADIUS_KM, 6)
})

test('given two points either side of the date line, then the short way', () => {
  expect(greatCircleKm(0, 179.5, 0, -179.5)).toBeCloseTo((Math.PI / 180) * EARTH_RADIUS_KM, 6)
})

test('given antipodes or one point twice, then half the circumference and nothing', () => {
  expect(greatCircleKm(30, 10, -30, -170)).toBeCloseTo(Math.PI * EARTH_RADIUS_KM, 6)
  expect(greatCircleKm(-6.59, 110.67, -6.59, 110.67)).toBe(0)
})
