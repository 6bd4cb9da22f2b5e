/** What is put into a table is found, in the right place and direction. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function insightsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights
}

function theOne(insights: readonly InsightDraft[], type: string, columns: readonly string[]): InsightDraft {
  const found = insights.filter(
    (insight) => insight.type === type && [...insight.columns].sort().join() === [...columns].sort().join(),
  )
  expect(found, `${type} of ${columns.join(' and ')}`).toHaveLength(1)
  return found[0] as InsightDraft
}

const noise = (part: number): string => `normal(5, i, ${part})`

describe('planted patterns', () => {
  it('a rising daily level with a weekly season and one outlier', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2023-01-02' + i::INTEGER AS date, 100 + i * 0.2 + 12 * (i % 7 = 4)::INTEGER + 3 * ${noise(1)}
        + CASE WHEN i = 200 THEN 60 ELSE 0 END AS level FROM range(364) t(i)`,
    )
    const trend = theOne(insights, 'trend', ['date', 'level'])
    expect(trend.direction).toBe('up')
    expect(trend.class).toBe('finding')
    expect(Number(trend.evidence.values.slope_per_period)).toBeCloseTo(0.2, 1)
    const season = theOne(insights, 'seasonality', ['date', 'level'])
    expect(season.details).toMatchObject({ cycle: 'week', peak: 'Friday', grain: 'day' })
    const outlier = theOne(insights, 'time_outlier', ['date', 'level'])
    expect(outlier.location).toBe('2023-07-21')
    expect(outlier.direction).toBe('up')
  })

  it('a group that is higher, two measures that go together, an association of two dimensions', async () => {
    const insights = await insightsOf(
      `SELECT 'r' || (hash(i, 1) % 4) AS region, ['young', 'old'][1 + (uniform(3, i, 1) < 0.4 + 0.4 * (hash(i, 1) % 4 = 3)::INTEGER)::INTEGER] AS age,
        50 + 10 * ${noise(1)} + 12 * (hash(i, 1) % 4 = 2)::INTEGER AS satisfaction, ${noise(2)} AS effort,
        ${noise(2)} * -0.8 + 0.6 * ${noise(3)} AS wait FROM range(2000) t(i)`,
    )
    expect(theOne(insights, 'group_difference', ['region', 'satisfaction'])).toMatchObject({
      location: 'r2',
      direction: 'higher',
      class: 'finding',
    })
    expect(theOne(insights, 'correlation', ['effort', 'wait']).direction).toBe('negative')
    expect(theOne(insights, 'association', ['region', 'age']).details).toMatchObject({
      first_value: 'r3',
      second_value: 'old',
    })
    expect(insights.filter((insight) => insight.class === 'finding')).toHaveLength(3)
  })

  it('facts and quality: totals, dominance, missing, repeated and constant values, identifiers', async () => {
    const insights = await insightsOf(
      `SELECT i AS order_id, CASE WHEN i % 20 = 0 THEN NULL ELSE 10 + i % 90 END AS sales, 'EUR' AS currency,
        CASE WHEN hash(i, 2) % 10 < 8 THEN 'web' WHEN hash(i, 2) % 10 = 8 THEN 'shop' ELSE 'phone' END AS channel FROM range(1000) t(i)`,
    )
    const total = theOne(insights, 'total', ['sales'])
    const expected = Array.from({ length: 1000 }, (_, i) => (i % 20 === 0 ? 0 : 10 + (i % 90))).reduce((a, b) => a + b)
    expect(total.evidence.values).toMatchObject({ total: expected, n: 950 })
    expect(theOne(insights, 'dominance', ['channel']).location).toBe('web')
    expect(theOne(insights, 'missing', ['sales']).evidence.values).toEqual({ missing: 50, share: 0.05, n: 1000 })
    expect(theOne(insights, 'constant', ['currency']).location).toBe('EUR')
    expect(theOne(insights, 'identifier', ['order_id']).evidence.values).toEqual({ distinct: 1000, n: 1000 })
    const repeated = await insightsOf(
      `SELECT (i % 388) + 0.25 AS a, ((i % 388) * 7919) % 1000 AS b FROM range(400) t(i)`,
    )
    expect(theOne(repeated, 'duplicates', []).evidence.values).toEqual({ duplicates: 12, share: 0.03, n: 400 })
  })
})

describe('mirages', () => {
  it('two random walks in one table are not called correlated', async () => {
    const walk = (part: number): string => `sum(normal(8, i, ${part})) OVER (ORDER BY i)`
    const insights = await insightsOf(
      `SELECT DATE '2020-01-01' + i::INTEGER AS date, ${walk(1)} AS a, ${walk(2)} AS b, ${walk(3)} AS c FROM range(900) t(i)`,
    )
    expect(insights.filter((insight) => insight.type === 'correlation')).toEqual([])
  })

  it('a product and its factors, and a part and its whole, are not findings', async () => {
    const insights = await insightsOf(
      `SELECT q, p, q * p AS revenue, h AS home_sales, h + a AS world_sales FROM
        (SELECT 1 + hash(i, 1) % 9 AS q, 5 + 90 * uniform(1, i, 1) AS p, 100 * uniform(1, i, 2) AS h,
          CASE WHEN i % 5 = 0 THEN 0 ELSE 20 * uniform(1, i, 3) END AS a FROM range(1000) t(i))`,
    )
    expect(insights.filter((insight) => insight.type === 'correlation')).toEqual([])
  })

  it('a short February is no season', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2018-01-01' + i::INTEGER AS date, 1000 + ${noise(1)} AS sales FROM range(2190) t(i)`,
    )
    expect(insights.filter((insight) => insight.type === 'seasonality')).toEqual([])
  })

  it('prices, rates and years are not added up, and a stock is not added up over time', async () => {
    const insights = await insightsOf(
      `SELECT 2000 + i // 30 AS year, 'c' || (i % 30) AS country, 100 + i % 30 AS population, 3.5 + i % 7 AS price,
        (i % 11) / 20.0 AS rate FROM range(600) t(i)`,
    )
    expect(insights.filter((insight) => insight.type === 'total')).toEqual([])
  })
})

describe('a panel of shops that all report every day', () => {
  it('is followed as a whole by month, however many days a month has', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2021-01-01' + day::INTEGER AS date, 'shop ' || shop AS shop,
        200 + 40 * shop + day * 0.15 + 20 * normal(5, day * 3 + shop, 1) AS sales
      FROM range(1095) d(day), range(3) s(shop)`,
    )
    const whole = insights.filter(({ type, subspace }) => type === 'trend' && subspace === undefined)
    expect(whole).toHaveLength(1)
    expect(whole[0]).toMatchObject({ class: 'finding', direction: 'up', columns: ['date', 'sales'] })
  })
})
