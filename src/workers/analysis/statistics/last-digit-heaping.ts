/** Do last digits pile up on some, as when people round? */
import { chiSquareUpperP } from './chi-square-distribution.ts'

export interface HeapingResult {
  readonly n: number
  /** Rows by last digit 0 to 9. */
  readonly counts: Float64Array
  /** Cohen's w = √(χ²/n), less what chance puts there: .1 small, .3 medium, .5 large. */
  readonly w: number
  readonly p: number
  /** The commonest last digit and its share. */
  readonly digit: number
  readonly share: number
}

/**
 * Last digits at `decimals` places against equal shares. Only for values that spread over much more than ten units of
 * the last place: ages do, grades from 1 to 5 do not. Null without finite values. O(n).
 *
 * Source: digit preference after Myers (1940); w of Cohen, Statistical Power Analysis (1988), 7.2.
 */
export function lastDigitHeaping(values: ArrayLike<number>, decimals: number): HeapingResult | null {
  const counts = new Float64Array(10)
  const scale = 10 ** decimals
  let n = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    const digit = Math.round(Math.abs(value) * scale) % 10
    counts[digit] = (counts[digit] ?? 0) + 1
    n++
  }
  if (n === 0) return null
  const statistic = counts.reduce((sum, count) => sum + (count - n / 10) ** 2 / (n / 10), 0)
  const digit = counts.indexOf(Math.max(...counts))
  const w = Math.sqrt(Math.max(0, statistic - 9) / n)
  return { n, counts, w, p: chiSquareUpperP(statistic, 9), digit, share: (counts[digit] ?? 0) / n }
}
