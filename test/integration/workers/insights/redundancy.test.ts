/** What a table says twice is told once. */
import { describe, expect, it } from 'vitest'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

describe('redundancy', () => {
  it('a code beside a name is the same dimension, told by its name', async () => {
    const { output } = await analyzeQueries(
      {
        birds: `SELECT ['Robin', 'Crow', 'Wren'][1 + i % 3] AS bird, 10 + i % 3 AS bird_code,
          5 * (i % 3 = 1)::INTEGER + normal(2, i, 1) AS weight FROM range(600) t(i)`,
      },
      noiseSetup,
    )
    const told = output.insights.filter((insight) => insight.type === 'group_difference')
    expect(told.map((insight) => [insight.columns, insight.location])).toEqual([[['bird', 'weight'], 'Crow']])
  })

  it('a row that holds the total of the others is neither dominant nor summed', async () => {
    const { output } = await analyzeQueries({
      regions: `SELECT region, year, sales FROM (SELECT 'R' || r AS region, 2000 + y AS year, (r + 1) * 100 + y AS sales
          FROM range(5) a(r), range(20) b(y)) UNION ALL
        SELECT 'All regions', 2000 + y, 1500 + 5 * y FROM range(20) b(y)`,
    })
    const types = output.insights.map((insight) => insight.type)
    expect(types).not.toContain('total')
    expect(types).not.toContain('dominance')
    expect(types).not.toContain('concentration')
  })

  it('the same thing in two units is a note, not a finding', async () => {
    const { output, mismatches } = await analyzeQueries(
      {
        people: `SELECT 170 + 9 * normal(1, i, 1) AS cm, (170 + 9 * normal(1, i, 1)) / 2.54 AS inches FROM range(300) t(i)`,
      },
      noiseSetup,
    )
    expect(mismatches).toEqual([])
    expect(output.insights.map((insight) => [insight.type, insight.class])).toContainEqual([
      'derived_column',
      'quality',
    ])
    expect(output.insights.filter((insight) => insight.class === 'finding')).toEqual([])
  })
})
