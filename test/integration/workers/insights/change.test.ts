/** What changed from one whole period to another is told with what accounts for it, and never on an incomplete one. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function changesOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights.filter(({ type }) => type === 'change_decomposition')
}

const months = (years: number) => `range(${12 * years}) a(m)`
const month = `DATE '2021-01-01' + INTERVAL (m) MONTH AS month`

describe('a sum that changed', () => {
  it('is told with the group that accounts for it, exactly', async () => {
    const [change] = await changesOf(
      `SELECT ${month}, ['North', 'South', 'East', 'West'][k] AS region,
        (100 + CASE WHEN k = 3 AND m >= 12 THEN 60 ELSE 0 END)::DOUBLE AS sales FROM ${months(2)}, range(1, 5) b(k)`,
    )
    expect(change).toMatchObject({ class: 'fact', direction: 'up', location: 'East' })
    expect(change?.columns).toEqual(['month', 'sales', 'region'])
    expect(change?.evidence.values).toMatchObject({
      first: 4800,
      last: 5520,
      change: 720,
      best_change: 720,
      best_part: 1,
    })
  })

  it('is told of the last year against the one before it, where most of it came with that', async () => {
    const [change] = await changesOf(
      `SELECT ${month}, ['a', 'b', 'c'][k] AS line, (50 + CASE WHEN m >= 24 THEN 20 ELSE 0 END)::DOUBLE AS sales
       FROM ${months(3)}, range(1, 4) b(k)`,
    )
    expect(change?.details).toMatchObject({ from: '2022-01-01', to: '2023-01-01', dimension: null })
  })

  it('never rests on a year that is only partly there', async () => {
    const changes = await changesOf(
      `SELECT d AS day, 'shop ' || s AS shop, (20 + 3 * normal(3, i, s))::DOUBLE AS sales FROM (SELECT i, DATE '2021-01-01' + i::INTEGER AS d
       FROM range(1070) t(i)), range(3) b(s)`,
    )
    expect(changes).toEqual([])
  })

  it('is not told where fewer of its rows have a value, and said to be of those where a few do', async () => {
    // 800 films a year; of those of the last, which sell `times` as much, so many in a hundred are known.
    const films = (known: number, times: number) =>
      `SELECT (2019 + y)::INTEGER AS year,
        CASE WHEN y < 3 OR i % 100 < ${known} THEN round(100 + 3 * normal(2, i, y)) * CASE WHEN y = 3 THEN ${times} ELSE 1 END END AS sales
        FROM range(800) a(i), range(4) b(y)`
    const sold = async (known: number, times: number) =>
      (await changesOf(films(known, times))).filter(({ columns }) => columns.includes('sales'))
    expect(await sold(20, 1)).toEqual([])
    const [rose] = await sold(80, 2)
    expect(rose).toMatchObject({ direction: 'up' })
    expect(rose?.caveated).toContainEqual({ caveat: 'recordedUnevenly', column: 'sales', first: 1, last: 0.8 })
  })

  it('has no course of its own where far fewer of the rows of later months have a value', async () => {
    const films = (known: number) => `SELECT DATE '2019-01-01' + m::INTEGER * INTERVAL 1 MONTH AS released,
      CASE WHEN m < 36 OR i % 10 < ${known} THEN round(100 + 3 * normal(2, i, m)) * CASE WHEN m < 36 THEN 1 ELSE 0.2 END END AS sales
      FROM range(20) a(i), range(48) b(m)`
    const courses = async (known: number) => {
      const { output } = await analyzeQueries({ planted: films(known) }, noiseSetup)
      return output.insights.filter(({ details }) => details.measure === 'sales' && details.aggregate === 'sum')
    }
    expect((await courses(10)).map(({ type }) => type)).toContain('level_shift')
    expect(await courses(2)).toEqual([])
  })

  it('is no news where the groups that rise are those that there are', async () => {
    const [change] = await changesOf(
      `SELECT ${month}, ['a', 'b', 'c'][k] AS line, (50 * k * (1 + m / 24))::DOUBLE AS sales FROM ${months(2)}, range(1, 4) b(k)`,
    )
    expect(change?.location).toBeUndefined()
  })
})

describe('a rate that fell since the mix of groups changed', () => {
  const query = `SELECT d AS day, device, visits, orders, round(orders / visits, 4) AS conversion
    FROM (SELECT *, floor(visits * CASE WHEN device = 'desktop' THEN 0.05 ELSE 0.02 END) AS orders
      FROM (SELECT DATE '2023-01-01' + i::INTEGER AS d, ['desktop', 'mobile'][k] AS device,
        CASE WHEN k = 1 THEN 4000 - 20 * i ELSE 500 + 20 * i END AS visits FROM range(181) a(i), range(1, 3) b(k)))`

  it('is told as all orders by all visits, with the part of the mix', async () => {
    const changes = await changesOf(query)
    const rate = changes.find(({ details }) => details.form === 'rate')
    expect(rate).toMatchObject({ direction: 'down', details: { dimension: 'device', numerator: 'orders' } })
    expect(rate?.columns).toContain('device')
    expect(rate?.evidence.values.mix_part).toBeGreaterThan(0.95)
    expect(Number(rate?.evidence.values.first)).toBeCloseTo(0.046, 2)
  })
})

describe('a panel of years', () => {
  const panel = (exception: string) =>
    `SELECT 1960 + 5 * y AS year, 'country ' || lpad(c::VARCHAR, 2, '0') AS country,
      50 + c / 4 + y * ${exception} AS life_expectancy FROM range(9) a(y), range(40) b(c)`

  it('rose in all its countries', async () => {
    const [change] = await changesOf(panel('2'))
    expect(change).toMatchObject({ direction: 'up', evidence: { values: { up: 40, down: 0, entities: 40 } } })
    expect(change?.details).toMatchObject({ from: '1960-01-01', to: '2000-01-01', dimension: 'country' })
  })

  it('names those that went the other way', async () => {
    const [change] = await changesOf(panel('CASE c WHEN 7 THEN -0.5 WHEN 9 THEN -1 ELSE 2 END'))
    expect(change).toMatchObject({
      location: 'country 09',
      details: { best: 'country 09', second: 'country 07', third: null },
    })
    expect(change?.evidence.values).toMatchObject({ up: 38, down: 2 })
  })

  it('of two years names the one place that went against the others', async () => {
    const [change] = await changesOf(
      `SELECT 1931 + y AS year, 'variety ' || v AS variety, 'site ' || s AS site,
        40 + s + v / 3 + CASE WHEN s = 4 THEN 9 ELSE -8 END * y AS yield FROM range(2) a(y), range(9) b(v), range(6) c(s)`,
    )
    expect(change).toMatchObject({ direction: 'down', location: 'site 4', details: { dimension: 'site' } })
  })
})

describe('a few things followed one by one', () => {
  it('are told by the one that moved most, from its first value to its last', async () => {
    const changes = await changesOf(
      `SELECT ${month}, ['A', 'B', 'C', 'D'][k] AS symbol, 20 + k + m * CASE k WHEN 2 THEN 5 ELSE 0.3 END AS price
       FROM ${months(5)}, range(1, 5) b(k)`,
    )
    const mover = changes.find(({ details }) => details.form === 'mover')
    expect(mover).toMatchObject({
      direction: 'up',
      location: 'B',
      evidence: { values: { first: 22, last: 317, entities: 4 } },
    })
  })
})

describe('a long series', () => {
  it('is not told to have changed where two of its years differ', async () => {
    const white = await changesOf(`SELECT 1880 + i AS year, 50 + 3 * normal(2, i, 1) AS depth FROM range(90) t(i)`)
    expect(white).toEqual([])
  })
})

describe('the last month', () => {
  it('is held against the same month a year before', async () => {
    const [change] = await changesOf(
      `SELECT DATE '2023-01-01' + INTERVAL (i) MONTH AS month, 'shop ' || s AS shop,
        (100 + s + CASE WHEN s = 2 AND i >= 13 THEN 80 ELSE 0 END)::DOUBLE AS sales FROM range(15) t(i), range(3) b(s)`,
    )
    expect(change).toMatchObject({ location: 'shop 2', direction: 'up' })
    expect(change?.details).toMatchObject({ from: '2023-01-01', to: '2024-03-01', year_before: '2023-03-01' })
    expect(change?.evidence.values).toMatchObject({ last: 383, year_before: 303, year_before_change: 80 })
  })
})

describe('nothing that changed', () => {
  it('is not told', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const changes = await changesOf(
        `SELECT DATE '2021-01-01' + (hash(${seed}, i) % 730)::INTEGER AS day, 'g' || (hash(${seed}, i, 1) % 4) AS team,
          normal(${seed}, i, 1) * 12 + 100 AS height, 20 + 3 * normal(${seed}, i, 2) AS sales FROM range(1500) t(i)`,
      )
      expect(changes.filter(({ columns }) => columns.includes('height'))).toEqual([])
    }
  })
})

describe('the largest fall within a series', () => {
  const setbacks = async (query: string, form: string): Promise<InsightDraft[]> =>
    (await changesOf(query)).filter(({ details }) => details.form === form)
  /** Up by one a month but for sixteen months down by four. */
  const dip = 'm - 5 * greatest(0, least(m - 40, 16))'

  it('is told with where it began, where it ended and where the series stands since', async () => {
    const [setback, ...others] = await setbacks(
      `SELECT ${month}, (1000 + 3 * (${dip}))::DOUBLE AS staff FROM ${months(8)}`,
      'setback',
    )
    expect(others).toEqual([])
    expect(setback).toMatchObject({ class: 'fact', direction: 'down', location: '2025-09-01' })
    expect(setback?.evidence.values).toMatchObject({ first: 1120, last: 928, change: -192, after: 1045 })
    expect(setback?.details).toMatchObject({ peak_period: '2024-05-01', low_period: '2025-09-01' })
  })

  it('is no news of noise around a level, of a season, or of a series that only falls', async () => {
    const noise = `SELECT ${month}, (1000 + 30 * normal(5, m, 1))::DOUBLE AS staff FROM ${months(8)}`
    const season = `SELECT ${month}, (1000 + 400 * cos(pi() * m / 6))::DOUBLE AS staff FROM ${months(8)}`
    const falling = `SELECT ${month}, (1000 - 5 * m)::DOUBLE AS staff FROM ${months(8)}`
    for (const query of [noise, season, falling]) expect(await setbacks(query, 'setback')).toEqual([])
  })

  it('is told of all things at once where each of them fell in the same months', async () => {
    const panel = (last: string) =>
      `SELECT ${month}, 'share ' || k AS share, round(100 * k + k * (${dip}) * ${last}, 2) AS price FROM ${months(8)}, range(1, 5) b(k)`
    const [all] = await setbacks(panel('1'), 'common_setback')
    expect(all?.evidence.values).toMatchObject({ down: 4, up: 0, entities: 4 })
    expect(await setbacks(panel('CASE WHEN k = 4 THEN -1 ELSE 1 END'), 'common_setback')).toEqual([])
  })
})
