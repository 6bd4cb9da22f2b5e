/** What stands for “missing”, and that a look at the nearest value turns away nothing that is a code. */
import { describe, expect, it } from 'vitest'
import { missingCodeOf } from '../../../../../src/workers/analysis/profile/missing-code.ts'
import { numericStats } from '../../../../../src/workers/analysis/profile/numeric-stats.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'

const random = seededRandom(5)
/** Whole numbers about 50, spread by ten. */
const amounts = Float64Array.from({ length: 600 }, () => Math.round(50 + 10 * random.normal()))

function codeOf(values: Float64Array): number | null {
  const stats = numericStats(values)
  return stats === null ? null : (missingCodeOf(values, stats)?.code ?? null)
}

function withCode(code: number, times: number): Float64Array {
  return amounts.map((value, index) => (index < times ? code : value))
}

describe('a code for “missing”', () => {
  it('is found at either end, of few values or of nearly half of them', () => {
    for (const code of [-999, 9999]) {
      for (const times of [2, 60, 199, 201, 290]) expect(codeOf(withCode(code, times))).toBe(code)
    }
  })

  it('is none where it lies no further off than the others from each other, or stands there once', () => {
    const upTo99 = Float64Array.from({ length: 1_000 }, (_, index) => index % 100)
    expect(codeOf(upTo99)).toBeNull()
    expect(codeOf(withCode(-999, 1))).toBeNull()
  })

  it('leaves the others as they are', () => {
    const values = withCode(-99, 30)
    const stats = numericStats(values)
    const others = stats === null ? null : (missingCodeOf(values, stats)?.others ?? null)
    expect(others).toEqual(numericStats(amounts.subarray(30)))
  })
})
