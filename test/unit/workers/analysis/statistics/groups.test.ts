/** Tests between groups against scipy 1.17 on one small set. */
import { describe, expect, it } from 'vitest'
import { brownForsythe } from '../../../../../src/workers/analysis/statistics/brown-forsythe.ts'
import { hedgesG } from '../../../../../src/workers/analysis/statistics/hedges-g.ts'
import { kruskalWallis } from '../../../../../src/workers/analysis/statistics/kruskal-wallis.ts'
import { moments } from '../../../../../src/workers/analysis/statistics/moments.ts'
import { oneWayAnova } from '../../../../../src/workers/analysis/statistics/one-way-anova.ts'
import { welchAnova } from '../../../../../src/workers/analysis/statistics/welch-anova.ts'

const groups = [
  [6.9, 5.4, 5.8, 4.6, 4.0],
  [8.3, 6.8, 7.8, 9.2, 6.5],
  [8.0, 10.5, 8.1, 6.9, 9.3],
  [5.8, 3.8, 6.1, 5.6, 6.2],
]
const summaries = groups.map((group) => {
  const { n, mean, variance } = moments(group) ?? { n: 0, mean: 0, variance: 0 }
  return { n, mean, variance }
})

describe('tests between groups', () => {
  it('the one-way analysis of variance is that of scipy', () => {
    const result = oneWayAnova(groups)
    expect(result?.statistic).toBeCloseTo(9.723839939883526, 12)
    expect(result?.p).toBeCloseTo(0.0006844538653704729, 15)
    expect([result?.df1, result?.df2]).toEqual([3, 16])
  })

  it("Welch's analysis of variance is that of scipy, from summaries alone", () => {
    const result = welchAnova(summaries)
    expect(result?.statistic).toBeCloseTo(8.072769411941719, 12)
    expect(result?.p).toBeCloseTo(0.006672377178986616, 14)
    expect(result?.omegaSquared).toBeCloseTo((3 * (8.072769411941719 - 1)) / (3 * (8.072769411941719 - 1) + 20), 12)
  })

  it("Welch's statistic does not change when everything is moved by a billion", () => {
    const moved = welchAnova(summaries.map((group) => ({ ...group, mean: group.mean + 2 ** 30 })))
    expect(moved?.statistic).toBeCloseTo(welchAnova(summaries)?.statistic ?? 0, 5)
  })

  it('Kruskal–Wallis is that of scipy, with and without ties', () => {
    expect(kruskalWallis(groups)?.statistic).toBeCloseTo(13.365813253012057, 12)
    expect(kruskalWallis(groups)?.p).toBeCloseTo(0.003908736456275594, 14)
    const tied = kruskalWallis([
      [1, 2, 2, 3, 5],
      [2, 3, 3, 4, 6, 7],
    ])
    expect(tied?.statistic).toBeCloseTo(2.2138364779874284, 12)
    expect(tied?.p).toBeCloseTo(0.13677814802772717, 13)
  })

  it('Brown–Forsythe is that of scipy', () => {
    expect(brownForsythe(groups)?.statistic).toBeCloseTo(0.23272829604615164, 12)
    expect(brownForsythe(groups)?.p).toBeCloseTo(0.8722340931312034, 12)
  })

  it("Hedges' g of two groups a standard deviation apart is 1 less the small-sample correction", () => {
    const result = hedgesG({ n: 10, mean: 2, variance: 4 }, { n: 10, mean: 0, variance: 4 })
    expect(result?.g).toBeCloseTo(1 - 3 / 71, 14)
    expect(result?.low).toBeLessThan(0.1)
    expect(result?.high).toBeGreaterThan(1.8)
  })

  it('nothing to compare is null, not a number', () => {
    expect(oneWayAnova([])).toBeNull()
    expect(oneWayAnova([[1, 2], []])).toBeNull()
    expect(oneWayAnova([[1], [2]])).toBeNull()
    expect(
      oneWayAnova([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull()
    expect(
      welchAnova([
        { n: 5, mean: 1, variance: 1 },
        { n: 1, mean: 9, variance: 0 },
      ]),
    ).toBeNull()
    expect(kruskalWallis([[3, 3], [3]])).toBeNull()
    expect(brownForsythe([])).toBeNull()
    expect(hedgesG({ n: 1, mean: 0, variance: 0 }, { n: 9, mean: 0, variance: 1 })).toBeNull()
  })
})
