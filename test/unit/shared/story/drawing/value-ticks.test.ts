import { describe, expect, it } from 'vitest'
import { roundTicks } from '../../../../../src/shared/story/drawing/value-ticks.ts'

describe("ticks of a scale of one's own", () => {
  it('are round, enclose the values and are few', () => {
    expect(roundTicks(1.9, 18.7)).toEqual([0, 10, 20])
    expect(roundTicks(0.11, 0.29)).toEqual([0, 0.1, 0.2, 0.3])
    expect(roundTicks(-3, 7)).toEqual([-5, 0, 5, 10])
    expect(roundTicks(1_204_000, 1_260_000)).toEqual([1_200_000, 1_220_000, 1_240_000, 1_260_000])
  })

  it('enclose whatever there is, in even steps', () => {
    for (const [low, high] of [
      [0.3, 0.9],
      [99, 101],
      [-1e9, -2],
      [1e-7, 3e-7],
      [5, 5],
      [0, 0],
    ] as const) {
      const ticks = roundTicks(low, high)
      expect(ticks.length, `${low} to ${high}`).toBeGreaterThan(1)
      expect(ticks.length).toBeLessThanOrEqual(4)
      expect(ticks[0]).toBeLessThanOrEqual(low)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high)
      expect(ticks).toEqual(ticks.toSorted((left, right) => left - right))
    }
  })

  it('are powers of ten on a logarithmic scale', () => {
    expect(roundTicks(7, 700, true)).toEqual([1, 10, 100, 1000])
    expect(roundTicks(10, 10, true)).toEqual([10, 100])
    expect(roundTicks(1, 1e9, true)).toEqual([1, 1e3, 1e6, 1e9])
  })
})
