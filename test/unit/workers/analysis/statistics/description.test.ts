/** Moments, quantiles, ranks, correlation and robust spread against scipy, NIST and definitions written out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fisherZInterval, pearson, spearman } from '../../../../../src/workers/analysis/statistics/correlation.ts'
import { exactSum } from '../../../../../src/workers/analysis/statistics/exact-sum.ts'
import { generalizedEsd } from '../../../../../src/workers/analysis/statistics/generalized-esd.ts'
import { mean } from '../../../../../src/workers/analysis/statistics/mean.ts'
import { adjustedBoxPlot, medcouple } from '../../../../../src/workers/analysis/statistics/medcouple.ts'
import {
  medianAbsoluteDeviation,
  modifiedZScores,
} from '../../../../../src/workers/analysis/statistics/modified-z-scores.ts'
import { moments } from '../../../../../src/workers/analysis/statistics/moments.ts'
import { median, quantileOfSorted } from '../../../../../src/workers/analysis/statistics/quantiles.ts'
import { ranks, rankWithTies } from '../../../../../src/workers/analysis/statistics/ranks.ts'
import { holds } from '../../../../support/property.ts'

const sample = [2, 8, 0, 4, 1, 9, 9, 0, 13, 40, 7, 7.5]

/** The definition, over all pairs. */
function medcoupleByDefinition(values: readonly number[]): number {
  const middle = median(values) ?? 0
  const centred = values.map((value) => value - middle).sort((left, right) => right - left)
  const upper = centred.filter((value) => value >= 0)
  const lower = centred.filter((value) => value <= 0)
  const kernel = upper.flatMap((above, row) =>
    lower.map((below, column) =>
      above === 0 && below === 0 ? Math.sign(upper.length - 1 - row - column) : (above + below) / (above - below),
    ),
  )
  return median(kernel) ?? 0
}

describe('description of values', () => {
  it('a sum does not lose what is small beside what is large', () => {
    expect(exactSum([1e16, 1, -1e16])).toBe(1)
    expect(exactSum(new Float64Array(10).fill(0.1))).toBe(1)
    expect(exactSum([])).toBe(0)
  })

  it('moments are those of scipy (bias corrected)', () => {
    const result = moments(sample)
    expect(result?.mean).toBe(8.375)
    expect(result?.variance).toBeCloseTo(116.32386363636364, 12)
    expect(result?.skewness).toBeCloseTo(2.591789525146358, 12)
    expect(result?.kurtosis).toBeCloseTo(7.793186527987714, 12)
  })

  it('moments do not change with an offset that doubles can hold', () => {
    const offset = 2 ** 40
    const moved = moments(sample.map((value) => value + offset))
    expect(moved?.sd).toBe(moments(sample)?.sd)
    expect(moved?.skewness).toBe(moments(sample)?.skewness)
    expect(moved?.lag1).toBe(moments(sample)?.lag1)
  })

  it('what is not defined is null: nothing, a single value, no spread', () => {
    expect(moments([])).toBeNull()
    expect(mean([])).toBeNull()
    expect(median([])).toBeNull()
    expect(moments([3])).toEqual({ n: 1, mean: 3, variance: 0, sd: 0, skewness: null, kurtosis: null, lag1: null })
    expect(moments([3, 3, 3, 3, 3])?.skewness).toBeNull()
    expect(medianAbsoluteDeviation([])).toBeNull()
    expect(modifiedZScores([4, 4])).toBeNull()
    expect(medcouple([])).toBeNull()
    expect(adjustedBoxPlot([])).toBeNull()
    expect(generalizedEsd([], 3)).toEqual({ outliers: [], steps: [] })
    expect(pearson([1, 2], [3, 4])).toBeNull()
    expect(spearman([1, 2, 3, 4], [5, 5, 5, 5])).toBeNull()
    expect(fisherZInterval(0.5, 3)).toBeNull()
  })

  it('quantiles interpolate as type 7', () => {
    expect([0, 0.25, 0.5, 1].map((fraction) => quantileOfSorted([1, 2, 4, 8], fraction))).toEqual([1, 1.75, 3, 8])
  })

  it('ranks share their average among ties', () => {
    expect([...ranks([10, 20, 10, 5])]).toEqual([2.5, 4, 2.5, 1])
    expect(rankWithTies([1, 1, 1, 2, 2]).tieCorrection).toBe(24 + 6)
    expect(ranks([]).length).toBe(0)
  })

  it('correlations are those of scipy, with ties too', () => {
    const x = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    const y = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    const linear = pearson(x, y)
    expect(linear?.r).toBeCloseTo(-0.07021632602905677, 14)
    expect(linear?.p).toBeCloseTo(0.8471568394789463, 12)
    expect(linear?.low).toBeCloseTo(-0.670212501188516, 12)
    expect(linear?.high).toBeCloseTo(0.5852854717450895, 12)
    expect(spearman(x, y)?.rho).toBeCloseTo(-0.17575757575757575, 14)
    expect(spearman(x, y)?.p).toBeCloseTo(0.6271883447764846, 12)
    expect(spearman([1, 2, 2, 3, 4, 4, 4, 5, 6, 9], y)?.rho).toBeCloseTo(-0.01846372364689991, 14)
  })

  it("Spearman's interval is wider than Pearson's for the same coefficient", () => {
    const x = Array.from({ length: 30 }, (_, index) => index)
    const y = x.map((value) => value + ((value * 7) % 11))
    const byRank = spearman(x, y)
    const plain = fisherZInterval(byRank?.rho ?? 0, 30)
    expect(byRank?.low).toBeLessThan(plain?.low ?? -1)
    expect(byRank?.high).toBeGreaterThan(plain?.high ?? 1)
  })

  it('a perfect correlation has p = 0 and an interval of one point', () => {
    expect(pearson([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])).toEqual({ r: 1, p: 0, n: 5, low: 1, high: 1 })
  })

  it("modified z scores are Iglewicz and Hoaglin's, and survive a majority of equal values", () => {
    const scores = modifiedZScores([1, 2, 3, 4, 100])
    expect(scores?.[4]).toBeCloseTo(0.6744897501960817 * 97, 10)
    expect(modifiedZScores([5, 5, 5, 5, 9])?.[4]).toBeCloseTo(4 / (0.8 / 0.7978845608028654), 10)
  })

  it('the medcouple is the median over all pairs, also with ties and in either direction', () => {
    expect(medcouple([1, 2, 2, 2, 7, 9, 30])).toBeCloseTo(0.9655172413793103, 14)
    expect(medcouple(sample)).toBeCloseTo(-0.4, 14)
    expect(medcouple([1, 1, 2, 4, 8, 16, 32, 64])).toBeCloseTo(0.6720430107526881, 14)
    holds(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 }), (values) => {
        expect(medcouple(values)).toBeCloseTo(medcoupleByDefinition(values), 12)
      }),
      { numRuns: 200 },
    )
  })

  it('the adjusted box plot is the plain one for symmetric values and reaches further on the long side', () => {
    const symmetric = adjustedBoxPlot([1, 2, 3, 4, 5])
    expect([symmetric?.low, symmetric?.high]).toEqual([-1, 7])
    const skewed = adjustedBoxPlot([1, 1, 2, 4, 8, 16, 32, 64])
    const reach = 1.5 * ((skewed?.thirdQuartile ?? 0) - (skewed?.firstQuartile ?? 0))
    expect(skewed?.high).toBeCloseTo((skewed?.thirdQuartile ?? 0) + reach * Math.exp(3 * 0.6720430107526881), 8)
  })

  it("Rosner's own example has three outliers, with NIST's statistics and critical values", () => {
    const values = [
      -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7, 1.76,
      1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4, 2.47, 2.54,
      2.62, 2.64, 2.9, 2.92, 2.92, 2.93, 3.21, 3.26, 3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
    ]
    const result = generalizedEsd(values, 10, 0.05)
    expect(result.outliers.map((index) => values[index])).toEqual([6.01, 5.42, 5.34])
    const printed = [3.118, 2.942, 3.179, 2.81, 2.815, 2.848, 2.279, 2.31, 2.101, 2.067]
    const critical = [3.158, 3.151, 3.143, 3.136, 3.128, 3.12, 3.111, 3.103, 3.094, 3.085]
    result.steps.forEach((step, index) => {
      // The handbook cuts to three decimals.
      expect(Math.abs(step.statistic - (printed[index] ?? 0))).toBeLessThan(0.0011)
      expect(step.p < 0.05).toBe(step.statistic > (critical[index] ?? 0))
    })
  })

  it('knows the spread that is left when the largest value was all of it', () => {
    const small = Array.from({ length: 40 }, (_, index) => 5 + 1e-3 * Math.sin(index))
    const alone = generalizedEsd(small, 3)
    const beside = generalizedEsd([...small, 1e9], 4)
    expect(beside.steps[0]?.index).toBe(40)
    for (const [order, step] of alone.steps.entries()) {
      expect(beside.steps[order + 1]?.index).toBe(step.index)
      expect(beside.steps[order + 1]?.statistic).toBeCloseTo(step.statistic, 6)
    }
    expect(generalizedEsd([...new Array<number>(20).fill(0.1), 7], 5).steps).toHaveLength(1)
  })
})
