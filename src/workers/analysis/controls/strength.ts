/** How closely a measure goes with another column taken alone, on the sample. */
import { type CodedColumn, type CodedSample, noCode } from './coded-sample.ts'
import { correlationOfRanks } from './held.ts'

/** Part of the variance of a measure's ranks that the other column alone accounts for, 0 to 1. O(n). */
export function shareOfRanks(sample: CodedSample, measure: string, other: string): number {
  const own = sample.ranks.get(measure)
  const ranks = sample.ranks.get(other)
  const groups = sample.dimensions.get(other)
  if (own === undefined) return 0
  if (ranks !== undefined) return (correlationOfRanks(own, ranks) ?? 0) ** 2
  return groups === undefined ? 0 : shareBetween(groups, own)
}

/** Part of the variance of the values that lies between the groups, less what as many would account for by chance. O(n). */
export function shareBetween({ codes, labels }: CodedColumn, values: Float64Array): number {
  const sizes = new Float64Array(noCode + 1)
  const sums = new Float64Array(noCode + 1)
  let [n, sum, squares] = [0, 0, 0]
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? noCode
    const value = values[row] ?? Number.NaN
    if (code === noCode || Number.isNaN(value)) continue
    sizes[code] = (sizes[code] ?? 0) + 1
    sums[code] = (sums[code] ?? 0) + value
    n++
    sum += value
    squares += value * value
  }
  const total = squares - (sum * sum) / n
  let between = 0
  for (let code = 0; code < labels.length; code++) {
    const size = sizes[code] ?? 0
    if (size > 0) between += ((sums[code] ?? 0) * (sums[code] ?? 0)) / size
  }
  const share = total > 0 ? (between - (sum * sum) / n) / total : 0
  return Math.max(0, share - (labels.length - 1) / Math.max(1, n - 1))
}
