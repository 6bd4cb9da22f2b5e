/** Proportions and tables of counts against scipy, R and Newcombe's published examples. */
import { describe, expect, it } from 'vitest'
import { chiSquareUpperP } from '../../../../../src/workers/analysis/statistics/chi-square-distribution.ts'
import {
  leastExpectedCount,
  marginsOf,
  poolRareCategories,
} from '../../../../../src/workers/analysis/statistics/contingency-table.ts'
import { fisherExactP } from '../../../../../src/workers/analysis/statistics/fisher-exact-test.ts'
import { monteCarloAssociation } from '../../../../../src/workers/analysis/statistics/monte-carlo-association.ts'
import { newcombeInterval } from '../../../../../src/workers/analysis/statistics/newcombe-interval.ts'
import { proportionRatio } from '../../../../../src/workers/analysis/statistics/proportion-ratio.ts'
import { randomContingencyTables } from '../../../../../src/workers/analysis/statistics/random-contingency-table.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { twoProportionTest } from '../../../../../src/workers/analysis/statistics/two-proportion-test.ts'
import { type Proportion, wilsonInterval } from '../../../../../src/workers/analysis/statistics/wilson-interval.ts'

const share = (successes: number, n: number): Proportion => ({ successes, n })

describe('one proportion', () => {
  it('has the Wilson limits of scipy', () => {
    expect(wilsonInterval(share(7, 10))?.low).toBeCloseTo(0.39677814746114526, 13)
    expect(wilsonInterval(share(7, 10))?.high).toBeCloseTo(0.892208732593699, 13)
    expect(wilsonInterval(share(640, 1000), 0.99)?.low).toBeCloseTo(0.6000970382806441, 13)
    expect(wilsonInterval(share(0, 10))?.low).toBe(0)
    expect(wilsonInterval(share(0, 10))?.high).toBeCloseTo(0.27753279986288926, 13)
    expect(wilsonInterval(share(10, 10))?.high).toBe(1)
  })

  it('of nothing, or of more than there are, has none', () => {
    expect(wilsonInterval(share(0, 0))).toBeNull()
    expect(wilsonInterval(share(11, 10))).toBeNull()
  })
})

describe('two proportions', () => {
  it.each([
    [share(56, 70), share(48, 80), 0.0524, 0.3339],
    [share(9, 10), share(3, 10), 0.1705, 0.809],
    [share(6, 7), share(2, 7), 0.0582, 0.8062],
    [share(5, 56), share(0, 29), -0.0381, 0.1926],
    [share(0, 10), share(0, 20), -0.1611, 0.2775],
    [share(10, 10), share(0, 20), 0.6791, 1],
  ])('differ by as much as in table II of Newcombe (1998): %o, %o', (left, right, low, high) => {
    const result = newcombeInterval(left, right)
    expect(result?.low).toBeCloseTo(low, 4)
    expect(result?.high).toBeCloseTo(high, 4)
  })

  it('swapped, have the inverse ratio and limits', () => {
    for (const [left, right] of [
      [share(30, 80), share(20, 90)],
      [share(3, 8), share(1, 90)],
      [share(79, 80), share(89, 90)],
    ] as const) {
      const there = proportionRatio(left, right)
      const back = proportionRatio(right, left)
      expect(there?.ratio).toBeCloseTo(1 / (back?.ratio ?? 0), 10)
      expect(there?.low).toBeCloseTo(1 / (back?.high ?? 0), 8)
      expect(there?.high).toBeCloseTo(1 / (back?.low ?? 0), 8)
    }
  })

  it('have ratio limits that solve the equation they come from', () => {
    // At its lower limit R, the difference p₁ − R·p₂ has a hybrid score interval that just touches 0.
    const [left, right] = [share(30, 80), share(20, 90)]
    const low = proportionRatio(left, right)?.low ?? 0
    const [wilsonLeft, wilsonRight] = [wilsonInterval(left), wilsonInterval(right)]
    const reach = Math.hypot(30 / 80 - (wilsonLeft?.low ?? 0), low * ((wilsonRight?.high ?? 0) - 20 / 90))
    expect(30 / 80 - low * (20 / 90)).toBeCloseTo(reach, 12)
  })

  it('have a ratio without upper limit where the right count is 0, and none where both are', () => {
    const result = proportionRatio(share(5, 10), share(0, 10))
    expect(result?.ratio).toBe(Number.POSITIVE_INFINITY)
    expect(result?.high).toBe(Number.POSITIVE_INFINITY)
    expect(result?.low).toBeGreaterThan(1)
    expect(proportionRatio(share(0, 10), share(5, 10))).toMatchObject({ ratio: 0, low: 0 })
    expect(proportionRatio(share(0, 10), share(0, 10))).toBeNull()
  })

  it('have limits that hold the true difference and ratio about 95 times of 100, also with small counts', () => {
    const random = seededRandom(5)
    const draw = (p: number, n: number) => {
      let successes = 0
      for (let trial = 0; trial < n; trial++) if (random.uniform() < p) successes++
      return share(successes, n)
    }
    let differences = 0
    let ratios = 0
    for (let run = 0; run < 3000; run++) {
      const [left, right] = [draw(0.3, 25), draw(0.15, 40)]
      const difference = newcombeInterval(left, right)
      const ratio = proportionRatio(left, right)
      if (difference !== null && difference.low <= 0.15 && difference.high >= 0.15) differences++
      if (ratio !== null && ratio.low <= 2 && ratio.high >= 2) ratios++
    }
    expect(differences / 3000).toBeGreaterThan(0.935)
    expect(differences / 3000).toBeLessThan(0.975)
    expect(ratios / 3000).toBeGreaterThan(0.935)
    expect(ratios / 3000).toBeLessThan(0.975)
  })

  it('are tested by score, or exactly where counts are small', () => {
    const score = twoProportionTest(share(56, 70), share(48, 80))
    expect(score?.method).toBe('score')
    expect((score?.z ?? 0) ** 2).toBeCloseTo(7.023411371237456, 11)
    expect(score?.p).toBeCloseTo(0.008045081368196585, 13)
    expect(twoProportionTest(share(0, 200), share(6, 306))).toMatchObject({ method: 'exact' })
    expect(twoProportionTest(share(0, 200), share(6, 306))?.p).toBeCloseTo(0.08589688724809022, 11)
    expect(twoProportionTest(share(0, 5), share(0, 5))).toEqual({ method: 'exact', z: 0, p: 1 })
    expect(twoProportionTest(share(0, 0), share(0, 5))).toBeNull()
  })
})

describe("Fisher's exact test", () => {
  it.each([
    [[3, 1, 1, 3], 0.48571428571428565],
    [[10, 2, 3, 15], 0.0005367241191434357],
    [[1, 9, 11, 3], 0.0027594561852200836],
    [[0, 200, 6, 300], 0.08589688724809022],
  ] as const)('of %o is that of scipy', ([a, b, c, d], p) => {
    expect(fisherExactP(a, b, c, d)).toBeCloseTo(p, 12)
  })

  it('does not overflow with large counts and agrees with the chi-square test there', () => {
    const exact = fisherExactP(50_200, 49_800, 49_800, 50_200)
    const z = twoProportionTest(share(50_200, 100_000), share(49_800, 100_000))
    expect(exact).toBeCloseTo(z?.p ?? 0, 2)
  })
})

describe('rare categories', () => {
  const table = [
    [40, 30, 1],
    [30, 50, 0],
    [2, 1, 0],
    [1, 2, 1],
  ]

  it('are pooled until each cell expects enough, and no row is lost', () => {
    const pooled = poolRareCategories(table, 3)
    expect(leastExpectedCount(pooled.table)).toBeGreaterThanOrEqual(3)
    expect(marginsOf(pooled.table).n).toBe(marginsOf(table).n)
    expect(pooled.lines.flat().sort()).toEqual([0, 1, 2, 3])
    expect(pooled.columns.flat().sort()).toEqual([0, 1, 2])
    expect(pooled.lines).toEqual([[0], [1], [2, 3]])
    expect(pooled.columns).toEqual([[1], [0, 2]])
  })

  it('stay as they are where none is rare, and two of each are always left', () => {
    expect(
      poolRareCategories(
        [
          [10, 20],
          [30, 5],
        ],
        5,
      ).lines,
    ).toEqual([[0], [1]])
    const tiny = poolRareCategories(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      5,
    )
    expect(tiny.table.length).toBe(2)
    expect(tiny.table[0]?.length).toBe(2)
  })
})

describe('random tables', () => {
  it('have the margins asked for, and cells as often as the hypergeometric has them', () => {
    const margins = { lines: Float64Array.of(4, 6), columns: Float64Array.of(3, 7), n: 10 }
    const draw = randomContingencyTables(margins, seededRandom(1))
    const counts = [0, 0, 0, 0]
    for (let run = 0; run < 20_000; run++) {
      const cells = draw()
      const first = cells[0] ?? 0
      expect(first + (cells[1] ?? 0)).toBe(4)
      expect(first + (cells[2] ?? 0)).toBe(3)
      expect((cells[2] ?? 0) + (cells[3] ?? 0)).toBe(6)
      counts[first] = (counts[first] ?? 0) + 1
    }
    // C(3, x)·C(7, 4 − x) / C(10, 4)
    for (const [value, ways] of [35, 105, 63, 7].entries())
      expect((counts[value] ?? 0) / 20_000).toBeCloseTo(ways / 210, 1.9)
  })
})

describe('association by random tables', () => {
  it('has the p of scipy for a small table', () => {
    const result = monteCarloAssociation(
      [
        [2, 0, 3, 1],
        [0, 4, 1, 1],
        [5, 1, 0, 0],
      ],
      19_999,
    )
    expect(result?.statistic).toBeCloseTo(15.12857142857143, 12)
    // 0.00864 by 200,000 permutations.
    expect(result?.p).toBeGreaterThan(0.0055)
    expect(result?.p).toBeLessThan(0.013)
  })

  it('agrees with the chi-square distribution where counts are large, in a table of 100,000 rows', () => {
    const table = [
      [20_300, 29_700],
      [19_900, 30_100],
    ]
    const result = monteCarloAssociation(table, 4999)
    expect(result?.p).toBeGreaterThan(chiSquareUpperP(result?.statistic ?? 0, 1) - 0.012)
    expect(result?.p).toBeLessThan(chiSquareUpperP(result?.statistic ?? 0, 1) + 0.012)
  })

  it('leaves out empty categories, stops early on what is plainly nothing, and is the same for the same seed', () => {
    const table = [
      [10, 9, 0],
      [9, 10, 0],
      [0, 0, 0],
    ]
    const result = monteCarloAssociation(table)
    expect(result?.p).toBeGreaterThan(0.5)
    expect(result?.simulations).toBeLessThan(100)
    expect(monteCarloAssociation(table)).toEqual(result)
    expect(
      monteCarloAssociation([
        [4, 0],
        [3, 0],
      ]),
    ).toBeNull()
  })
})
