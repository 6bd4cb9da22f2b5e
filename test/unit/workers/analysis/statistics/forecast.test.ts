/** Forecasts against R, an independent optimiser and rules that must hold. */
import { describe, expect, it } from 'vitest'
import { combinedForecast } from '../../../../../src/workers/analysis/statistics/combined-forecast.ts'
import {
  dampedTrendSds,
  fitDampedTrend,
  forecastDampedTrend,
  runDampedTrend,
} from '../../../../../src/workers/analysis/statistics/damped-trend-smoothing.ts'
import { nelderMead } from '../../../../../src/workers/analysis/statistics/nelder-mead.ts'
import { rollingOriginAccuracy } from '../../../../../src/workers/analysis/statistics/rolling-origin.ts'
import { seasonalIndices } from '../../../../../src/workers/analysis/statistics/seasonal-indices.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { fitTheta, forecastTheta } from '../../../../../src/workers/analysis/statistics/theta-method.ts'
import { airPassengers, nile } from './known-series.ts'

describe('Nelder and Mead', () => {
  it("finds the foot of Rosenbrock's valley, and stays inside its bounds", () => {
    const valley = (point: Float64Array) =>
      (1 - (point[0] ?? 0)) ** 2 + 100 * ((point[1] ?? 0) - (point[0] ?? 0) ** 2) ** 2
    const free = nelderMead(valley, [-1.2, 1], [0.5, 0.5], { low: [-5, -5], high: [5, 5] }, 2000)
    expect(free.at[0]).toBeCloseTo(1, 3)
    const held = nelderMead(valley, [-1.2, 1], [0.5, 0.5], { low: [-5, -5], high: [0.5, 5] }, 2000)
    expect(held.at[0]).toBeLessThanOrEqual(0.5)
    expect(held.value).toBeCloseTo(0.25, 3)
  })
})

describe('seasonal indices', () => {
  it('are those of `decompose` of R for the air passengers', () => {
    const indices = seasonalIndices(airPassengers, 12, 'multiplicative')
    for (const [month, index] of [0.9102304, 0.8836253, 1.0073663, 0.975906, 0.981378, 1.1127758].entries()) {
      expect(indices?.[month]).toBeCloseTo(index, 6)
    }
    const added = seasonalIndices(airPassengers, 12, 'additive')
    expect(added?.[0]).toBeCloseTo(-24.74873737, 7)
    expect(added?.[6]).toBeCloseTo(63.83080808, 7)
  })

  it('are null where there is no season to be had', () => {
    expect(seasonalIndices([1, 2, 3], 2, 'additive')).toBeNull()
    expect(seasonalIndices([1, 0, 1, 2, 1, 2], 2, 'multiplicative')).toBeNull()
  })
})

describe('damped trend', () => {
  it('has errors as small as a gradient search by another program finds', () => {
    expect(fitDampedTrend(nile.slice(0, 40))?.squaredError).toBeLessThan(941_603.83 * 1.002)
    const steps = [1, 2, 0, 3, 1, -1, 2, 4, 0, 1, -2, -1, 0, -3, 1, 2, 2, 3, 1, 0, 1]
    let sum = 0
    const summed = steps.map((step) => (sum += step))
    expect(fitDampedTrend(summed)?.squaredError).toBeLessThan(56.5795 * 1.002)
  })

  it('runs by its equations', () => {
    const parameters = { levelWeight: 0.5, slopeWeight: 0.2, damping: 0.9, initialLevel: 10, initialSlope: 1 }
    const fit = runDampedTrend([12, 11], parameters)
    // ŷ₁ = 10 + .9; e₁ = 1.1; l = 11.45, b = .9 + .11 = 1.01; ŷ₂ = 11.45 + .909; e₂ = −1.359.
    expect(fit.fitted[0]).toBeCloseTo(10.9, 12)
    expect(fit.fitted[1]).toBeCloseTo(12.359, 12)
    expect(fit.level).toBeCloseTo(11.6795, 12)
    expect(fit.slope).toBeCloseTo(0.909 - 0.1359, 12)
    const next = forecastDampedTrend(fit, 2)
    expect(next[0]).toBeCloseTo(11.6795 + 0.9 * 0.7731, 12)
    expect(next[1]).toBeCloseTo(11.6795 + (0.9 + 0.81) * 0.7731, 12)
  })

  it('is less sure the further it looks, and as sure of a still series as can be', () => {
    const fit = fitDampedTrend(nile)
    const sds = fit === null ? null : dampedTrendSds(fit, 5)
    expect(sds?.[0]).toBeGreaterThan(100)
    expect(sds?.[4]).toBeGreaterThan(sds?.[0] ?? 0)
    const still = fitDampedTrend([3, 3, 3, 3, 3, 3])
    expect(still === null ? null : [...forecastDampedTrend(still, 2)]).toEqual([3, 3])
    expect(fitDampedTrend([1, 2, 3])).toBeNull()
  })
})

describe('Theta', () => {
  it('forecasts the Nile as an independent computation does', () => {
    const fit = fitTheta(nile)
    expect(fit?.levelWeight).toBeCloseTo(0.24657, 3)
    expect(fit?.drift).toBeCloseTo(-1.35715271527, 9)
    const next = fit === null ? [] : forecastTheta(fit, 3)
    expect(next[0]).toBeCloseTo(799.529, 1)
    expect(next[2]).toBeCloseTo(796.815, 1)
  })
})

describe('the combined forecast', () => {
  it('puts the season back, and takes the multiplied one for the air passengers', () => {
    const known = airPassengers.slice(0, 132)
    const forecast = combinedForecast(known, 12, 12)
    expect(forecast?.season).toBe('multiplicative')
    const errors = airPassengers.slice(132).map((value, month) => Math.abs((forecast?.values[month] ?? 0) / value - 1))
    expect(errors.reduce((sum, error) => sum + error, 0) / 12).toBeLessThan(0.06)
    const naive = airPassengers.slice(132).map((value, month) => Math.abs((known[120 + month] ?? 0) / value - 1))
    expect(errors.reduce((sum, error) => sum + error, 0)).toBeLessThan(naive.reduce((sum, error) => sum + error, 0))
  })

  it('is the same in other units and with an offset, where the season is added', () => {
    const random = seededRandom(2)
    const values = Array.from(
      { length: 48 },
      (_, index) => 10 * Math.sin((index * Math.PI) / 2) + index + random.normal() - 50,
    )
    const plain = combinedForecast(values, 4, 4)
    const scaled = combinedForecast(
      values.map((value) => 1000 * value - 1e6),
      4,
      4,
    )
    expect(plain?.season).toBe('additive')
    for (let step = 0; step < 4; step++) {
      expect(scaled?.values[step]).toBeCloseTo(1000 * (plain?.values[step] ?? 0) - 1e6, -1)
    }
  })

  it('has nothing to say of too little', () => {
    expect(combinedForecast([1, 2, 3, 4], null, 1)).toBeNull()
    expect(combinedForecast([1, 2, 3, 4, 5, 6, 7, 8], null, 0)).toBeNull()
  })
})

describe('rolling origin', () => {
  const ahead = (period: number | null) => (known: Float64Array, horizon: number) =>
    combinedForecast(known, period, horizon)

  it('has the forecast of the air passengers beat last year, and its interval hold about what it says', () => {
    const result = rollingOriginAccuracy(airPassengers, ahead(12), { period: 12, horizon: 6, origins: 6 })
    expect(result?.relativeError).toBeLessThan(0.7)
    expect(result?.coverage).toBeGreaterThan(0.6)
    expect(result?.origins).toBe(6)
    expect(result?.forecasts).toBe(36)
  })

  it('finds nothing better than the last value in a random walk, and 95 of 100 inside', () => {
    const random = seededRandom(7)
    let error = 0
    let coverage = 0
    for (let run = 0; run < 8; run++) {
      let sum = 0
      const walk = Float64Array.from({ length: 80 }, () => (sum += random.normal()))
      const result = rollingOriginAccuracy(walk, ahead(null), { horizon: 3, origins: 8 })
      error += (result?.relativeError ?? 0) / 8
      coverage += (result?.coverage ?? 0) / 8
    }
    expect(error).toBeGreaterThan(0.9)
    expect(error).toBeLessThan(1.2)
    expect(coverage).toBeGreaterThan(0.85)
  })

  it('measures the naive forecast itself as exactly 1', () => {
    const naive = (known: Float64Array, horizon: number) => ({
      values: Float64Array.from({ length: horizon }, (_, step) => known[known.length - 12 + (step % 12)] ?? 0),
    })
    const result = rollingOriginAccuracy(airPassengers, naive, { period: 12, horizon: 12, origins: 5 })
    expect(result?.relativeError).toBe(1)
    expect(result?.coverage).toBeNull()
    expect(rollingOriginAccuracy([1, 2, 3], naive)).toBeNull()
    expect(rollingOriginAccuracy(new Float64Array(40).fill(2), naive, { period: 12 })).toBeNull()
  })
})
