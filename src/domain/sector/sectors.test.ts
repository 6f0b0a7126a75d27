import { describe, expect, test } from 'vitest'
import { SECTOR_IDS, SECTORS } from './sectors.ts'

test('the four sectors of the founding case come first', () => {
  expect(SECTOR_IDS.slice(0, 4)).toEqual(['tourism-culture', 'education', 'industry', 'trade'])
})

describe('every sector', () => {
  // Ids stand in acts and in the keys of sums, which are cut at a bar.
  test.each(SECTOR_IDS)('%s has an id that can be part of a key, and goals of the 2030 Agenda in order', (id) => {
    const goals: readonly number[] = SECTORS[id].sdgs
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(goals.length).toBeGreaterThan(0)
    expect(goals.every((goal) => Number.isInteger(goal) && goal >= 1 && goal <= 17)).toBe(true)
    expect(goals).toEqual([...new Set(goals)].toSorted((x, y) => x - y))
  })
})
