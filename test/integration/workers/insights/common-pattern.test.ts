/** What most of the things in a panel do is told with the one that does otherwise; what half of them do, or chance, is not. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function insightsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights
}

/** Ten shops over three years; `slope` of a shop s, by month. */
const shops = (
  slope: string,
): string => `SELECT DATE '2020-01-01' + to_months(m::INTEGER) AS month, 'shop ' || s AS shop,
  200 + 10 * s + (${slope}) * m + 4 * normal(3, m * 10 + s, 1) AS sales FROM range(10) a(s), range(36) b(m)`

describe('a course that things share', () => {
  it('is told with the one that runs the other way, in place of their trends one by one', async () => {
    const insights = await insightsOf(shops('CASE WHEN s = 6 THEN -1 ELSE 0.9 END'))
    const found = insights.filter(({ type }) => type === 'common_pattern')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      class: 'finding',
      columns: ['month', 'shop', 'sales'],
      direction: 'up',
      location: 'shop 6',
      details: { exception: 'shop 6', exception_pattern: 'down', others: '[]' },
      evidence: { values: { members: 9, siblings: 10, n: 360 } },
    })
    const { exception_first, exception_last } = found[0]?.evidence.values ?? {}
    expect(Number(exception_first)).toBeGreaterThan(Number(exception_last))
    const single = insights.filter(({ type, subspace }) => type === 'trend' && subspace !== undefined)
    expect(single.map(({ direction }) => direction)).toEqual(single.map(() => 'down'))
  })

  it('is none where only half of them share it', async () => {
    const insights = await insightsOf(shops('CASE WHEN s < 5 THEN 0.9 ELSE 0 END'))
    expect(insights.filter(({ type }) => type === 'common_pattern')).toEqual([])
  })

  it('is none in noise, nor where neighbouring months resemble each other', async () => {
    const noise = `SELECT DATE '2020-01-01' + to_months(m::INTEGER) AS month, 'shop ' || s AS shop,
      200 + 4 * autoregressive(s + 50, m, 1) AS sales FROM range(8) a(s), range(48) b(m)`
    const findings = (await insightsOf(noise)).filter((one) => one.type === 'common_pattern' && one.class === 'finding')
    expect(findings).toEqual([])
  })
})
