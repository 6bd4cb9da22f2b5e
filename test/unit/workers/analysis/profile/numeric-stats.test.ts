import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numericStats } from '../../../../../src/workers/analysis/profile/numeric-stats.ts'
import { rowSample, sampleSize } from '../../../../../src/workers/analysis/profile/sample.ts'
import { countDistinct } from '../../../../../src/workers/analysis/statistics/count-distinct.ts'
import { exactQuantiles } from '../../../../../src/workers/analysis/statistics/exact-quantiles.ts'
import { quantileOfSorted } from '../../../../../src/workers/analysis/statistics/quantiles.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { holds } from '../../../../support/property.ts'

describe('numericStats', () => {
  it('keeps every digit of a small spread on a large offset (NIST NumAcc4)', () => {
    const values = Float64Array.from({ length: 1001 }, (_, i) => 10_000_000 + (i === 0 ? 0.2 : i % 2 === 1 ? 0.1 : 0.3))
    const stats = numericStats(values)
    expect(stats?.mean).toBe(10_000_000.2)
    expect(stats?.sd).toBeCloseTo(0.1, 8)
    expect(stats?.lag1).toBeCloseTo(-0.999, 8)
  })

  it('leaves out what is missing, and gives null for nothing', () => {
    expect(numericStats(Float64Array.of(Number.NaN, 1, Number.NaN, 3))).toMatchObject({ n: 2, mean: 2, min: 1, max: 3 })
    expect(numericStats(Float64Array.of(Number.NaN))).toBeNull()
  })

  it('stays finite at the ends of the range of doubles', () => {
    const stats = numericStats(Float64Array.of(1e300, 2e300, 3e300, 5e300))
    expect(stats?.mean).toBeCloseTo(2.75e300, -290)
    expect(stats?.sd).toBeGreaterThan(1e300)
    expect(stats?.skewness).toBeCloseTo(0.75, 1)
  })

  it('gives the same shape by blocks as exactly', () => {
    const random = seededRandom(3)
    const long = Float64Array.from({ length: 200_001 }, () => 1e6 + random.uniform() ** 3)
    const exact = numericStats(long.subarray(0, 200_000))
    const blocks = numericStats(long)
    for (const name of ['mean', 'sd', 'skewness', 'kurtosis'] as const) {
      expect(blocks?.[name]).toBeCloseTo(Number(exact?.[name]), 3)
    }
  })
})

describe('numericStats of a long column', () => {
  const random = seededRandom(17)
  const made = (value: () => number) => Float64Array.from({ length: 230_000 }, value)

  it.each([
    ['whole numbers close together', made(() => Math.floor(random.uniform() * 100) - 50)],
    ['one of each', made(() => 0).map((_, row) => row)],
    ['whole numbers far apart', made(() => Math.floor(random.uniform() * 1e12))],
    ['whole numbers with gaps', made(() => (random.uniform() < 0.1 ? Number.NaN : Math.floor(random.uniform() * 9)))],
    ['one value in most rows', made(() => (random.uniform() < 0.9 ? 0 : random.uniform()))],
    ['one value in all rows', made(() => 3)],
  ])('has the quartiles and the different values of %s', (_name, column) => {
    const ascending = column.filter((value) => !Number.isNaN(value)).sort()
    const quartile = (fraction: number) => quantileOfSorted(ascending, fraction)
    expect(numericStats(column)).toMatchObject({
      distinct: new Set(ascending).size,
      q1: quartile(0.25),
      median: quartile(0.5),
      q3: quartile(0.75),
    })
  })
})

describe('exactQuantiles', () => {
  it('are those of the sorted values, heavy tails and ties included', () => {
    const random = seededRandom(11)
    for (const shape of [(u: number) => u, (u: number) => 1 / u, (u: number) => Math.floor(u * 3), () => 7]) {
      const values = Float64Array.from({ length: 9_001 }, () => shape(random.uniform()))
      const ascending = values.slice().sort()
      const [q1, median] = exactQuantiles(values, [0.25, 0.5], ascending[0] ?? 0, ascending.at(-1) ?? 0)
      expect(q1).toBe(ascending[2_250])
      expect(median).toBe(ascending[4_500])
    }
  })
})

describe('countDistinct', () => {
  it('counts different values as a set does', () => {
    holds(
      fc.property(fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -5, max: 5 }))), (values) => {
        expect(countDistinct(Float64Array.from(values))).toBe(new Set(values.map((value) => value + 0)).size)
      }),
    )
  })

  it('counts those of long columns, whole or not, with gaps', () => {
    const random = seededRandom(5)
    const made = (value: () => number) =>
      Float64Array.from({ length: 150_000 }, (_, row) => (row % 7 === 0 ? Number.NaN : value()))
    for (const column of [
      made(() => random.uniform() - 0.5),
      made(() => Math.floor(random.uniform() * 50_000) / 8),
      made(() => Math.floor(random.uniform() * 90_000) - 45_000),
      made(() => 1e15 * Math.floor(random.uniform() * 90_000)),
      made(() => (random.uniform() < 0.8 ? 0.5 : random.uniform())),
    ]) {
      const present = Array.from(column).filter((value) => !Number.isNaN(value))
      expect(countDistinct(column)).toBe(new Set(present).size)
    }
  })
})

describe('rowSample', () => {
  it('is the whole of a short table, and evenly about 100,000 rows of a long one', () => {
    expect(rowSample(500)).toMatchObject({ rows: 500, partial: false })
    const sample = rowSample(1_000_000)
    expect(Math.abs(sample.rows - sampleSize)).toBeLessThan(100)
    const rows = sample.take(Float64Array.from({ length: 1_000_000 }, (_, index) => index))
    for (let tenth = 0; tenth < 10; tenth++) {
      const within = rows.filter((row) => Math.floor(row / 100_000) === tenth).length
      expect(Math.abs(within - sampleSize / 10)).toBeLessThan(20)
    }
  })
})

describe('how evenly numbers counted up from 0 or 1 repeat', () => {
  const repeatsOf = (values: readonly number[]) => numericStats(Float64Array.from(values))?.repeats
  const times = (counts: readonly number[], first = 1): number[] =>
    counts.flatMap((count, index) => new Array<number>(count).fill(first + index))

  it('shares of the numbers with the commonest count, and the rarest against the commonest', () => {
    expect(repeatsOf(times([12, 12, 12, 6]))).toEqual({ alike: 0.75, evenness: 0.5 })
    expect(repeatsOf(times([4, 4], 0))).toEqual({ alike: 1, evenness: 1 })
    expect(repeatsOf(times(new Array<number>(20).fill(2)))).toEqual({ alike: 1, evenness: 1 })
  })

  it('says nothing of amounts: with gaps, from elsewhere, with fractions, or seldom repeated', () => {
    expect(repeatsOf([4, 4, 4, 6, 6, 6, 8, 8, 8])).toBeNull()
    expect(repeatsOf(times([5, 5, 5], 2))).toBeNull()
    expect(repeatsOf([1, 1, 1, 1.5, 2, 2, 2])).toBeNull()
    expect(repeatsOf(times([2, 2, 2]))).toBeNull()
  })
})
