/** Could a series of counts, or of sums over rows, be one of rows that fall into periods at random? */
import { chiSquareUpperP } from '../statistics/chi-square-distribution.ts'
import { mean } from '../statistics/mean.ts'

/**
 * p that counts a period scatter as much as these if each row is as likely in any period: the index of dispersion. For
 * sums, `mark` is the mean and the standard deviation of a row's value; counts have a mean of one and none. 1 where
 * nothing can be said. O(n).
 *
 * Source: Fisher, Thornton & Mackenzie, Ann. Appl. Biol. 9 (1922); sums of marks as a compound Poisson process.
 */
export function chanceOfCounts(
  values: ArrayLike<number>,
  rows: number,
  mark: { readonly mean: number; readonly sd: number } = { mean: 1, sd: 0 },
): number {
  const n = values.length
  const center = mean(values)
  const expected = (rows / n) * (mark.mean ** 2 + mark.sd ** 2)
  if (n < 2 || center === null || !(expected > 0)) return 1
  let squares = 0
  for (let index = 0; index < n; index++) squares += ((values[index] ?? 0) - center) ** 2
  return chiSquareUpperP(squares / expected, n - 1)
}
