// From a measured number to a position between the knots of a table of parameters.

/**
 * - `linear`: knot 0 stands at `from`, each further knot one `step` on
 * - `known`: knot 0 stands for "not known" (a negative number); the others are linear, the first of them at `from`
 * - `log`: knot 0 stands for exactly nothing (0); the others are linear in the natural logarithm, the first at `from`
 * - `doubling`: linear in the binary logarithm of 1 + x / from: knots at 0, 1, 3, 7 … times `from` when `step` is 1
 * - `root`: linear in the square root
 */
export interface Axis {
  readonly kind: 'linear' | 'known' | 'log' | 'doubling' | 'root'
  readonly from: number
  readonly step: number
  readonly knots: number
}

/** Just below the last knot, so that the cell to the right of a position always exists. */
const EDGE = 1e-6

/** The position of `x` in [0, knots - 1); what lies outside is held at the ends. */
export function positionOn(axis: Axis, x: number): number {
  const position = unbounded(axis, x)
  const last = axis.knots - 1 - EDGE
  return position > last ? last : position > 0 ? position : 0
}

function unbounded({ kind, from, step }: Axis, x: number): number {
  switch (kind) {
    case 'linear':
      return (x - from) / step
    case 'known':
      return x < 0 ? 0 : 1 + Math.max(0, (x - from) / step)
    case 'log':
      return x > 0 ? 1 + Math.max(0, (Math.log(x) - from) / step) : 0
    case 'doubling':
      return Math.log2(1 + x / from) / step
    case 'root':
      return Math.sqrt(x) / step
  }
}
