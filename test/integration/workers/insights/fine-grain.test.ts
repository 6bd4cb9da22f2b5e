/** A table read by the month is also looked at by the day, and one read by the day by the hour. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function analyse(query: string) {
  const { output, mismatches } = await analyzeQueries({ table: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output
}

function ofType(insights: readonly InsightDraft[], type: InsightDraft['type']) {
  return insights.filter((insight) => insight.type === type && insight.class === 'finding')
}

describe('three years of daily sales', () => {
  const query = `SELECT DATE '2021-01-01' + d::INTEGER AS date, 'shop ' || s AS shop,
    200 + 60 * sin(2 * pi() * d / 365.25) + 40 * ((d + 5) % 7 = 6)::INTEGER + 15 * normal(6, d * 3 + s, 1)
      + CASE WHEN d = 500 THEN 300 ELSE 0 END AS sales FROM range(1095) a(d), range(3) b(s)`

  it('have their season by the month, their week and their one odd day by the day', async () => {
    const { insights, method } = await analyse(query)
    const seasons = ofType(insights, 'seasonality').map(({ details }) => [details.grain, details.cycle, details.peak])
    expect(seasons).toEqual(
      expect.arrayContaining([
        ['month', 'year', 'April'],
        ['day', 'week', 'Saturday'],
      ]),
    )
    expect(ofType(insights, 'time_outlier')).toMatchObject([{ location: '2022-05-16', direction: 'up' }])
    expect(method.families.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'seasonality × month',
        'seasonality × day',
        'time_outlier × month',
        'time_outlier × day',
      ]),
    )
  })
})

describe('a year of hourly values', () => {
  it('has its rhythm of the day, and no cycle that the calendar does not know', async () => {
    const { insights } = await analyse(
      `SELECT TIMESTAMP '2023-01-01' + INTERVAL (i) HOUR AS time, 10 + 8 * sin(2 * pi() * i / 8760)
        + 3 * cos(2 * pi() * (i % 24 - 15) / 24) + 0.5 * normal(3, i, 1) AS degrees FROM range(8760) t(i)`,
    )
    const seasons = ofType(insights, 'seasonality').map(({ details, location }) => [
      details.grain,
      details.cycle,
      location,
    ])
    expect(seasons).toEqual([['hour', 'day', '15:00']])
  })
})

describe('a station with a gap and a code for what it did not measure', () => {
  const query = `SELECT DATE '2021-01-01' + d::INTEGER AS date,
    CASE WHEN d % 90 = 7 THEN -99.9 ELSE round(60 + 10 * normal(2, d, 1), 1) END AS humidity,
    round(1010 + 5 * normal(2, d, 2), 1) AS pressure FROM range(800) t(d) WHERE d NOT BETWEEN 300 AND 308 AND d <> 600`

  it('is told so, and the code is no unusual value, no record and no odd day', async () => {
    const { insights } = await analyse(query)
    expect(insights.filter(({ type }) => type === 'sentinel')).toMatchObject([
      { columns: ['humidity'], location: -99.9, class: 'quality', evidence: { values: { count: 9, n: 790 } } },
    ])
    expect(insights.filter(({ type }) => type === 'time_gaps')).toMatchObject([
      {
        location: '2021-10-28',
        details: { from: '2021-10-28', to: '2021-11-05', grain: 'day' },
        evidence: { values: { longest: 9, missing: 10, periods: 800, n: 790 } },
      },
    ])
    const others = insights.filter(({ columns, class: class_ }) => columns.includes('humidity') && class_ !== 'quality')
    expect(others.map(({ type }) => type)).not.toEqual(expect.arrayContaining(['unusual_values']))
    expect(others.map(({ type }) => type)).not.toEqual(expect.arrayContaining(['time_outlier']))
    const record = others.find(({ type }) => type === 'record')
    expect(Number(record?.evidence.values.lowest)).toBeGreaterThan(20)
  })

  it('a highest value of nines among its like is no code', async () => {
    const { insights } = await analyse(`SELECT 'g' || (i % 3) AS g, 1 + i % 99 AS points FROM range(400) t(i)`)
    expect(insights.filter(({ type }) => type === 'sentinel')).toEqual([])
  })
})
