/** Tables of pure noise give stories without findings. The short version of `npm run test:slow -- noise`. */
import { describe, expect, it } from 'vitest'
import { mostFalsePercent, sweepNoise } from '../support/noise-sweep.ts'

const tables = 40

describe('the control of multiplicity', () => {
  it('lets at most 5 % of tables of pure noise have a finding, and every number is recomputed', async () => {
    const { tests, found, mismatches } = await sweepNoise(tables)
    expect(mismatches).toEqual([])
    expect(tests, 'tests were run at all').toBeGreaterThan(8 * tables)
    expect(100 * found.length, found.join('\n')).toBeLessThanOrEqual(mostFalsePercent * tables)
  }, 300_000)
})
