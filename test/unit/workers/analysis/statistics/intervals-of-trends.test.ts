/** Intervals of slopes and correlations, and the rules of the pre-whitened test, against their definitions. */
import { describe, expect, it } from 'vitest'
import {
  correlationP,
  fisherZInterval,
  pearson,
  spearman,
} from '../../../../../src/workers/analysis/statistics/correlation.ts'
import { type MannKendallResult, mannKendall } from '../../../../../src/workers/analysis/statistics/mann-kendall.ts'
import { normalQuantile } from '../../../../../src/workers/analysis/statistics/normal-distribution.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { medianSlope, theilSenSlope } from '../../../../../src/workers/analysis/statistics/theil-sen-slope.ts'

/** The slopes between all pairs, ascending. */
function slopesOf(values: readonly number[]): number[] {
  const slopes = values.flatMap((value, index) =>
    values.slice(0, index).map((earlier, at) => (value - earlier) / (index - at)),
  )
  return slopes.sort((one, other) => one - other)
}

function noise(length: number, seed: number, autoregression = 0, drift = 0): number[] {
  const random = seededRandom(seed)
  let state = 0
  return Array.from({ length }, (_, index) => {
    state = autoregression * state + random.normal()
    return state + drift * index
  })
}

describe("Sen's interval", () => {
  it.each([
    [10, 0.95],
    [10, 0.5],
    [11, 0.99],
    [24, 0.95],
    [57, 0.8],
  ])(
    'of %d values at %d is of the ranks that the variance of S says, to the nearest slope outwards',
    (n, confidence) => {
      const values = noise(n, n)
      const slopes = slopesOf(values)
      const deviation = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
      const reach = normalQuantile(0.5 + confidence / 2) * deviation
      const result = theilSenSlope(values, undefined, confidence)
      // Ranks count from one.
      expect(result?.low).toBe(slopes[Math.floor((slopes.length - reach) / 2) - 1])
      expect(result?.high).toBe(slopes[Math.ceil((slopes.length + reach) / 2)])
    },
  )

  it('is 95 % where nothing else is said, and wider with a larger variance', () => {
    const values = noise(20, 3)
    expect(theilSenSlope(values)).toEqual(theilSenSlope(values, undefined, 0.95))
    const independent = theilSenSlope(values)
    const correlated = theilSenSlope(values, 4 * ((20 * 19 * 45) / 18))
    expect(correlated?.slope).toBe(independent?.slope)
    expect(correlated?.low).toBeLessThan(independent?.low ?? Number.NaN)
    expect(correlated?.high).toBeGreaterThan(independent?.high ?? Number.NaN)
  })

  it('reaches over all slopes where there are too few to leave any out, and is the slope alone without variance', () => {
    const values = [1, 4, 2]
    expect(theilSenSlope(values)).toEqual({ slope: 0.5, intercept: 1, low: -2, high: 3 })
    const none = theilSenSlope(noise(12, 5), 0)
    const slopes = slopesOf(noise(12, 5))
    // 66 slopes: ranks 33 and 34 enclose their median.
    expect(none).toMatchObject({ low: slopes[32], high: slopes[33] })
    expect(theilSenSlope(noise(12, 5), -1)).toEqual(none)
  })

  it('of a long series, whose slopes are counted and not formed, is the same', () => {
    const values = noise(401, 8, 0, 0.01)
    const slopes = slopesOf(values)
    const n = values.length
    const reach = normalQuantile(0.975) * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
    const result = theilSenSlope(values)
    expect(result?.low).toBeCloseTo(slopes[Math.floor((slopes.length - reach) / 2) - 1] ?? Number.NaN, 10)
    expect(result?.high).toBeCloseTo(slopes[Math.ceil((slopes.length + reach) / 2)] ?? Number.NaN, 10)
    expect(result?.slope).toBeCloseTo(((slopes[slopes.length / 2 - 1] ?? 0) + (slopes[slopes.length / 2] ?? 0)) / 2, 10)
  })

  it('of a long series of few values is exactly zero where most pairs are tied', () => {
    const steps = Array.from({ length: 500 }, (_, index) => (index % 100 === 99 ? 1 : 0))
    expect(theilSenSlope(steps)).toMatchObject({ slope: 0, low: 0, high: 0, intercept: 0 })
    expect(medianSlope(steps)).toBe(0)
  })

  it('needs two values', () => {
    expect(theilSenSlope([])).toBeNull()
    expect(theilSenSlope([1])).toBeNull()
    expect(medianSlope([1])).toBeNull()
    expect(theilSenSlope([1, 3])).toEqual({ slope: 2, intercept: 1, low: 2, high: 2 })
    expect(medianSlope([1, 3])).toBe(2)
  })
})

describe('the interval of a correlation', () => {
  const x = [1.2, 3.4, 2.2, 5.9, 4.1, 7.7, 6.5, 9, 8.8, 10.1]
  const y = [2, 1, 4, 3.5, 6.1, 5.2, 9.9, 7.4, 8, 9.1]

  it("is Bonett and Wright's for ranks, worked out with scipy's ρ and normal quantiles", () => {
    const at95 = spearman(x, y)
    expect(at95?.rho).toBeCloseTo(0.745_454_545_454_545_4, 14)
    expect(at95?.p).toBeCloseTo(0.013_330_146_315_440_05, 14)
    expect(at95?.low).toBeCloseTo(0.124_582_739_744_571, 12)
    expect(at95?.high).toBeCloseTo(0.946_811_968_030_83, 12)
    const at99 = spearman(x, y, 0.99)
    expect(at99?.low).toBeCloseTo(-0.137_033_058_596_675_64, 12)
    expect(at99?.high).toBeCloseTo(0.968_230_481_987_365_7, 12)
  })

  it("is scipy's for values", () => {
    const at95 = pearson(x, y)
    expect(at95).toMatchObject({ n: 10 })
    expect(at95?.r).toBeCloseTo(0.754_735_249_865_274, 14)
    expect(at95?.p).toBeCloseTo(0.011_631_402_835_650_01, 14)
    expect(at95?.low).toBeCloseTo(0.238_394_105_876_403_2, 12)
    expect(at95?.high).toBeCloseTo(0.938_422_219_856_410_8, 12)
    const at99 = pearson(x, y, 0.99)
    expect(at99?.low).toBeCloseTo(0.010_295_185_889_848_22, 12)
    expect(at99?.high).toBeCloseTo(0.960_893_965_401_613_8, 12)
  })

  it('is there from four pairs on', () => {
    expect(pearson([1, 2, 3], [1, 3, 2])).toBeNull()
    expect(spearman([1, 2, 3], [1, 3, 2])).toBeNull()
    expect(pearson([1, 2, 3, 4], [1, 3, 2, 4])).toMatchObject({ r: 0.8, n: 4 })
    expect(pearson([1, 2, 3, 4], [1, 3, 2, 4])?.p).toBeCloseTo(0.2, 14)
    expect(spearman([1, 2, 3, 4], [1, 3, 2, 4])).toMatchObject({ rho: 0.8, n: 4 })
    expect(fisherZInterval(0.5, 3)).toBeNull()
    expect(fisherZInterval(0.5, 4)).not.toBeNull()
    expect(fisherZInterval(0.5, 3, 0.95, 1)).not.toBeNull()
    expect(correlationP(0.5, 2)).toBeNull()
    expect(correlationP(0.5, 3)).toBeCloseTo(2 / 3, 12)
  })

  it('ends at a perfect correlation, also where rounding went beyond one', () => {
    expect(fisherZInterval(1 + 1e-15, 10)).toEqual({ low: 1, high: 1 })
    expect(fisherZInterval(-1 - 1e-15, 10)).toEqual({ low: -1, high: -1 })
    expect(correlationP(1 + 1e-15, 10)).toBe(0)
  })

  it('is none where either side has no spread', () => {
    expect(pearson([1, 1, 1, 1], [1, 2, 3, 4])).toBeNull()
    expect(spearman([1, 2, 3, 4], [2, 2, 2, 2])).toBeNull()
  })

  it('of values whose squares leave the range of a double is that of the same values scaled', () => {
    for (const scale of [1e-150, 1e-80, 1e90, 1e150]) {
      const scaled = y.map((value) => value * scale)
      expect(
        pearson(
          x.map((value) => value * scale),
          scaled,
        )?.r,
        String(scale),
      ).toBeCloseTo(0.754_735_249_865_274, 12)
    }
  })
})

describe('the pre-whitened test beside that of Mann and Kendall', () => {
  it('is made below 60 values, where neighbours resemble each other by more than a half', () => {
    const made = (result: MannKendallResult | null): boolean => result !== null && result.prewhitened !== null
    const seen = { long: 0, weak: 0, strong: 0 }
    for (let seed = 0; seed < 60; seed++) {
      const long = mannKendall(noise(60, seed, 0.8))
      const short = mannKendall(noise(59, seed, 0.5))
      expect(made(long), 'sixty values are enough').toBe(false)
      seen.long += (long?.autoregression ?? 0) > 0.5 ? 1 : 0
      const isStrong = (short?.autoregression ?? 0) > 0.5
      expect(made(short)).toBe(isStrong)
      seen[isStrong ? 'strong' : 'weak'] += 1
    }
    expect(seen.long).toBeGreaterThan(30)
    expect(Math.min(seen.weak, seen.strong)).toBeGreaterThan(10)
  })

  it('must agree in sign, and then the larger p of the two counts', () => {
    const seen = { opposed: 0, whitenedLarger: 0, plainLarger: 0 }
    for (let seed = 0; seed < 400; seed++) {
      const result = mannKendall(noise(24, 1_000 + seed, 0.75, seed % 2 === 0 ? 0 : 0.15))
      if (result === null || result.prewhitened === null) continue
      const { z, p, prewhitened } = result
      // Twice the upper tail, from the same z the result gives.
      const plainP = twoSided(z)
      if (Math.sign(z) !== Math.sign(prewhitened.z)) {
        seen.opposed += 1
        expect(p).toBe(1)
      } else if (prewhitened.p > plainP) {
        seen.whitenedLarger += 1
        expect(p).toBe(prewhitened.p)
      } else {
        seen.plainLarger += 1
        expect(p).toBeCloseTo(plainP, 12)
        expect(p).toBeGreaterThanOrEqual(prewhitened.p)
      }
    }
    expect(Math.min(seen.opposed, seen.whitenedLarger, seen.plainLarger), JSON.stringify(seen)).toBeGreaterThan(4)
  })

  it('is not made of fewer than four values, nor of equal ones', () => {
    expect(mannKendall([5, 5, 5, 5])).toBeNull()
    expect(mannKendall([1, 2, 3])).toBeNull()
    expect(mannKendall([1, 2, 3, 4])).toMatchObject({ s: 6, tau: 1, n: 4 })
  })
})

/** Two-sided tail of the normal distribution by the quantile function's inverse, bisected. */
function twoSided(z: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (-normalQuantile(middle / 2) > Math.abs(z)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
