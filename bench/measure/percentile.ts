/** The least of these numbers that such a share of them, from 0 to 1, does not exceed (nearest rank). NaN where there is none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = Float64Array.from(numbers).toSorted()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
