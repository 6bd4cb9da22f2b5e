/** Changes of scatter, as planted in noise of several kinds, and swings that grow with the level. */
import { describe, expect, it } from 'vitest'
import { seriesShape } from '../../../../../src/workers/analysis/time/shape.ts'
import { scatterChange, swingsWithLevel } from '../../../../../src/workers/analysis/time/spread-change.ts'
import { type Planted, plantedSeries, type SeriesNoise } from '../../../../support/planted-series.ts'

const daily = (values: Float64Array) => ({ values, starts: [], unit: 'day' as const })
const lengths = [72, 120, 200, 365] as const

function testsOf(what: Planted, noise: SeriesNoise) {
  return lengths.flatMap((n) =>
    Array.from({ length: 3 }, (_, seed) => {
      const planted = plantedSeries(what, noise, n, seed + 100)
      const shape = seriesShape(planted.values, null)
      if (shape === null) throw new Error('The series has no shape')
      return { ...scatterChange(daily(planted.values), shape), planted }
    }),
  )
}

describe('a change of scatter', () => {
  it.each(['normal', 'lognormal', 't3', 'AR(.6)'] as const)('in %s noise is found where it is', (noise) => {
    const found = testsOf('spread', noise).filter(({ p, change, planted }) => {
      const near = Math.abs((change?.place ?? 0) - planted.place) <= 0.1 * planted.values.length
      return p <= 0.01 && (change?.ratio ?? 0) >= 1.5 && near
    })
    expect(found.length).toBeGreaterThanOrEqual(9)
  })

  it.each(['nothing', 'line', 'step'] as const)('is seldom seen in %s', (what) => {
    const all = (['normal', 'lognormal', 't3', 'AR(.6)', 'AR(.9)', 'walk'] as const).flatMap((noise) =>
      testsOf(what, noise),
    )
    expect(all.filter(({ p, change }) => p <= 0.01 && change !== null).length).toBeLessThanOrEqual(all.length / 20)
  })

  it('is not a single value far out', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { values } = plantedSeries('nothing', 'normal', 120, seed)
      values[66] = (values[66] ?? 0) + 40
      const shape = seriesShape(values, null)
      if (shape !== null) expect(scatterChange(daily(values), shape).change).toBeNull()
    }
  })

  it('is seen in swings that grow with the level, over whole cycles, and not in steady ones', () => {
    const months = (swing: (level: number) => number) =>
      daily(
        new Float64Array(122).map((_, index) => {
          const level = 100 + 4 * index
          const wobble = ((index * 7) % 5) - 2
          return level + swing(level) * Math.sin((2 * Math.PI * index) / 12) + wobble
        }),
      )
    const growing = swingsWithLevel(
      months((level) => level / 4),
      12,
    )
    expect(growing.p).toBeLessThan(1e-4)
    expect(growing.change?.ratio).toBeGreaterThan(2)
    expect(growing.change?.periodsAfter).toBe(12)
    expect(
      swingsWithLevel(
        months(() => 40),
        12,
      ).p,
    ).toBeGreaterThan(0.05)
    expect(swingsWithLevel(daily(new Float64Array(59).fill(1)), 12).p).toBe(1)
  })
})
