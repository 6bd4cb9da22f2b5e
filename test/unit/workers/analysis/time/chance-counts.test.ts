/** Counts and sums by period against rows that fall into periods at random. */
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { chanceOfCounts } from '../../../../../src/workers/analysis/time/chance-counts.ts'

function fallen(rows: number, periods: number, seed: number) {
  const random = seededRandom(seed)
  const counts = new Float64Array(periods)
  const sums = new Float64Array(periods)
  for (let row = 0; row < rows; row++) {
    const period = random.integer(periods)
    counts[period] = (counts[period] ?? 0) + 1
    sums[period] = (sums[period] ?? 0) + 50 + 20 * random.normal()
  }
  return { counts, sums }
}

describe('counts by period', () => {
  it('of rows that fall into periods at random are what chance makes of them, and so are their sums', () => {
    const chances = Array.from({ length: 40 }, (_, seed) => {
      const { counts, sums } = fallen(1500, 65, seed)
      return [chanceOfCounts(counts, 1500), chanceOfCounts(sums, 1500, { mean: 50, sd: 20 })]
    }).flat()
    expect(chances.filter((p) => p < 0.001)).toHaveLength(0)
    expect(chances.filter((p) => p < 0.1).length).toBeLessThan(20)
  })

  it('of a year with a season are not', () => {
    const { counts } = fallen(1500, 60, 1)
    const seasonal = counts.map((count, index) => count * (1 + 0.5 * Math.sin(index / 5)))
    expect(chanceOfCounts(seasonal, 1500)).toBeLessThan(1e-6)
  })

  it('of one period, or of none, say nothing', () => {
    expect(chanceOfCounts([5], 5)).toBe(1)
    expect(chanceOfCounts([], 0)).toBe(1)
  })
})
