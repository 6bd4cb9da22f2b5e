/** The measure that several columns predict is told with the best of them; what one alone tells, and noise, are not. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function driversOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights.filter(({ type }) => type === 'key_drivers')
}

const columns = `normal(9, i, 1) AS first, normal(9, i, 2) AS second, normal(9, i, 3) AS third, 'k' || (hash(9, i) % 3) AS kind`

describe('what predicts a measure best', () => {
  it('is found among others, and told of the measure that comes of them', async () => {
    const [found, ...others] = await driversOf(
      `SELECT *, 2 * first + second + normal(9, i, 4) AS yield FROM (SELECT i, ${columns} FROM range(1500) t(i))`,
    )
    expect(others).toEqual([])
    expect(found).toMatchObject({
      class: 'finding',
      columns: ['yield', 'first', 'second'],
      location: 'first',
      details: { measure: 'yield', first: 'first', second: 'second' },
    })
    expect(Number(found?.evidence.values.explained)).toBeGreaterThan(0.65)
    expect(Number(found?.evidence.values.explained)).toBeLessThan(5 / 6 + 0.03)
  })

  it('is not told where one column alone tells as much, nor of noise', async () => {
    expect(
      await driversOf(
        `SELECT *, 2 * first + normal(9, i, 4) AS yield FROM (SELECT i, ${columns} FROM range(1000) t(i))`,
      ),
    ).toEqual([])
    expect(await driversOf(`SELECT ${columns}, normal(9, i, 4) AS yield FROM range(1000) t(i)`)).toEqual([])
  })
})
