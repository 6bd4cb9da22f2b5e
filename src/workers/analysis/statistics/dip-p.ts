/** How often would values with one flat peak show so large a dip? */

/** Upper-tail probabilities of the table's columns. */
const probabilities = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01] as const
/** √n · dip of uniform values at those probabilities: 4,000 to 40,000 simulated samples a line (`seededRandom(n)`). */
const table = [
  { n: 10, quantiles: [0.3086, 0.3759, 0.4121, 0.4408, 0.4766, 0.5054] },
  { n: 20, quantiles: [0.328, 0.3962, 0.4351, 0.4713, 0.5141, 0.5398] },
  { n: 50, quantiles: [0.3455, 0.4161, 0.4594, 0.4974, 0.5448, 0.5765] },
  { n: 100, quantiles: [0.3543, 0.4278, 0.4718, 0.5119, 0.5584, 0.5923] },
  { n: 200, quantiles: [0.3624, 0.4366, 0.481, 0.5208, 0.5693, 0.6034] },
  { n: 500, quantiles: [0.3687, 0.4439, 0.4907, 0.5282, 0.5762, 0.6094] },
  { n: 1000, quantiles: [0.3714, 0.4491, 0.4968, 0.5364, 0.5802, 0.6167] },
  { n: 2000, quantiles: [0.3747, 0.4508, 0.4979, 0.5402, 0.5905, 0.6285] },
] as const
/** Beyond the table, log p falls by this for each 1 of n · dip²: the tail of a Brownian bridge, as fitted to p = .001. */
const tailSlope = 18

/**
 * p of one peak: that n uniform values, the single-peaked distribution with the largest dips, show a dip of at least
 * `dip`. Between the lines of the table by log n, between its columns by the square of √n · dip; conservative for other
 * single-peaked data. NaN below four values. O(1).
 *
 * Source: reference distribution of Hartigan & Hartigan, Ann. Statist. 13 (1985).
 */
export function dipP(dip: number, n: number): number {
  if (!(n >= 4)) return Number.NaN
  const square = n * dip * dip
  const logs = probabilities.map((probability) => Math.log(probability))
  const squares = quantilesAt(n).map((quantile) => quantile * quantile)
  const last = squares.length - 1
  if (square >= (squares[last] ?? 0)) return Math.exp((logs[last] ?? 0) - tailSlope * (square - (squares[last] ?? 0)))
  let [left, leftLog] = [0, 0]
  for (const [column, right] of squares.entries()) {
    const rightLog = logs[column] ?? 0
    if (square <= right) return Math.exp(leftLog + ((rightLog - leftLog) * (square - left)) / (right - left))
    ;[left, leftLog] = [right, rightLog]
  }
  return Math.exp(leftLog)
}

/** The table's line for n, between the two nearest by log n; the first or last beyond them. */
function quantilesAt(n: number): readonly number[] {
  const above = table.findIndex((line) => line.n >= n)
  const high = above < 0 ? table.at(-1) : table[above]
  const low = above <= 0 ? high : table[above - 1]
  if (high === undefined || low === undefined) return []
  const share = high === low ? 0 : Math.log(n / low.n) / Math.log(high.n / low.n)
  return low.quantiles.map((quantile, column) => quantile + share * ((high.quantiles[column] ?? 0) - quantile))
}
