import { describe, expect, it } from 'vitest'
import { firstHarmonicP } from '../../../../../src/workers/analysis/statistics/first-harmonic.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'

describe('one wave of a given length', () => {
  it('is as often found in independent noise as its level says', () => {
    const random = seededRandom(20)
    const found = Array.from({ length: 600 }, () =>
      firstHarmonicP(
        Float64Array.from({ length: 72 }, () => random.normal()),
        12,
      ),
    )
    const part = found.filter((p) => p !== null && p < 0.05).length / found.length
    expect(part).toBeGreaterThan(0.025)
    expect(part).toBeLessThan(0.085)
  })

  it('is found under noise of its own size, whatever its phase', () => {
    const random = seededRandom(21)
    for (const phase of [0, 3, 7.5]) {
      const wave = Float64Array.from(
        { length: 72 },
        (_, index) => Math.cos((2 * Math.PI * (index - phase)) / 12) + random.normal(),
      )
      expect(firstHarmonicP(wave, 12)).toBeLessThan(0.001)
    }
  })

  it('is not looked for in fewer than four cycles, nor in what never changes', () => {
    expect(firstHarmonicP(new Float64Array(47), 12)).toBeNull()
    expect(firstHarmonicP(new Float64Array(48).fill(3), 12)).toBeNull()
  })
})
