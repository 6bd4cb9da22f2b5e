/** Tables of pure noise give stories without findings. */
import { describe, expect, it } from 'vitest'
import { analyzeQueries } from '../support/analysis.ts'
import { noiseSetup, noiseTable } from '../support/noise.ts'

describe('the control of multiplicity', () => {
  it('lets at most 5 of 100 tables of pure noise have a finding, and every number is recomputed', async () => {
    const found: string[] = []
    let tests = 0
    for (let index = 0; index < 100; index++) {
      const table = noiseTable(index)
      const { output, mismatches } = await analyzeQueries({ [table.name]: table.query }, noiseSetup)
      expect(mismatches).toEqual([])
      tests += output.method.testsRun
      const findings = output.insights.filter((insight) => insight.class === 'finding')
      if (findings.length > 0) {
        const told = findings.map((insight) => `${insight.type} of ${insight.columns.join(' and ')}`)
        found.push(`${table.name} (${table.kind}, ${table.rows} rows): ${told.join('; ')}`)
      }
    }
    expect(tests, 'tests were run at all').toBeGreaterThan(2_000)
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(5)
  }, 300_000)
})
