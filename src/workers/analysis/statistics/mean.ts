/** The arithmetic mean, kept in two doubles, so that deviations from it are right even at a large offset. */
import { ExactSum, productTail } from './exact-sum.ts'

/** `high + low` is the mean to about 106 bits; `high` alone is the mean as a double. */
export interface ExactMean {
  readonly high: number
  readonly low: number
}

/** Mean of a sum of `count` values, in two doubles. */
export function meanOfSum(sum: ExactSum, count: number): ExactMean {
  const high = sum.value / count
  const product = high * count
  const remainder = sum.high - product - productTail(high, count, product) + sum.low
  const low = remainder / count
  const rounded = high + low
  return { high: rounded, low: low - (rounded - high) }
}

/** Mean in the unit of the values, in two doubles; null for no values. O(n). */
export function exactMean(values: ArrayLike<number>): ExactMean | null {
  if (values.length === 0) return null
  const sum = new ExactSum()
  for (let index = 0; index < values.length; index++) sum.add(values[index] ?? 0)
  return meanOfSum(sum, values.length)
}

/** Mean in the unit of the values; null for no values. O(n). */
export function mean(values: ArrayLike<number>): number | null {
  return exactMean(values)?.high ?? null
}

/**
 * Σ(x − m)² about an exact mean, added to `sum`. The difference x − m is exact in two doubles, so neither a large
 * offset nor a long series costs digits. O(n).
 */
export function addSquaredDeviations(sum: ExactSum, values: ArrayLike<number>, center: ExactMean): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    const high = value - center.high
    const virtual = high - value
    const low = value - (high - virtual) - (center.high + virtual) - center.low
    sum.addProduct(high, high)
    sum.add(2 * high * low + low * low)
  }
}
