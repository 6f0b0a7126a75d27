// Times of single calls as percentiles, in milliseconds.

export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

export function percentiles(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return { p50: at(0.5), p95: at(0.95), max: sorted[sorted.length - 1] }
}

export const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1).padStart(9)
