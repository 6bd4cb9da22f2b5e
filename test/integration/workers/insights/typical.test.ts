/** What is usual is told before anything unusual, and only what is so. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'

async function typicalOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query })
  expect(mismatches).toEqual([])
  return output.insights.filter((insight) => insight.type === 'typical')
}

describe('what is typical', () => {
  it('is the middle half of a measure that cannot be summed', async () => {
    const [middle] = await typicalOf('SELECT 20 + (i % 101) / 10 AS temperature FROM range(1010) t(i)')
    expect(middle?.columns).toEqual(['temperature'])
    expect(middle?.evidence.values).toMatchObject({ middle: 25, lower: 22.5, upper: 27.5, n: 1010 })
  })

  it.each([
    ['a few rows', 'range(23)'],
    ['more rows than are sorted', 'range(250000)'],
  ])('of %s is what its own query gives, with gaps, infinities and a code for missing', async (_, rows) => {
    const told = await typicalOf(`SELECT CASE WHEN i % 7 = 0 THEN NULL ELSE round(sin(i) * 40, 1) END AS temperature,
      CASE WHEN i % 11 = 0 THEN 'infinity'::DOUBLE ELSE exp(cos(i)) / 3 END AS pressure,
      CASE WHEN i % 5 = 0 THEN -999 ELSE 7 + i % 90 END AS humidity FROM ${rows} t(i)`)
    expect(told.length).toBeGreaterThan(0)
    for (const { evidence } of told) expect(Object.keys(evidence.values)).toHaveLength(9)
  })

  it('is the commonest category of a dimension, with its share', async () => {
    const query = `SELECT CASE WHEN i % 10 < 4 THEN 'oak' WHEN i % 10 < 7 THEN 'ash' ELSE 'elm' END AS tree FROM range(500) t(i)`
    const [commonest] = await typicalOf(query)
    expect(commonest?.location).toBe('oak')
    expect(commonest?.evidence.values).toMatchObject({ share: 0.4, top: 200, groups: 3, n: 500 })
  })

  it('is no category where two share the first place', async () => {
    expect(await typicalOf("SELECT ['oak', 'ash'][1 + i % 2] AS tree FROM range(500) t(i)")).toEqual([])
  })

  it('is no category that holds the total of the others', async () => {
    const query = `SELECT * FROM (SELECT 2000 + y AS season, ['Flood', 'Storm', 'Drought'][k] AS entity, 100 * k + y AS deaths
        FROM range(40) a(y), range(1, 4) b(k) WHERE (y + k) % 5 > 0
      UNION ALL SELECT 2000 + y, 'All disasters', sum(100 * k + y) FROM range(40) a(y), range(1, 4) b(k)
        WHERE (y + k) % 5 > 0 GROUP BY y) ORDER BY season, entity`
    const told = await typicalOf(query)
    expect(told.filter(({ columns }) => columns.includes('entity'))).toEqual([])
  })

  it('is no middle of doses that were given about equally often, some of which were not taken to the end', async () => {
    const query = (
      rarest: number,
    ): string => `SELECT [5, 10, 20][1 + i % 3]::INTEGER AS dose, 100 + hash(i) % 50 AS pulse
      FROM range(120) t(i) WHERE NOT (i % 3 = 2 AND i >= 3 * ${rarest})`
    const columns = async (rarest: number): Promise<string[]> =>
      (await typicalOf(query(rarest))).map((one) => one.columns[0] ?? '')
    expect(await columns(36)).not.toContain('dose')
    expect(await columns(20)).toContain('dose')
  })

  it('names who has most and who least, where each row has a name of its own and its value to itself', async () => {
    const [middle] = await typicalOf(
      `SELECT ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Larch', 'Oak', 'Pine'][i + 1] AS tree, [12, 31, 18, 9, 14, 31, 22, 17][i + 1] AS height FROM range(8) t(i)`,
    )
    expect(middle?.details).toMatchObject({ measure: 'height', highest: null, lowest: 'Elm' })
    expect(middle?.evidence.values).toMatchObject({ highest: 31, lowest: 9 })
  })
})
