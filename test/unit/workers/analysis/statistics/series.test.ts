/** Slopes, trend tests, decomposition and many tests at once, against scipy, the original STL and definitions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autocorrelation } from '../../../../../src/workers/analysis/statistics/autocorrelation.ts'
import { dickeyFuller, driftP } from '../../../../../src/workers/analysis/statistics/dickey-fuller.ts'
import {
  firstOrderAutoregression,
  prewhiten,
} from '../../../../../src/workers/analysis/statistics/first-order-autoregression.ts'
import { loessLeverage } from '../../../../../src/workers/analysis/statistics/loess.ts'
import { mannKendall } from '../../../../../src/workers/analysis/statistics/mann-kendall.ts'
import { benjaminiHochberg, simes } from '../../../../../src/workers/analysis/statistics/multiple-tests.ts'
import { pairOrder } from '../../../../../src/workers/analysis/statistics/pair-order.ts'
import { periodogram } from '../../../../../src/workers/analysis/statistics/periodogram.ts'
import { predictiveTail } from '../../../../../src/workers/analysis/statistics/predictive-tail.ts'
import { seasonalStrength } from '../../../../../src/workers/analysis/statistics/seasonal-strength.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { stl } from '../../../../../src/workers/analysis/statistics/stl.ts'
import { medianSlope, theilSenSlope } from '../../../../../src/workers/analysis/statistics/theil-sen-slope.ts'
import { holds } from '../../../../support/property.ts'

const rising = [1.2, 3.4, 2.2, 5.6, 4.1, 7.7, 6.0, 8.8, 7.1, 9.9, 12.0]

describe('slope and trend', () => {
  it('pairs fall and tie as counted one by one', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (values) => {
        let falling = 0
        let tied = 0
        values.forEach((left, index) => {
          for (const right of values.slice(index + 1)) {
            if (right < left) falling++
            if (right === left) tied++
          }
        })
        expect(pairOrder(values)).toEqual({ falling, tied })
      }),
      { numRuns: 200 },
    )
  })

  it("Theil and Sen's slope and interval are those of scipy", () => {
    const result = theilSenSlope(rising)
    expect(result?.slope).toBeCloseTo(0.95, 14)
    expect(result?.intercept).toBeCloseTo(1.35, 13)
    expect(result?.low).toBeCloseTo(0.55, 14)
    expect(result?.high).toBeCloseTo(1.3, 14)
  })

  it('counting slopes of a long series gives what forming them all gives', () => {
    const random = seededRandom(3)
    const values = Float64Array.from({ length: 901 }, (_, index) => 0.01 * index + random.normal())
    const slopes: number[] = []
    values.forEach((right, end) => {
      for (let start = 0; start < end; start++) slopes.push((right - (values[start] ?? 0)) / (end - start))
    })
    slopes.sort((left, right) => left - right)
    const middle = ((slopes[slopes.length / 2 - 1] ?? 0) + (slopes[slopes.length / 2] ?? 0)) / 2
    expect(medianSlope(values)).toBeCloseTo(middle, 11)
    expect(medianSlope(new Float64Array(500).fill(7))).toBe(0)
  })

  it("Mann and Kendall's S is Kendall's τ of scipy, and without autocorrelation its variance is the textbook one", () => {
    const result = mannKendall(rising)
    expect(result?.tau).toBeCloseTo(0.8181818181818182, 14)
    expect(result?.autoregression).toBe(0)
    expect(result?.variance).toBe((11 * 10 * 27) / 18)
    expect(result?.z).toBeCloseTo(44 / Math.sqrt(165), 14)
  })

  it("ties reduce the variance by Kendall's term", () => {
    const tied = mannKendall([1, 2, 2, 3, 1, 3, 2, 4, 1, 5])
    const term = [3, 3, 2].reduce((sum, ties) => sum + ties * (ties - 1) * (2 * ties + 5), 0)
    if (tied?.autoregression === 0) expect(tied.variance).toBeCloseTo((10 * 9 * 25 - term) / 18, 12)
    expect(tied?.autoregression).toBe(0)
  })

  it('autocorrelation inflates the variance by the published sum', () => {
    const random = seededRandom(9)
    let value = 0
    const series = Float64Array.from({ length: 80 }, () => {
      value = 0.7 * value + random.normal()
      return value
    })
    const result = mannKendall(series)
    const coefficient = result?.autoregression ?? 0
    let sum = 0
    for (let lag = 1; lag < 80; lag++) {
      sum += (80 - lag) * (79 - lag) * (78 - lag) * (6 / Math.PI) * Math.asin(coefficient ** lag / 2)
    }
    expect(coefficient).toBeGreaterThan(0.4)
    expect(result?.variance).toBeCloseTo(((80 * 79 * 165) / 18) * (1 + (2 * sum) / (80 * 79 * 78)), 4)
  })

  it('a short autocorrelated series must pass the pre-whitened test too', () => {
    const values = [0, 1, 2, 4, 5, 7, 8, 8, 7, 9, 12, 14, 15, 15, 14, 16, 19, 21, 22, 21]
    const result = mannKendall(values)
    expect(result?.autoregression).toBeGreaterThan(0.5)
    expect(result?.prewhitened).not.toBeNull()
    expect(result?.p).toBeGreaterThanOrEqual(result?.prewhitened?.p ?? 1)
  })

  it('AR(1) is bias-corrected and clipped, and pre-whitening takes it out', () => {
    expect(firstOrderAutoregression([1, -1, 1, -1, 1, -1])).toBe(0)
    expect(firstOrderAutoregression(Array.from({ length: 50 }, (_, index) => index))).toBe(0.97)
    expect([...prewhiten([1, 2, 4], 0.5)]).toEqual([1.5, 3])
    expect(prewhiten([], 0.5).length).toBe(0)
  })

  it('a random walk is not rejected as one, noise around a line is, and drift is told from none', () => {
    const random = seededRandom(4)
    let position = 0
    const walk = Float64Array.from({ length: 200 }, () => {
      position += random.normal()
      return position
    })
    const noise = Float64Array.from({ length: 200 }, (_, index) => 3 * index + random.normal())
    expect(dickeyFuller(walk)?.rejected).toBe(false)
    expect(dickeyFuller(noise)?.rejected).toBe(true)
    expect(driftP(walk.map((value, index) => value + index))).toBeLessThan(1e-6)
    expect(driftP([1, 2, 3])).toBeNull()
  })
})

describe('frequency and season', () => {
  const irregular = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]

  it('autocorrelations are those of the definition', () => {
    const expected = [1, -0.07704402515723274, -0.0880503144654088, 0.2735849056603773]
    const found = autocorrelation(irregular, 3)
    for (const [lag, value] of expected.entries()) expect(found?.[lag]).toBeCloseTo(value, 14)
    expect(autocorrelation([2, 2], 1)).toBeNull()
  })

  it("the periodogram is numpy's Fourier transform of the padded series", () => {
    const result = periodogram(irregular)
    const expected = [5.82865872, 7.93058337, 2.38961904, 6.05301694, 9.88294435]
    for (const [index, power] of expected.entries()) expect(result?.power[index]).toBeCloseTo(power, 7)
    expect(result?.power.at(-1)).toBeCloseTo(1.3333333333333333, 12)
    expect(result?.frequencies.at(-1)).toBe(0.5)
    expect(periodogram([1])).toBeNull()
  })

  it('STL is that of the original Fortran, plain and robust', () => {
    const values = [5, 9, 2, 9, 0, 6, 3, 8, 5, 8, 7, 8, 8, 0, 2, 5, 0, 5, 6, 7, 3, 6, 1, 4, 4, 4, 3, 7, 5, 8]
    const plain = stl(values, 7, { seasonalWindow: 7, robust: false })
    const robust = stl(values, 7, { seasonalWindow: 7, robust: true })
    const near = (actual: Float64Array | undefined, expected: readonly number[]) => {
      for (const [index, value] of expected.entries()) expect(actual?.[index]).toBeCloseTo(value, 5)
    }
    near(plain?.seasonal, [0.36926576, 0.75655484, -1.3324139, 1.9553658, -0.6044802])
    near(plain?.trend, [4.804099, 4.9097075, 5.015316, 5.16045, 5.305584])
    near(robust?.seasonal, [0.14922355, 0.47939026, -1.833231, 1.7411387, 0.8200711])
    near(robust?.trend, [5.397365, 5.4745436, 5.5517216, 5.6499176, 5.748114])
    near(robust?.weights, [0.99374926, 0.8129377, 0.9385952, 0.9458036, 0.29742217])
  })

  it('STL finds a pure season and a line again, and its strength is 1', () => {
    const season = [5, -2, -3, 0]
    const values = Float64Array.from({ length: 40 }, (_, index) => 2 * index + (season[index % 4] ?? 0))
    const parts = stl(values, 4)
    for (const [phase, value] of season.entries()) expect(parts?.seasonal[phase]).toBeCloseTo(value, 8)
    if (parts !== null) expect(seasonalStrength(parts)).toBeCloseTo(1, 10)
    expect(stl(values, 21)).toBeNull()
    expect(stl(values, 1)).toBeNull()
  })

  it("a value's own share in a local line is greatest at the ends, and everything where it stands alone", () => {
    const share = loessLeverage(50, { window: 11, degree: 1 })
    expect(share[0]).toBeGreaterThan(2 * (share[25] ?? 1))
    expect(share[25]).toBeGreaterThan(0.1)
  })
})

describe('many tests and tails', () => {
  const pValues = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]

  it("Benjamini and Hochberg's own example is adjusted as by scipy, in any order", () => {
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486, 0.58118182, 0.714875,
      0.75323077, 0.81321429, 1,
    ]
    const adjusted = benjaminiHochberg(pValues)
    for (const [index, q] of expected.entries()) expect(adjusted[index]).toBeCloseTo(q, 8)
    expect([...benjaminiHochberg([...pValues].reverse())].reverse()).toEqual([...benjaminiHochberg(pValues)])
    expect(simes(pValues)).toBeCloseTo(0.0015, 15)
  })

  it('tests that were not computed count as p = 1', () => {
    expect(simes([0.01], 5)).toBeCloseTo(0.05, 15)
    expect(benjaminiHochberg([0.01], 5)[0]).toBeCloseTo(0.05, 15)
    expect(simes([])).toBe(1)
    expect(benjaminiHochberg([]).length).toBe(0)
  })

  it('a far value is improbable beside normal data, and less so beside heavy-tailed data', () => {
    const random = seededRandom(6)
    const normal = Float64Array.from({ length: 400 }, () => Math.abs(random.normal()))
    const heavy = Float64Array.from({ length: 400 }, () => {
      const chi = random.normal() ** 2 + random.normal() ** 2
      return Math.abs(random.normal() / Math.sqrt(chi / 2))
    })
    const beside = (others: Float64Array) => predictiveTail(others, [10])?.[0] ?? 1
    expect(beside(normal)).toBeLessThan(1e-4)
    // P(|T| ≥ 10) with 2 degrees of freedom is 0.0099.
    expect(beside(heavy)).toBeGreaterThan(0.004)
    expect(beside(heavy)).toBeLessThan(0.025)
    expect(predictiveTail([1, 2, 3], [10])).toBeNull()
  })

  it('seeded randomness repeats itself, and is uniform and normal enough', () => {
    const first = seededRandom(11)
    const second = seededRandom(11)
    const draws = Array.from({ length: 20_000 }, () => first.normal())
    expect(draws.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => second.normal()))
    expect(Math.abs(draws.reduce((sum, draw) => sum + draw, 0) / 20_000)).toBeLessThan(0.03)
    expect(Math.abs(draws.reduce((sum, draw) => sum + draw * draw, 0) / 20_000 - 1)).toBeLessThan(0.04)
    const shuffled = seededRandom(5).shuffle([1, 2, 3, 4, 5, 6, 7, 8])
    expect([...shuffled].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(seededRandom(1).uniform()).not.toBe(seededRandom(2).uniform())
  })
})
