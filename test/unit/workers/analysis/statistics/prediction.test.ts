/** Key drivers, subgroups, common patterns, co-movement, digits and clusters, by planted truths and by noise. */
import { describe, expect, it } from 'vitest'
import { autoregressiveFilter } from '../../../../../src/workers/analysis/statistics/autoregressive-filter.ts'
import { benford } from '../../../../../src/workers/analysis/statistics/benford.ts'
import { fitBoostedTrees, predictBoostedTrees } from '../../../../../src/workers/analysis/statistics/boosted-trees.ts'
import { coMovement } from '../../../../../src/workers/analysis/statistics/co-movement.ts'
import { commonPattern } from '../../../../../src/workers/analysis/statistics/common-pattern.ts'
import { gaussianClusters } from '../../../../../src/workers/analysis/statistics/gaussian-clusters.ts'
import { keyDrivers } from '../../../../../src/workers/analysis/statistics/key-drivers.ts'
import { lastDigitHeaping } from '../../../../../src/workers/analysis/statistics/last-digit-heaping.ts'
import { type SeededRandom, seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { subgroupSearch } from '../../../../../src/workers/analysis/statistics/subgroup-search.ts'

const binned = (n: number, bins: number, random: SeededRandom) =>
  Uint8Array.from({ length: n }, () => random.integer(bins))
const halves = (n: number, random: SeededRandom) => Uint8Array.from({ length: n }, () => random.integer(2))
const autoregressive = (n: number, weight: number, random: SeededRandom) => {
  let previous = 0
  return Float64Array.from({ length: n }, () => {
    previous = weight * previous + random.normal()
    return previous
  })
}

describe('boosted trees', () => {
  it('learn a step exactly, and are the same for the same seed', () => {
    const random = seededRandom(1)
    const column = binned(400, 10, random)
    const target = Float64Array.from(column, (bin) => (bin < 5 ? 1 : 9))
    const rows = Uint32Array.from({ length: 400 }, (_, row) => row)
    const options = { loss: 'squared', rounds: 120 } as const
    const model = fitBoostedTrees([column], target, rows, options)
    const low = predictBoostedTrees(model, [Uint8Array.of(2)], 0)
    const high = predictBoostedTrees(model, [Uint8Array.of(7)], 0)
    expect(low).toBeCloseTo(1, 1)
    expect(high).toBeCloseTo(9, 1)
    expect(predictBoostedTrees(fitBoostedTrees([column], target, rows, options), [Uint8Array.of(2)], 0)).toBe(low)
  })

  it('give probabilities for yes and no', () => {
    const random = seededRandom(2)
    const column = binned(4000, 4, random)
    const target = Float64Array.from(column, (bin) => Number(random.uniform() < 0.1 + 0.2 * bin))
    const rows = Uint32Array.from({ length: 4000 }, (_, row) => row)
    const model = fitBoostedTrees([column], target, rows, { loss: 'logistic' })
    for (const bin of [0, 1, 2, 3]) {
      expect(Math.abs(predictBoostedTrees(model, [Uint8Array.of(bin)], 0) - (0.1 + 0.2 * bin))).toBeLessThan(0.05)
    }
  })
})

describe('key drivers', () => {
  it('are the columns that were planted, also where they only work together', () => {
    const random = seededRandom(3)
    const n = 3000
    const columns = Array.from({ length: 6 }, () => binned(n, 12, random))
    const at = (column: number, row: number) => columns[column]?.[row] ?? 0
    const target = Float64Array.from({ length: n }, (_, row) => {
      const together = at(2, row) > 5 === at(3, row) > 5 ? 2 : 0
      return 0.4 * at(0, row) + together + 1.5 * random.normal()
    })
    const result = keyDrivers(columns, target, halves(n, random), 'squared')
    expect(result?.explained).toBeGreaterThan(0.35)
    expect(result?.p).toBeLessThan(1e-10)
    expect(result?.drivers[0]?.column).toBe(0)
    expect(
      result?.drivers
        .slice(0, 3)
        .map(({ column }) => column)
        .sort(),
    ).toEqual([0, 2, 3])
    for (const driver of result?.drivers.slice(0, 3) ?? []) expect(driver.aboveShadows).toBe(true)
    for (const driver of result?.drivers.slice(3) ?? []) expect(driver.importance).toBeLessThan(0.02)
  })

  it('are none in noise', () => {
    const random = seededRandom(4)
    let sure = 0
    for (let run = 0; run < 20; run++) {
      const columns = Array.from({ length: 4 }, () => binned(400, 8, random))
      const target = Float64Array.from({ length: 400 }, () => Number(random.uniform() < 0.4))
      if ((keyDrivers(columns, target, halves(400, random), 'logistic', run)?.p ?? 1) <= 0.05) sure++
    }
    expect(sure).toBeLessThanOrEqual(2)
    expect(keyDrivers([], [1, 2, 3], [1, 0, 1], 'squared')).toBeNull()
  })
})

describe('a search for groups', () => {
  it('finds the pair of conditions that was planted, and confirms it', () => {
    const random = seededRandom(5)
    const n = 4000
    const columns = Array.from({ length: 5 }, () => binned(n, 4, random))
    const outcome = Float64Array.from({ length: n }, (_, row) => {
      const inGroup = columns[1]?.[row] === 2 && columns[3]?.[row] === 0
      return (inGroup ? 1.5 : 0) + random.normal()
    })
    const { subgroups, tried } = subgroupSearch(columns, outcome, halves(n, random))
    expect(subgroups[0]?.conditions).toEqual(
      expect.arrayContaining([
        { column: 1, code: 2 },
        { column: 3, code: 0 },
      ]),
    )
    expect(subgroups[0]?.confirmed.p).toBeLessThan(1e-10)
    expect((subgroups[0]?.confirmed.mean ?? 0) - (subgroups[0]?.confirmed.rest ?? 0)).toBeCloseTo(1.5, 0)
    expect(tried).toBeGreaterThan(20)
  })

  it('confirms next to nothing in noise, though it finds the best of many', () => {
    const random = seededRandom(6)
    let found = 0
    let confirmed = 0
    for (let run = 0; run < 60; run++) {
      const columns = Array.from({ length: 5 }, () => binned(600, 4, random))
      const outcome = Float64Array.from({ length: 600 }, () => random.normal())
      const [best] = subgroupSearch(columns, outcome, halves(600, random), { leastRows: 10 }).subgroups
      if ((best?.found.p ?? 1) <= 0.05) found++
      if ((best?.confirmed.p ?? 1) <= 0.05) confirmed++
    }
    // The best of twenty conditions alone would be below .05 in 1 − .95²⁰ = 64 of 100, that of all pairs oftener.
    expect(found).toBeGreaterThan(25)
    expect(confirmed).toBeLessThanOrEqual(8)
  })
})

describe('a common pattern', () => {
  const siblings = (patterns: readonly (string | null)[]) =>
    patterns.map((pattern, index) => ({ name: `s${index}`, pattern, weight: index }))

  it('is what more than half show, with the exceptions named, those with a pattern of their own first', () => {
    const result = commonPattern(siblings(['up', null, 'up', 'down', 'up', 'down', 'up', 'up']))
    expect(result).toMatchObject({ pattern: 'up', share: 5 / 8, members: ['s0', 's2', 's4', 's6', 's7'] })
    expect(result?.exceptions.map(({ name }) => name)).toEqual(['s5', 's3', 's1'])
    expect(commonPattern(siblings(['up', 'up', 'up', 'up']))?.conciseness).toBe(1)
  })

  it('is none at one half, or where most show nothing, or of three', () => {
    expect(commonPattern(siblings(['up', 'up', 'down', 'down']))).toBeNull()
    expect(commonPattern(siblings(['up', null, null, null, null]))).toBeNull()
    expect(commonPattern(siblings(['up', 'up', 'up']))).toBeNull()
  })
})

describe('two series', () => {
  it('lose their own memory in the filter', () => {
    const filter = autoregressiveFilter(autoregressive(2000, 0.7, seededRandom(7)))
    expect(filter?.coefficients[0]).toBeCloseTo(0.7, 1)
    const innovations = filter?.innovations ?? new Float64Array()
    expect(innovations.reduce((sum, value) => sum + value * value, 0) / innovations.length).toBeCloseTo(1, 0.7)
    expect(autoregressiveFilter(new Float64Array(50))).toBeNull()
  })

  it('that follow each other are told to, with the lag', () => {
    const random = seededRandom(8)
    const first = autoregressive(120, 0.6, random)
    const second = first.map((_, index) => (first[index - 2] ?? 0) + 0.7 * random.normal())
    const result = coMovement(first, second)
    expect(result?.lag).toBe(2)
    expect(result?.correlation).toBeGreaterThan(0.5)
    expect(result?.p).toBe(0.001)
    expect(coMovement(second, first)?.lag).toBe(-2)
  })

  it('with long memory but nothing in common are seldom told to move together', () => {
    const random = seededRandom(9)
    let told = 0
    for (let run = 0; run < 150; run++) {
      const result = coMovement(autoregressive(60, 0.9, random), autoregressive(60, 0.9, random), {
        simulations: 199,
        seed: run,
      })
      if ((result?.p ?? 1) <= 0.05) told++
    }
    expect(told / 150).toBeLessThan(0.1)
  })
})

describe('digits', () => {
  it('of powers of two follow Benford, those of even numbers do not', () => {
    const powers = Float64Array.from({ length: 1000 }, (_, index) => 2 ** index)
    const result = benford(powers)
    expect(result?.shares[0]).toBe(0.301)
    expect(result?.meanDeviation).toBeLessThan(0.001)
    expect(result?.p).toBeGreaterThan(0.99)
    const even = benford(Float64Array.from({ length: 9000 }, (_, index) => -(1000 + index)))
    expect(even?.shares[0]).toBeCloseTo(1 / 9, 12)
    expect(even?.meanDeviation).toBeGreaterThan(0.05)
    expect(benford([0, 0])).toBeNull()
  })

  it('that are rounded by people pile up, those that are not do not', () => {
    const random = seededRandom(10)
    const ages = Float64Array.from({ length: 2000 }, () => 20 + random.integer(60))
    expect(lastDigitHeaping(ages, 0)?.w).toBeLessThan(0.1)
    const rounded = ages.map((age) => (random.uniform() < 0.3 ? Math.round(age / 10) * 10 : age))
    expect(lastDigitHeaping(rounded, 0)).toMatchObject({ digit: 0 })
    expect(lastDigitHeaping(rounded, 0)?.w).toBeGreaterThan(0.5)
    expect(lastDigitHeaping([0.15, 2.35, 1.25], 2)?.counts[5]).toBe(3)
    expect(lastDigitHeaping([], 0)).toBeNull()
  })
})

describe('clusters of several measures', () => {
  it('are as many as were made, with a gap between', () => {
    const random = seededRandom(11)
    const centers = [
      [0, 0],
      [6, 0],
      [0, 6],
    ]
    const truth = Uint8Array.from({ length: 600 }, () => random.integer(3))
    const measures = [0, 1].map((axis) =>
      Float64Array.from(truth, (cluster) => ((centers[cluster]?.[axis] ?? 0) + random.normal()) / 3),
    )
    const result = gaussianClusters(measures)
    expect(result?.clusters).toHaveLength(3)
    const pairs = new Set(Array.from(truth, (cluster, row) => `${cluster} ${result?.labels[row]}`))
    expect(pairs.size).toBeLessThanOrEqual(5)
  })

  it('are one in a single heap', () => {
    const random = seededRandom(12)
    const heap = [0, 1].map(() => Float64Array.from({ length: 500 }, () => random.normal()))
    expect(gaussianClusters(heap)?.clusters).toHaveLength(1)
    expect(gaussianClusters([])).toBeNull()
  })
})
