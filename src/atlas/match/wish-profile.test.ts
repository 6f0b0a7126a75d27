import { describe, expect, it } from 'vitest'
import { smallGazetteer } from './small-world.ts'
import { mostOfWishes, NO_WISHES, WISH_BONUS, wishesMet, type WishProfile } from './wish-profile.ts'

const gazetteer = smallGazetteer()
const shore = Array.from({ length: gazetteer.placeCount }, (_, i) => i).filter((i) => gazetteer.coastKm[i] <= 10)
const inland = Array.from({ length: gazetteer.placeCount }, (_, i) => i).filter((i) => gazetteer.coastKm[i] > 10)

describe('given what a place seeks and offers', () => {
  it('then a candidate that has what is sought meets the wish, and one that has not does not', () => {
    const profile: WishProfile = { ...NO_WISHES, seeks: ['fisheries'] }
    expect(wishesMet(gazetteer, inland[0], shore[0], profile)).toEqual([{ kind: 'seek', subject: 'fisheries' }])
    expect(wishesMet(gazetteer, inland[0], inland[1], profile)).toEqual([])
  })

  it('then a wish that the data cannot speak to adds nothing', () => {
    expect(
      wishesMet(gazetteer, 0, 1, { ...NO_WISHES, seeks: ['education'], offers: ['crafts'], problems: ['waste'] }),
    ).toEqual([])
  })

  it('then no candidate can gain more than all wishes together', () => {
    expect(
      mostOfWishes({ ...NO_WISHES, seeks: ['trade'], problems: ['remoteness'], weights: { complementarity: 2 } }),
    ).toBe(3 * WISH_BONUS)
  })
})
