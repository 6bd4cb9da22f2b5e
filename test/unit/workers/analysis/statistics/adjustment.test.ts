/** Changes split into parts, comparisons within strata, clusters and shrinkage: identities, numpy, published tables. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { additiveContributions } from '../../../../../src/workers/analysis/statistics/additive-contributions.ts'
import {
  clusterRobustCorrelation,
  clusterRobustSlope,
} from '../../../../../src/workers/analysis/statistics/cluster-robust.ts'
import { confounding } from '../../../../../src/workers/analysis/statistics/confounding.ts'
import { pearson } from '../../../../../src/workers/analysis/statistics/correlation.ts'
import { intraclassCorrelation } from '../../../../../src/workers/analysis/statistics/intraclass-correlation.ts'
import { moments } from '../../../../../src/workers/analysis/statistics/moments.ts'
import { newcombeInterval } from '../../../../../src/workers/analysis/statistics/newcombe-interval.ts'
import { productDecomposition } from '../../../../../src/workers/analysis/statistics/product-decomposition.ts'
import { rateDecomposition } from '../../../../../src/workers/analysis/statistics/rate-decomposition.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { shrunkenMeans } from '../../../../../src/workers/analysis/statistics/shrunken-means.ts'
import { stratifiedCorrelation } from '../../../../../src/workers/analysis/statistics/stratified-correlation.ts'
import {
  mantelHaenszelDifference,
  stratifiedMeanDifference,
} from '../../../../../src/workers/analysis/statistics/stratified-difference.ts'
import { holds } from '../../../../support/property.ts'

describe('contributions to a change', () => {
  it('add up to it, with parts that come and go', () => {
    const result = additiveContributions([10, 20, 0], [15, 8, 4])
    expect(result).toMatchObject({ before: 30, after: 27, change: -3 })
    expect(result.parts.map(({ change }) => change)).toEqual([5, -12, 4])
    expect(result.parts[1]?.share).toBe(4)
    expect(additiveContributions([0.1, 0.2, 0.3], [0.3, 0.2, 0.1]).parts[0]?.share).toBeNull()
  })

  it('of a rate split into rates and mix without rest, the same backwards', () => {
    const part = fc.record({ weight: fc.integer({ min: 0, max: 50 }), amount: fc.integer({ min: 0, max: 50 }) })
    const period = fc
      .array(part, { minLength: 3, maxLength: 3 })
      .map((parts) => parts.map(({ weight, amount }) => ({ weight, amount: Math.min(weight, amount) })))
    holds(
      fc.property(period, period, (before, after) => {
        const result = rateDecomposition(before, after)
        if (result === null) return
        expect(result.rate + result.mix).toBeCloseTo(result.change, 12)
        const back = rateDecomposition(after, before)
        expect(back?.mix).toBeCloseTo(-result.mix, 12)
      }),
    )
  })

  it('of a rate are all mix when no part changed its own rate, and all rate when no share moved', () => {
    const mix = rateDecomposition(
      [
        { weight: 50, amount: 5 },
        { weight: 50, amount: 25 },
      ],
      [
        { weight: 20, amount: 2 },
        { weight: 80, amount: 40 },
      ],
    )
    expect(mix?.rate).toBe(0)
    expect(mix?.mix).toBeCloseTo(0.12, 12)
    expect(mix?.parts[0]?.mix).toBeGreaterThan(0)
    const rate = rateDecomposition(
      [
        { weight: 50, amount: 5 },
        { weight: 50, amount: 25 },
      ],
      [
        { weight: 100, amount: 20 },
        { weight: 100, amount: 50 },
      ],
    )
    expect(rate?.mix).toBeCloseTo(0, 12)
    expect(rate?.parts.map((part) => part.rate)).toEqual([0.05, 0])
    const entry = rateDecomposition(
      [{ weight: 10, amount: 1 }],
      [
        { weight: 10, amount: 1 },
        { weight: 10, amount: 9 },
      ],
    )
    expect(entry?.rate).toBe(0)
    expect(rateDecomposition([], [{ weight: 1, amount: 1 }])).toBeNull()
  })

  it('of a product are those of its factors', () => {
    const result = productDecomposition({ first: 2, second: 10 }, { first: 3, second: 8 })
    expect(result).toEqual({ change: 4, first: 9, second: -5 })
  })
})

describe('a comparison within strata', () => {
  /** Kidney stones, small and large: successes of open surgery and of puncture (Charig et al. 1986). */
  const stones = (times: number) =>
    [
      [81, 87, 234, 270],
      [192, 263, 55, 80],
    ].map(([a = 0, m = 0, b = 0, n = 0]) => ({
      left: { successes: a * times, n: m * times },
      right: { successes: b * times, n: n * times },
    }))

  it('reverses the difference of the kidney stones', () => {
    const overall = newcombeInterval({ successes: 2730, n: 3500 }, { successes: 2890, n: 3500 })
    const within = mantelHaenszelDifference(stones(10))
    expect(overall?.difference).toBeCloseTo(-0.0457, 4)
    // Weights 87·270/357 and 263·80/343.
    const [first, second] = [(87 * 270) / 357, (263 * 80) / 343]
    const expected = (first * (81 / 87 - 234 / 270) + second * (192 / 263 - 55 / 80)) / (first + second)
    expect(within?.difference).toBeCloseTo(expected, 12)
    if (overall === null || within === null) throw new Error('both exist')
    const effect = (result: { difference: number; low: number; high: number }) => ({
      ...result,
      value: result.difference,
    })
    expect(confounding(effect(overall), effect(within))).toBe('reversed')
    const few = mantelHaenszelDifference(stones(1))
    expect(few === null ? null : confounding(effect(overall), effect(few))).toBe('explained')
  })

  it('has an interval that holds the true difference about 95 times of 100, in many small strata', () => {
    const random = seededRandom(21)
    let held = 0
    for (let run = 0; run < 800; run++) {
      const strata = Array.from({ length: 30 }, (_, index) => {
        const base = 0.1 + (0.6 * index) / 30
        const draw = (n: number, p: number) => {
          let successes = 0
          for (let trial = 0; trial < n; trial++) if (random.uniform() < p) successes++
          return { successes, n }
        }
        return { left: draw(4, base + 0.15), right: draw(6, base) }
      })
      const result = mantelHaenszelDifference(strata)
      if (result !== null && result.low <= 0.15 && result.high >= 0.15) held++
    }
    expect(held / 800).toBeGreaterThan(0.925)
    expect(held / 800).toBeLessThan(0.975)
  })

  it('of means takes away what the strata explain', () => {
    const group = (n: number, mean: number) => ({ n, mean, variance: 4 })
    const strata = [
      { left: group(80, 10), right: group(20, 11) },
      { left: group(20, 0), right: group(80, 1) },
      { left: group(1, 50), right: group(10, 0) },
    ]
    const result = stratifiedMeanDifference(strata)
    expect(result?.difference).toBeCloseTo(-1, 12)
    expect(result?.strata).toBe(2)
    expect(result?.high).toBeLessThan(0)
    expect(stratifiedMeanDifference([])).toBeNull()
  })

  it('of a correlation is the partial one, with its degrees of freedom', () => {
    const x = [1, 2, 3, 4, 11, 12, 13, 15]
    const y = [4, 3, 3.5, 1, 9, 8, 8.5, 6]
    const result = stratifiedCorrelation(x, y, [0, 0, 0, 0, 1, 1, 1, 1])
    expect(result?.r).toBeCloseTo(-0.8686457589520911, 10)
    expect(result?.p).toBeCloseTo(0.011176310126983096, 10)
    expect(pearson(x, y)?.r).toBeGreaterThan(0.7)
    expect(stratifiedCorrelation(x, y, [0, 1, 2, 3, 4, 5, 6, 7])).toBeNull()
  })

  it('is called by what is left', () => {
    const effect = (value: number, margin: number) => ({ value, low: value - margin, high: value + margin })
    expect(confounding(effect(2, 0.5), effect(1.8, 0.5))).toBe('held')
    expect(confounding(effect(2, 0.5), effect(0.8, 0.5))).toBe('attenuated')
    expect(confounding(effect(2, 0.5), effect(0.3, 0.5))).toBe('explained')
    expect(confounding(effect(2, 0.5), effect(-1, 0.5))).toBe('reversed')
    expect(confounding(effect(2, 0.5), effect(4.5, 0.5))).toBe('strengthened')
  })
})

describe('clusters', () => {
  const x = [0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1]
  const y = [1, 2, 2.5, 4, 5, 4.5, 3, 2, 6, 4, 1.5, 5.5]
  const clusters = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4]

  it('give the standard error of the sandwich worked out by matrices', () => {
    const result = clusterRobustSlope(x, y, clusters)
    expect(result?.estimate).toBeCloseTo(2.833333333333333, 10)
    expect(result?.standardError).toBeCloseTo(0.3770519989027285, 10)
    expect(result?.p).toBeCloseTo(0.0016786300407989063, 10)
    expect(result?.low).toBeCloseTo(1.7864691565748088, 8)
    expect(clusterRobustSlope(x, y, new Uint8Array(12))).toBeNull()
  })

  it('held apart, do not make noise of repeated rows a finding', () => {
    const random = seededRandom(17)
    let small = 0
    let smallNaive = 0
    for (let run = 0; run < 300; run++) {
      const rows = 30 * 10
      const of = Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / 10))
      const own = Float64Array.from({ length: 30 }, () => random.normal())
      const other = Float64Array.from({ length: 30 }, () => random.normal())
      const left = Float64Array.from(of, (cluster) => own[cluster] ?? 0)
      const right = Float64Array.from(of, (cluster) => (other[cluster] ?? 0) + 0.3 * random.normal())
      if ((clusterRobustCorrelation(left, right, of)?.p ?? 1) <= 0.05) small++
      if ((pearson(left, right)?.p ?? 1) <= 0.05) smallNaive++
    }
    expect(small / 300).toBeLessThan(0.1)
    expect(smallNaive / 300).toBeGreaterThan(0.4)
  })

  it('have the ICC of Shrout and Fleiss (1979)', () => {
    const subjects = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    const likenessOf = (clusters: readonly (readonly number[])[], offset = 0) =>
      intraclassCorrelation(
        clusters.flat().map((value) => value + offset),
        Int32Array.from(clusters.flatMap((cluster, index) => cluster.map(() => index))),
      )
    const result = likenessOf(subjects)
    expect(result?.icc).toBeCloseTo(0.17, 2)
    expect(result?.designEffect).toBeCloseTo(1 + 3 * (result?.icc ?? 0), 12)
    expect(likenessOf(subjects, 1e9)?.icc).toBeCloseTo(result?.icc ?? 0, 12)
    const equal = likenessOf([
      [1, 1],
      [2, 2],
      [5, 5],
    ])
    expect(equal).toMatchObject({ icc: 1, designEffect: 2, effectiveN: 3 })
    expect(likenessOf([[1], [2]])).toBeNull()
    // Rows without a value or a cluster are left out, and with a step those between.
    const values = subjects.flatMap((own) => own.flatMap((value) => [value, 1_000, Number.NaN]))
    const clusters = Int32Array.from(values, (value, row) => (value === 1_000 ? -1 : Math.floor(row / 12)))
    expect(intraclassCorrelation(values, clusters)).toEqual(result)
    expect(intraclassCorrelation(values, clusters, 3)).toEqual(result)
  })
})

describe('shrunken means', () => {
  it('draw small groups in more than large ones, and all the way where groups do not differ', () => {
    const result = shrunkenMeans([
      { n: 200, mean: 12, variance: 9 },
      { n: 3, mean: 16, variance: 9 },
      { n: 200, mean: 8, variance: 9 },
      { n: 150, mean: 10, variance: 9 },
    ])
    expect(result?.kept[0]).toBeGreaterThan(0.95)
    expect(result?.kept[1]).toBeLessThan(0.9)
    expect(result?.means[1]).toBeLessThan(16)
    const alike = shrunkenMeans([
      { n: 50, mean: 10, variance: 9 },
      { n: 50, mean: 10.1, variance: 9 },
      { n: 50, mean: 9.9, variance: 9 },
    ])
    expect(alike?.between).toBe(0)
    for (const mean of alike?.means ?? []) expect(mean).toBeCloseTo(10, 12)
    expect(shrunkenMeans([])).toBeNull()
  })

  it('are nearer to the truth than the plain ones', () => {
    const random = seededRandom(40)
    let plainError = 0
    let shrunkenError = 0
    for (let run = 0; run < 40; run++) {
      const truths = Array.from({ length: 20 }, () => random.normal())
      const groups = truths.map((truth) => {
        const n = 3 + random.integer(15)
        const values = Float64Array.from({ length: n }, () => truth + 3 * random.normal())
        const { mean, variance } = moments(values) ?? { mean: 0, variance: 0 }
        return { n, mean, variance }
      })
      const shrunken = shrunkenMeans(groups)
      truths.forEach((truth, index) => {
        plainError += ((groups[index]?.mean ?? 0) - truth) ** 2
        shrunkenError += ((shrunken?.means[index] ?? 0) - truth) ** 2
      })
    }
    expect(shrunkenError).toBeLessThan(0.7 * plainError)
  })
})
