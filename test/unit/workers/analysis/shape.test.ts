/** Tests of how the values of one measure lie. */
import { describe, expect, it } from 'vitest'
import { modesOf } from '../../../../src/workers/analysis/shape/modes.ts'
import { shareOnSpikes } from '../../../../src/workers/analysis/shape/spikes.ts'
import { shapeValues, spreadTies } from '../../../../src/workers/analysis/shape/values.ts'
import { seededRandom } from '../../../../src/workers/analysis/statistics/seeded-random.ts'

const normals = (n: number, seed: number): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => random.normal())
}

describe('the heaps of a measure', () => {
  it('are two where values gather about two places, and the valley lies between', () => {
    const values = normals(600, 1).map((value, index) => (index % 3 === 0 ? 20 : 50) + 5 * value)
    const modes = modesOf(shapeValues(values))
    expect(modes?.valleys).toHaveLength(1)
    expect(modes?.valleys[0]).toBeGreaterThan(28)
    expect(modes?.valleys[0]).toBeLessThan(42)
    expect(modes?.p).toBeLessThan(1e-6)
  })

  it('are three where there are three', () => {
    const values = normals(900, 2).map((value, index) => 40 * (index % 3) + 4 * value)
    expect(modesOf(shapeValues(values))?.valleys).toHaveLength(2)
  })

  it('are one, at most one time in twenty, where there is one', () => {
    const found = Array.from({ length: 200 }, (_, seed) => modesOf(shapeValues(normals(300, 100 + seed)))).filter(
      (modes) => modes !== null && modes.p < 0.05 && modes.valleys.length > 0,
    )
    expect(found.length).toBeLessThanOrEqual(10)
  })

  it('are not made by rounding', () => {
    const values = normals(3000, 3).map((value) => Math.round(2.5 * value))
    expect(modesOf(shapeValues(values))?.p ?? 1).toBeGreaterThan(0.05)
  })

  it('are not made by round numbers on which many rows lie', () => {
    const values = normals(2000, 4).map((value, index) => {
      const exact = Math.round(400 + 60 * value)
      return index % 2 === 0 ? Math.round(exact / 50) * 50 : exact
    })
    expect(shareOnSpikes(shapeValues(values))).toBeGreaterThan(0.4)
    expect(modesOf(shapeValues(values))).toBeNull()
  })

  it('need more where rows repeat each other', () => {
    const values = normals(400, 5).map((value, index) => (index % 2 === 0 ? 0 : 3.2) + value)
    expect(modesOf(shapeValues(values))?.p).toBeLessThan(0.01)
    expect(modesOf(shapeValues(values), 0.05)?.p).toBeGreaterThan(0.05)
  })
})

describe('equal values spread out', () => {
  it('stay in order and between their neighbours', () => {
    expect([...spreadTies(Float64Array.from([1, 2, 2, 4]))]).toEqual([1, 1.75, 2.25, 4])
  })
})
