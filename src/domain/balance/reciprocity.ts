// Reciprocity of one measure: the dyadic case of the reciprocity of weighted networks, the flow that is returned over the
// whole flow. Squartini, Picciolo, Ruzzenenti & Garlaschelli, Reciprocity of weighted networks, Scientific Reports 3:2729
// (2013), doi 10.1038/srep02729.

/**
 * r = 2 · min(ab, ba) / (ab + ba), from 0 (one way) to 1 (fully mutual); undefined, not 0, where nothing flowed.
 * @throws RangeError for a quantity that is negative or no finite number
 */
export function reciprocity(ab: number, ba: number): number | undefined {
  if (![ab, ba].every((quantity) => Number.isFinite(quantity) && quantity >= 0))
    throw new RangeError(`Quantities are finite and not negative: ${ab}, ${ba}`)
  // Halved before it is doubled, so that the sum of two great numbers stays finite.
  return ab === 0 && ba === 0 ? undefined : Math.min(ab, ba) / (ab / 2 + ba / 2)
}
