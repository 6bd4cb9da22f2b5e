/** Are some values of a measure the others times 10, 100 or 1,000, as where grams stand among kilograms? */
import { ascendingOf, quantileOfSorted } from '../statistics/quantiles.ts'

export interface UnitMix {
  /** Values beyond it are of the smaller unit, and so the larger numbers. */
  readonly limit: number
  readonly factor: 10 | 100 | 1000
  /** Share of the values beyond the limit. */
  readonly share: number
  /**
   * Whether the ratio of the medians is the factor within what chance makes of medians. Where units change from a date
   * on, what is measured may have changed a little as well; elsewhere, another ratio is of other things.
   */
  readonly exact: boolean
}

const factors = [10, 100, 1000] as const
/** Distance of the medians' ratio from the factor, as a logarithm to base ten: a sixth either way. */
const mostOff = 0.07
/** The same beyond chance, where values were rounded before they were converted. */
const roundingOff = 0.02
/** Standard error of a median in those of a mean, for a normal distribution: √(π/2). */
const medianError = 1.2533
const leastRows = 3
/** Fewer rows than this are a slip of the unit, and not a few large things, only where nothing lies between for a long way. */
const fewRows = 8
/** That way, in spreads of the other values. */
const leastGapOfFew = 8
const leastShare = 0.005
/** The gap between both parts in their own spread: a factor of one heap of logarithms would fill it. */
const leastGap = 1.2
/** Ratio of the parts' spreads: the same things measured in two units are as different among themselves. */
const mostSpreadRatio = 2.5
/** Largest distance of the parts' distributions, one scaled to the other, beyond which they are of other things. */
const mostDistance = 0.3
/** The largest distance that chance alone makes in one of twenty pairs of samples, times √(1/n + 1/m): Smirnov (1948). */
const distanceByChance = 1.36

/**
 * Looks for the widest gap in the logarithms of positive values, and whether what lies above it is a factor times what
 * lies below: medians, spreads and distributions agree. Null where not. O(n log n).
 */
export function unitMix(values: ArrayLike<number>): UnitMix | null {
  const logs = logarithmsOf(values)
  const n = logs.length
  const least = Math.max(leastRows, Math.ceil(leastShare * n))
  if (n < 4 * leastRows) return null
  let at = -1
  let widest = 0
  for (let index = least; index <= n - least; index++) {
    const gap = (logs[index] ?? 0) - (logs[index - 1] ?? 0)
    if (gap > widest) [widest, at] = [gap, index]
  }
  if (at < 0) return null
  const [low, high] = [logs.subarray(0, at), logs.subarray(at)]
  const [middleLow, middleHigh] = [quantileOfSorted(low, 0.5) ?? 0, quantileOfSorted(high, 0.5) ?? 0]
  const factor = factors.find((one) => Math.abs(middleHigh - middleLow - Math.log10(one)) <= mostOff)
  if (factor === undefined) return null
  const [spreadLow, spreadHigh] = [spreadOf(low), spreadOf(high)]
  const [narrow, wide] = [Math.min(spreadLow, spreadHigh), Math.max(spreadLow, spreadHigh)]
  const few = Math.min(low.length, high.length) < fewRows
  if (!few && (!(narrow > 0) || wide > mostSpreadRatio * narrow || widest < leastGap * wide)) return null
  if (few && widest < leastGapOfFew * Math.max(spreadLow, spreadHigh)) return null
  const shift = Math.log10(factor)
  const scaled = high.map((value) => value - shift)
  // So few values tell little of a distribution; the long way without any between tells the more.
  const byChance = few ? distanceByChance * Math.sqrt(1 / low.length + 1 / high.length) : 0
  if (distance(low, scaled) > Math.max(mostDistance, byChance)) return null
  const limit = 10 ** (((logs[at - 1] ?? 0) + (logs[at] ?? 0)) / 2)
  const error = medianError * Math.sqrt(spreadLow ** 2 / low.length + spreadHigh ** 2 / high.length)
  const exact = Math.abs(middleHigh - middleLow - shift) <= roundingOff + 3 * error
  return { limit: Number(limit.toPrecision(3)), factor, share: high.length / n, exact }
}

/** Of the positive finite values, ascending. */
function logarithmsOf(values: ArrayLike<number>): Float64Array {
  const positive = new Float64Array(values.length)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN
    if (value > 0 && Number.isFinite(value)) positive[count++] = value
  }
  return ascendingOf(positive.subarray(0, count)).map(Math.log10)
}

/** Distance between the quartiles, as of a normal's standard deviation. */
function spreadOf(ascending: Float64Array): number {
  return ((quantileOfSorted(ascending, 0.75) ?? 0) - (quantileOfSorted(ascending, 0.25) ?? 0)) / 1.349
}

/** Largest difference of the shares below a value, over all values (Kolmogorov & Smirnov). Both ascending. */
function distance(left: Float64Array, right: Float64Array): number {
  let [i, j, most] = [0, 0, 0]
  while (i < left.length && j < right.length) {
    if ((left[i] ?? 0) <= (right[j] ?? 0)) i++
    else j++
    most = Math.max(most, Math.abs(i / left.length - j / right.length))
  }
  return most
}
