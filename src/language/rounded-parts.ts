// Rounding a sum and its parts so that the shown parts still add up to the shown sum (largest remainder).

/** Each part rounded to `digits` decimals, at most one unit of the last from its value, adding up to `total` exactly as shown. */
export function roundedParts(parts: readonly number[], total: number, digits: number): readonly number[] {
  const unit = 10 ** digits
  const exact = parts.map((part) => part * unit)
  const whole = exact.map(Math.floor)
  let missing = Math.round(total * unit) - whole.reduce((sum, part) => sum + part, 0)
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b)
  for (let i = 0; missing > 0 && order.length > 0; i = (i + 1) % order.length, missing--) whole[order[i]]++
  for (let i = order.length - 1; missing < 0 && i >= 0; i--, missing++) whole[order[i]]--
  // Plus zero, so that nothing is shown as minus zero.
  return whole.map((part) => part / unit + 0)
}
