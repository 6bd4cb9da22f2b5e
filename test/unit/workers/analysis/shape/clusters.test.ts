/** Clusters of rows: as many as there are gaps between, whatever the form of each. */
import { describe, expect, it } from 'vitest'
import { rowClusters } from '../../../../../src/workers/analysis/shape/clusters.ts'
import { type SeededRandom, seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'

const centres = [
  [0, 0],
  [8, 0],
  [0, 8],
] as const
const standardLognormal = (random: SeededRandom): number =>
  (Math.exp(random.normal()) - Math.exp(0.5)) / Math.sqrt((Math.E - 1) * Math.E)

/** Two measures of rows that lie about the first `count` centres in turn. */
function about(count: number, around: (random: SeededRandom) => number, seed: number, rows = 1_200): Float64Array[] {
  const random = seededRandom(seed)
  return [0, 1].map((axis) =>
    Float64Array.from({ length: rows }, (_, row) => (centres[row % count]?.[axis] ?? 0) + around(random)),
  )
}

describe('clusters of rows', () => {
  it('that are normal are told with their shares and centres', () => {
    const found = rowClusters(about(3, (random) => random.normal(), 1))
    expect(found?.clusters.map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3])
    expect(found?.separating).toBe(2)
    expect(found?.p).toBeLessThan(1e-6)
  })

  it('that are skewed are one each, and no row of a tail is counted elsewhere', () => {
    const found = [1, 2, 3, 4, 5, 6].map((seed) => rowClusters(about(3, standardLognormal, seed)))
    const threes = found.filter((one) => one?.clusters.length === 3)
    expect(threes.length).toBeGreaterThanOrEqual(5)
    for (const { clusters, p, separating } of threes.filter((one) => one !== null)) {
      expect(p).toBeLessThan(1e-6)
      expect(separating).toBe(2)
      for (const { share } of clusters) expect(Math.abs(share - 1 / 3)).toBeLessThan(0.02)
      for (const centre of centres) {
        const near = clusters.filter(({ means }) =>
          means.every((mean, axis) => Math.abs(mean - (centre[axis] ?? 0)) < 0.4),
        )
        expect(near).toHaveLength(1)
      }
    }
  })

  it('are none in one heap, be it normal, skewed, or curved', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      expect(rowClusters(about(1, (random) => random.normal(), seed))).toBeNull()
      expect(rowClusters(about(1, standardLognormal, seed))).toBeNull()
      const random = seededRandom(seed)
      const along = Float64Array.from({ length: 1_200 }, () => 3 * random.uniform())
      const curve = [along.map(Math.cos), along.map(Math.sin)].map((axis) =>
        axis.map((value) => value + 0.05 * random.normal()),
      )
      expect(rowClusters(curve)).toBeNull()
    }
  })

  it('are none where one of them is smaller than a twentieth', () => {
    const rows = about(1, (random) => random.normal(), 1)
    const few = rows.map((values) => values.map((value, row) => (row % 30 === 0 ? value + 20 : value)))
    expect(rowClusters(few)).toBeNull()
  })

  it('leave out rows that are not complete', () => {
    const rows = about(2, (random) => random.normal(), 1)
    rows[0]?.fill(Number.NaN, 0, 200)
    expect(rowClusters(rows)?.n).toBe(1_000)
  })
})
