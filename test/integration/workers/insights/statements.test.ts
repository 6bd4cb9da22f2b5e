/** What a statement says of itself holds: its interval, what it compares, and the rows it counts. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries, vegaFolder } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function insightsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ table: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights
}

const disasters = `SELECT * FROM read_csv('${vegaFolder}disasters.csv')`
const stocks = `SELECT symbol, strptime(date, '%b %-d %Y')::DATE AS date, price FROM read_csv('${vegaFolder}stocks.csv')`
const everyGroup = ['Drought', 'Earthquake', 'Flood', 'Wildfire'].map((name) => `'${name}'`).join(', ')

describe('a difference between groups', () => {
  it('has an interval on one side of zero, or is not stated at all', async () => {
    const tables = [
      disasters,
      `${disasters} WHERE "Entity" IN (${everyGroup})`,
      // One year of horrors in one group of a panel: its mean is higher, by how much nobody knows.
      `SELECT 'g' || g AS place, 1950 + y AS year, exp(2 * normal(3, y * 7 + g, 1)) * (1 + 3 * (g = 2)::INTEGER) AS losses
        FROM range(60) a(y), range(5) b(g)`,
    ]
    let stated = 0
    for (const table of tables) {
      for (const { type, effect } of await insightsOf(table)) {
        if (type !== 'group_difference') continue
        stated++
        expect(Math.sign(effect.low ?? 0) * Math.sign(effect.high ?? 0), JSON.stringify(effect)).toBe(1)
      }
    }
    expect(stated).toBeGreaterThan(0)
  })
})

describe('a series of totals', () => {
  it('leaves out the rows that hold the total of the others', async () => {
    const rows = (from: string): string =>
      `SELECT region, DATE '2010-01-01' + to_months(m::INTEGER) AS date, sales FROM (
        SELECT 'R' || r AS region, m, 100 * (r + 1) + m + 3 * normal(4, m * 5 + r, 1) AS sales FROM range(4) a(r), range(60) b(m)
        ${from})`
    const all = `UNION ALL SELECT 'All regions', m, sum(100 * (r + 1) + m + 3 * normal(4, m * 5 + r, 1)) FROM range(4) a(r), range(60) b(m) GROUP BY m`
    const trendOf = async (query: string) =>
      (await insightsOf(query)).find(({ type, subspace }) => type === 'trend' && subspace === undefined)
    const [parts, whole] = [await trendOf(rows('')), await trendOf(rows(all))]
    expect(parts).toBeDefined()
    expect(whole?.evidence.values).toEqual(parts?.evidence.values)
  })
})

describe('a record', () => {
  it('of one entity of many is told of that entity', async () => {
    const records = (await insightsOf(stocks)).filter(({ type }) => type === 'record')
    expect(records.map(({ subspace }) => subspace?.symbol).sort()).toEqual(['AAPL', 'AMZN', 'GOOG', 'IBM', 'MSFT'])
    const google = records.find(({ subspace }) => subspace?.symbol === 'GOOG')
    expect(google).toMatchObject({ location: '2007-10-01', evidence: { values: { highest: 707 } } })
  })

  it('of prices that run alike is told once', async () => {
    const records = (await insightsOf(`SELECT * FROM read_csv('${vegaFolder}sp500-2000.csv')`)).filter(
      ({ type }) => type === 'record',
    )
    expect(records.map(({ columns }) => columns[1])).toContain('volume')
    expect(records).toHaveLength(2)
  })
})

describe('a trend of degrees', () => {
  it('is told in degrees, never in percent', async () => {
    const trends = (await insightsOf(`SELECT * FROM read_csv('${vegaFolder}seattle-weather.csv')`)).filter(
      ({ type }) => type === 'trend',
    )
    expect(trends.map(({ columns }) => columns[1])).toContain('temp_min')
    for (const { evidence } of trends) expect(evidence.values.change_share).toBeNull()
  })
})

describe('every statement', () => {
  it('counts the rows its evidence counts, and writes no figure into a caveat', async () => {
    for (const file of ['birdstrikes', 'seattle-weather', 'stocks']) {
      for (const { n, evidence, caveats } of await insightsOf(`SELECT * FROM read_csv('${vegaFolder}${file}.csv')`)) {
        expect(evidence.values.n).toBe(n)
        expect(caveats.join(' ').replace(/“[^”]*”/g, '')).not.toMatch(/\d/)
      }
    }
  })
})
