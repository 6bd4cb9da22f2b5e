/** Changes of level, slope and spread against published series, brute force and simulation. */
import { describe, expect, it } from 'vitest'
import {
  autoregressiveRegression,
  decorrelate,
} from '../../../../../src/workers/analysis/statistics/autoregressive-regression.ts'
import { changePoints } from '../../../../../src/workers/analysis/statistics/change-points.ts'
import { leastSquaresFit, solveSymmetric } from '../../../../../src/workers/analysis/statistics/least-squares.ts'
import { levelShifts } from '../../../../../src/workers/analysis/statistics/level-shifts.ts'
import {
  optimalPartitioning,
  squaredErrorCost,
} from '../../../../../src/workers/analysis/statistics/optimal-partitioning.ts'
import { type SeededRandom, seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { seriesShapes } from '../../../../../src/workers/analysis/statistics/series-shape.ts'
import { supF, supFBootstrap } from '../../../../../src/workers/analysis/statistics/sup-f.ts'
import { varianceChange } from '../../../../../src/workers/analysis/statistics/variance-change.ts'
import { agreement } from '../../../../bench/change-points.ts'
import { nile } from './known-series.ts'

const noise = (n: number, random: SeededRandom, autoregression = 0) => {
  let previous = random.normal() / Math.sqrt(1 - autoregression ** 2)
  return Float64Array.from({ length: n }, () => {
    const value = previous
    previous = autoregression * previous + random.normal()
    return value
  })
}

describe('least squares', () => {
  it('fits a line as the formula has it, also where a column is given twice', () => {
    const y = [1, 3, 2, 5]
    const ones = [1, 1, 1, 1]
    const x = [0, 1, 2, 3]
    for (const columns of [
      [ones, x],
      [ones, x, x],
    ]) {
      const fit = leastSquaresFit(columns, y)
      for (const [index, value] of [1.1, 2.2, 3.3, 4.4].entries()) expect(fit[index]).toBeCloseTo(value, 12)
    }
  })

  it('solves a symmetric system, and says when it cannot', () => {
    const solution = solveSymmetric(
      [
        [4, 2],
        [2, 3],
      ],
      [10, 9],
    )
    expect(solution?.[0]).toBeCloseTo(1.5, 12)
    expect(solution?.[1]).toBeCloseTo(2, 12)
    expect(
      solveSymmetric(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 1],
      ),
    ).toBeNull()
  })

  it('with autoregressive errors finds the autoregression that was put in, and leaves what it should', () => {
    const n = 600
    const errors = noise(n, seededRandom(4), 0.6)
    const time = Float64Array.from({ length: n }, (_, index) => index / n)
    const fit = autoregressiveRegression(
      [new Float64Array(n).fill(1), time],
      errors.map((error, i) => error + 3 + 5 * (time[i] ?? 0)),
    )
    expect(fit.autoregression).toBeGreaterThan(0.5)
    expect(fit.autoregression).toBeLessThan(0.7)
    expect(fit.innovationVariance).toBeCloseTo(1, 0.7)
    expect(decorrelate([1, 1, 1], 0.5)).toEqual(Float64Array.of(Math.sqrt(0.75), 0.5, 0.5))
  })
})

describe('the best cut into segments', () => {
  it('is that of trying them all', () => {
    const random = seededRandom(2)
    for (let run = 0; run < 30; run++) {
      const n = 12
      const values = noise(n, random).map((value, index) => value + (index > 7 ? 3 : 0))
      const penalty = 0.5 + 5 * random.uniform()
      const cost = squaredErrorCost(values)
      let least = Number.POSITIVE_INFINITY
      let best: number[] = []
      for (let mask = 0; mask < 2 ** (n - 1); mask++) {
        const cuts = Array.from({ length: n - 1 }, (_, bit) => bit + 1).filter((cut) => mask & (1 << (cut - 1)))
        const bounds = [0, ...cuts, n]
        const lengths = cuts.map((cut, index) => cut - (bounds[index] ?? 0))
        if (Math.min(...lengths, n - (cuts.at(-1) ?? 0)) < 3) continue
        const total = bounds.slice(1).reduce((sum, end, index) => sum + cost(bounds[index] ?? 0, end) + penalty, 0)
        if (total < least - 1e-12) {
          least = total
          best = cuts
        }
      }
      expect(optimalPartitioning(values, penalty, 3)).toEqual(best)
    }
  })

  it('is found in a series too long for trying every place', () => {
    const random = seededRandom(8)
    const values = noise(50_000, random).map((value, index) => value + (index >= 20_011 && index < 33_333 ? 2 : 0))
    const cuts = optimalPartitioning(values, 3 * Math.log(50_000), 3)
    expect(cuts).toHaveLength(2)
    expect(Math.abs((cuts[0] ?? 0) - 20_011)).toBeLessThan(4)
    expect(Math.abs((cuts[1] ?? 0) - 33_333)).toBeLessThan(4)
  })

  it('of nothing, or of a large offset, keeps its senses', () => {
    expect(optimalPartitioning([], 1)).toEqual([])
    expect(optimalPartitioning([1, 2, 3, 4, 5], 1, 3)).toEqual([])
    const values = [0, 1, 0, 1, 0, 9, 10, 9, 10, 9].map((value) => value + 2 ** 40)
    expect(optimalPartitioning(values, 5, 3)).toEqual([5])
  })
})

describe('level shifts', () => {
  it('the Nile fell in 1899, and only then', () => {
    const result = levelShifts(nile)
    expect(result?.shifts).toEqual([28])
    expect(result?.levels[0]).toBeCloseTo(1097.75, 10)
    expect(result?.levels[1]).toBeCloseTo(849.9722222222, 8)
  })

  it('the F of the Nile is the 75.93 of the literature, and no chance', () => {
    expect(supF(nile)?.statistic).toBeCloseTo(75.93, 2)
    expect(supF(nile)?.place).toBe(28)
    expect(supFBootstrap(nile, { simulations: 199 })?.p).toBe(1 / 200)
  })

  it('seldom appear in noise, dependent or not, and are seldom confirmed there', () => {
    const random = seededRandom(12)
    let found = 0
    let confirmed = 0
    for (let run = 0; run < 30; run++) {
      const values = noise(60, random, [0, 0.3, 0.6][run % 3])
      if ((levelShifts(values)?.shifts.length ?? 0) > 0) found++
      if ((supFBootstrap(values, { simulations: 99, seed: run })?.p ?? 1) <= 0.05) confirmed++
    }
    expect(found).toBeLessThanOrEqual(4)
    expect(confirmed).toBeLessThanOrEqual(5)
  })

  it('are null where there is nothing to shift', () => {
    expect(levelShifts([1, 1, 1, 1, 1, 1, 1, 1])).toBeNull()
    expect(levelShifts([1, 2, 3])).toBeNull()
    expect(supF([2, 2, 2, 2, 2, 2, 2])).toBeNull()
  })
})

describe('the shape of a series', () => {
  const n = 120
  const at = (shape: (t: number) => number, sd: number, seed: number) =>
    noise(n, seededRandom(seed), 0.3).map((error, index) => shape(index / n) + sd * error)

  it.each([
    ['constant', () => 5, 1],
    ['line', (t: number) => 20 * t, 1],
    ['steps', (t: number) => (t < 0.4 ? 0 : t < 0.7 ? 8 : 3), 1],
    ['broken line', (t: number) => (t < 0.5 ? 20 * t : 10 - 24 * (t - 0.5)), 0.7],
    ['exponential', (t: number) => Math.exp(5 * t), 1],
    ['saturating', (t: number) => 30 * (1 - Math.exp(-6 * t)), 0.7],
    ['quadratic', (t: number) => 60 * (t - 0.5) ** 2, 0.7],
  ] as const)('is told: %s', (name, shape, sd) => {
    let right = 0
    for (let seed = 1; seed <= 10; seed++) if (seriesShapes(at(shape, sd, seed))[0]?.name === name) right++
    expect(right).toBeGreaterThanOrEqual(8)
  })

  it('has its bends and steps where they are', () => {
    const broken = changePoints(at((t) => (t < 0.5 ? 20 * t : 10 - 24 * (t - 0.5)), 0.7, 3))
    expect(broken.kind).toBe('slope')
    expect(Math.abs((broken.places[0] ?? 0) - 60)).toBeLessThanOrEqual(5)
    const stepped = changePoints(at((t) => (t < 0.5 ? 0 : 6), 1, 3))
    expect(stepped).toEqual({ kind: 'level', places: [60] })
    expect(changePoints(at((t) => 20 * t, 1, 3))).toEqual({ kind: 'none', places: [] })
    expect(changePoints([1, 2, 3])).toEqual({ kind: 'none', places: [] })
  })

  it('is fitted exactly where there is no noise, and is the same in other units', () => {
    const line = Float64Array.from({ length: 40 }, (_, index) => 3 + 2 * index)
    const [best] = seriesShapes(line)
    expect(best?.name).toBe('line')
    expect(best?.fitted[10]).toBeCloseTo(23, 9)
    const stepped = at((t) => (t < 0.5 ? 0 : 6), 1, 5)
    expect(changePoints(stepped.map((value) => 1000 * value))).toEqual(changePoints(stepped))
  })
})

describe('a change of spread', () => {
  it('is found where it is, with its ratio', () => {
    const values = noise(200, seededRandom(6)).map((value, index) => (index < 90 ? value : 2.5 * value))
    const result = varianceChange(values)
    expect(Math.abs((result?.place ?? 0) - 90)).toBeLessThan(12)
    expect(result?.ratio).toBeGreaterThan(1.8)
    expect(result?.ratio).toBeLessThan(3.4)
    expect(result?.p).toBeLessThan(0.005)
  })

  it('is seldom found in even noise, and an outlier alone makes none', () => {
    const random = seededRandom(9)
    let found = 0
    for (let run = 0; run < 60; run++) {
      if ((varianceChange(noise(80, random), { simulations: 99, seed: run })?.p ?? 1) <= 0.05) found++
    }
    expect(found).toBeLessThanOrEqual(7)
    const spiked = noise(80, seededRandom(9))
    spiked[40] = 50
    expect(varianceChange(spiked)?.p).toBeGreaterThan(0.05)
    expect(varianceChange(new Float64Array(40))).toBeNull()
  })
})

describe('agreement with marked change points', () => {
  it('is full for the marks themselves, and that of the paper for hits, misses and extras', () => {
    expect(agreement({ a: [30], b: [30] }, [30], 100)).toEqual({ f1: 1, covering: 1 })
    // Predicted {0, 34, 70}; marks {0, 30} of a, {0} of b: precision 2/3, recall (1 + 1)/2.
    const result = agreement({ a: [30], b: [] }, [34, 70], 100)
    expect(result.f1).toBeCloseTo(0.8, 12)
    // a: 30·(30/34) + 70·(36/74); b: 36/100 (the longest piece).
    expect(result.covering).toBeCloseTo((0.3 * (30 / 34) + 0.7 * (36 / 70) + 0.36) / 2, 12)
  })
})
