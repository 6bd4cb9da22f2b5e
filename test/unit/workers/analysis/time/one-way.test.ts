import { describe, expect, it } from 'vitest'
import { oneWayP } from '../../../../../src/workers/analysis/statistics/dickey-fuller.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { trend } from '../../../../../src/workers/analysis/time/trend.ts'

const weekly = (values: Float64Array) => ({
  values,
  starts: Array.from(values, (_, week) => new Date(Date.UTC(2020, 0, 6 + 7 * week)).toISOString().slice(0, 10)),
  unit: 'week' as const,
})

describe('a rise that never turns back', () => {
  it('is one, however smooth: users that grow to a limit', () => {
    const users = Float64Array.from({ length: 130 }, (_, week) => 12 + 9_000 / (1 + Math.exp(-(week - 60) / 12)))
    expect(trend(weekly(users), null)).toMatchObject({ direction: 'up', couldBeRandomWalk: true })
    expect(trend(weekly(users), null).p).toBeLessThan(0.05)
  })

  it('is as likely as its steps are alike, and impossible with one step back', () => {
    expect(oneWayP(Float64Array.from([1, 2, 4, 5, 4]))).toBe(1)
    // Steps that alternate between 1 and 3 resemble each other by about .6 around zero.
    const rough = Float64Array.from({ length: 40 }, (_, index) => 2 * index + (index % 2))
    expect(oneWayP(rough)).toBeLessThan(1e-4)
    const short = Float64Array.from([0, 1, 2.1, 3.3])
    expect(oneWayP(short)).toBeGreaterThan(0.5)
  })

  it('is found in hardly any smooth walk without drift', () => {
    const random = seededRandom(7)
    let found = 0
    for (let walk = 0; walk < 400; walk++) {
      let step = random.normal() / Math.sqrt(1 - 0.95 ** 2)
      let level = 0
      const values = Float64Array.from({ length: 40 }, () => {
        step = 0.95 * step + random.normal()
        level += step
        return level
      })
      if (2 * oneWayP(values) < 0.05) found++
    }
    expect(found).toBeLessThanOrEqual(20)
  })
})
