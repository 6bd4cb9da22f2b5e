/** Sums of a period whose rows lack values follow how many have one. */

/** Rows a period, in the median, from which the part of them that has a value is more than chance. */
const leastRows = 5
/** Ratio of the parts at the ends of the middle eight tenths of the periods. */
const leastRatio = 1.5

/**
 * Whether the part of the rows that has a value differs so much from period to period that a sum of them says more of
 * that than of what was measured. `filled` and `rows` are counts of the same periods. O(n log n).
 */
export function isUnevenlyFilled(filled: readonly unknown[], rows: readonly unknown[]): boolean {
  const counts = rows.map(Number).sort((left, right) => left - right)
  if ((counts[Math.floor(counts.length / 2)] ?? 0) < leastRows) return false
  const parts = rows.map((all, index) => Number(filled[index] ?? 0) / Number(all)).sort((left, right) => left - right)
  const [low, high] = [0.1, 0.9].map((place) => parts[Math.floor(place * (parts.length - 1))] ?? 0)
  return (high ?? 0) > leastRatio * (low ?? 0)
}
