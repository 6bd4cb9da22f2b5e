/** How closely a measure goes with another column taken alone, on the sample. */
import { type CodedColumn, type CodedSample, noCode } from './coded-sample.ts'
import { pairedRows, rankedHeld } from './held.ts'

/** Part of the variance of a measure's ranks that the other column alone accounts for, 0 to 1. O(n). */
export function shareOfRanks(sample: CodedSample, measure: string, other: string): number {
  const own = sample.ranks.get(measure)
  const ranks = sample.ranks.get(other)
  const groups = sample.dimensions.get(other)
  if (own === undefined) return 0
  if (ranks !== undefined) return (rankedHeld(own, ranks, pairedRows(own, ranks))?.overall.value ?? 0) ** 2
  return groups === undefined ? 0 : shareBetween(groups, own)
}

/** Part of the variance of the values that lies between the groups, less what as many would account for by chance. O(n). */
export function shareBetween({ codes, labels }: CodedColumn, values: Float64Array): number {
  const groups = labels.map(() => ({ n: 0, sum: 0 }))
  let [n, sum, squares] = [0, 0, 0]
  for (let row = 0; row < codes.length; row++) {
    const group = groups[codes[row] ?? noCode]
    const value = values[row] ?? Number.NaN
    if (group === undefined || Number.isNaN(value)) continue
    group.n++
    group.sum += value
    n++
    sum += value
    squares += value * value
  }
  const total = squares - (sum * sum) / n
  const between = groups.reduce((all, group) => all + (group.n > 0 ? (group.sum * group.sum) / group.n : 0), 0)
  const share = total > 0 ? (between - (sum * sum) / n) / total : 0
  return Math.max(0, share - (labels.length - 1) / Math.max(1, n - 1))
}
