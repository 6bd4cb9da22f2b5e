/** Where statistics have an answer and where none, and the ways of computing that only long or odd data take. */
import { describe, expect, it } from 'vitest'
import { fisherZInterval, spearmanInterval } from '../../../../../src/workers/analysis/statistics/correlation.ts'
import { hedgesG } from '../../../../../src/workers/analysis/statistics/hedges-g.ts'
import { intraclassCorrelation } from '../../../../../src/workers/analysis/statistics/intraclass-correlation.ts'
import { kruskalWallis } from '../../../../../src/workers/analysis/statistics/kruskal-wallis.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { stratifiedCorrelation } from '../../../../../src/workers/analysis/statistics/stratified-correlation.ts'
import { medianSlope, theilSenSlope } from '../../../../../src/workers/analysis/statistics/theil-sen-slope.ts'
import { wilsonInterval } from '../../../../../src/workers/analysis/statistics/wilson-interval.ts'

describe("Hedges' g", () => {
  it('is the difference of means in pooled deviations, corrected, within the interval of Hedges and Olkin', () => {
    const found = hedgesG({ n: 10, mean: 12, variance: 4 }, { n: 12, mean: 10, variance: 9 })
    // By hand: pooled variance 6.75, correction 1 − 3/79, variance of g 22/120 + g²/44.
    const g = ((1 - 3 / 79) * 2) / Math.sqrt(6.75)
    const margin = 1.959963984540054 * Math.sqrt(22 / 120 + (g * g) / 44)
    expect(found?.g).toBeCloseTo(g, 12)
    expect(found?.low).toBeCloseTo(g - margin, 9)
    expect(found?.high).toBeCloseTo(g + margin, 9)
  })

  it('is none of groups that do not vary, nor of single values', () => {
    expect(hedgesG({ n: 5, mean: 1, variance: 0 }, { n: 5, mean: 2, variance: 0 })).toBeNull()
    expect(hedgesG({ n: 1, mean: 1, variance: 0 }, { n: 5, mean: 2, variance: 1 })).toBeNull()
  })
})

describe('the interval of a correlation', () => {
  it('needs four pairs, and an error that is one', () => {
    expect(spearmanInterval(0.5, 3)).toBeNull()
    expect(spearmanInterval(0.5, 4)).not.toBeNull()
    expect(fisherZInterval(0.5, 10, 0.95, 0)).toBeNull()
  })
})

describe('a correlation within strata', () => {
  const x = [1, 2, 3, 11, 13, 50]
  const y = [2, 3, 5, 30, 31, 7]

  it('is that of what is left of the means, and pays a pair for each further stratum', () => {
    // The last pair is of no stratum. Off their means: x −1, 0, 1, −1, 1; y −4/3, −1/3, 5/3, −1/2, 1/2.
    const r = 4 / Math.sqrt(4 * (14 / 3 + 1 / 2))
    const found = stratifiedCorrelation(x, y, [0, 0, 0, 2, 2, -1])
    expect(found).toMatchObject({ n: 5, strata: 2, ...fisherZInterval(r, 4) })
    expect(found?.r).toBeCloseTo(r, 12)
  })

  it('is none of fewer than four pairs beyond the strata, nor where one measure stands still in each', () => {
    expect(stratifiedCorrelation([1, 2, 3, 5], [1, 3, 2, 9], [0, 0, 1, 1])).toBeNull()
    expect(stratifiedCorrelation([1, 1, 1, 2, 2, 2], [1, 2, 3, 4, 6, 5], [0, 0, 0, 1, 1, 1])).toBeNull()
  })
})

it("Wilson's interval ends at exactly none and all, from one trial on", () => {
  for (let n = 1; n <= 300; n++) {
    expect(wilsonInterval({ successes: n, n })?.high, `all of ${n}`).toBe(1)
    expect(wilsonInterval({ successes: 0, n })?.low, `none of ${n}`).toBe(0)
  }
  expect(wilsonInterval({ successes: 0, n: 0 })).toBeNull()
})

it('groups and clusters without a value change nothing', () => {
  const groups = [
    [1, 4, 2],
    [9, 7, 8, 6],
    [3, 5],
  ]
  expect(kruskalWallis([groups[0] ?? [], [], ...groups.slice(1)])).toEqual(kruskalWallis(groups))
  const values = [1, 2, 2, 8, 9, 7, 4, 100]
  const alike = intraclassCorrelation(values.slice(0, 7), Int32Array.from([0, 0, 0, 1, 1, 1, 1]))
  expect(intraclassCorrelation(values, Int32Array.from([0, 0, 0, 3, 3, 3, 3, -1]))).toEqual(alike)
})

describe('the slope of a series too long for all its slopes', () => {
  const length = 450
  const series = (drift: number, seed: number, digits: number): number[] => {
    const random = seededRandom(seed)
    return Array.from({ length }, (_, index) => Number((random.normal() * 5 + drift * index).toFixed(digits)))
  }
  const slopesOf = (values: readonly number[]): number[] =>
    values
      .flatMap((value, index) => values.slice(0, index).map((earlier, at) => (value - earlier) / (index - at)))
      .sort((one, other) => one - other)

  it.each([
    ['rises', 0.2, 6],
    ['falls', -0.2, 6],
    ['goes nowhere', 0, 6],
    ['has many equal values', 0.001, 0],
  ])('is the middle one of them where it %s, with the limits of Sen', (_, drift, digits) => {
    const values = series(drift, 11, digits)
    const slopes = slopesOf(values)
    const pairs = slopes.length
    const at = (rank: number): number => slopes[rank - 1] ?? Number.NaN
    const middle = pairs % 2 === 1 ? at((pairs + 1) / 2) : (at(pairs / 2) + at(pairs / 2 + 1)) / 2
    const reach = 1.959963984540054 * Math.sqrt((length * (length - 1) * (2 * length + 5)) / 18)
    const found = theilSenSlope(values)
    expect(found?.slope).toBeCloseTo(middle, 10)
    expect(medianSlope(values)).toBe(found?.slope)
    expect(found?.low).toBeCloseTo(at(Math.floor((pairs - reach) / 2)), 10)
    expect(found?.high).toBeCloseTo(at(Math.ceil((pairs + reach) / 2) + 1), 10)
  })

  it('is nothing where all values are equal', () => {
    expect(theilSenSlope(new Array(length).fill(7))).toEqual({ slope: 0, intercept: 7, low: 0, high: 0 })
  })
})
