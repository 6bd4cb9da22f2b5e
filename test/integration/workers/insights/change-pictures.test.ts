/** The pictures of a change and of a last period are drawn from the rows their statements rest on. */
import { describe, expect, it } from 'vitest'
import { pictureOf } from '../../../support/pictures.ts'

it('a sum that rose is drawn as steps by its groups that lead to the whole change', async () => {
  const drawing = await pictureOf(
    'change_decomposition',
    `SELECT DATE '2021-01-01' + INTERVAL (m) MONTH AS month, ['North', 'South', 'East', 'West'][k] AS region,
      (100 + CASE WHEN m >= 12 THEN [0, -5, 60, 10][k] ELSE 0 END)::DOUBLE AS sales FROM range(24) a(m), range(1, 5) b(k)`,
  )
  expect(drawing?.rows).toEqual([
    ['East', 0, 720],
    ['West', 720, 120],
    ['North', 840, 0],
    ['South', 840, -60],
    ['all together', null, 780],
  ])
  expect(drawing?.spec).toMatchObject({ kind: 'bar', from: 'from', highlight: ['East'] })
})

it('a last day that stands apart is drawn at the end of its series', async () => {
  const drawing = await pictureOf(
    'latest_vs_expected',
    `SELECT DATE '2023-01-01' + i::INTEGER AS date, 200 + 4 * normal(5, i, 1) + CASE WHEN i = 119 THEN 17 ELSE 0 END AS load
     FROM range(120) t(i)`,
  )
  expect(drawing?.rows).toHaveLength(120)
  expect(drawing?.spec).toMatchObject({ kind: 'line', highlight: ['2023-04-30'] })
})

/** Six cities over ten years, a value each: all rise but one. */
const cities = `SELECT DATE '2001-01-01' + to_years(y::INTEGER) AS year, ['Ulm', 'Bonn', 'Kiel', 'Jena', 'Hof', 'Trier'][k] AS city,
  round(100 + 10 * k + (CASE WHEN k = 4 THEN -3 ELSE 4 END) * y + ((y * 7 + k * 3) % 5) * .3, 2)::DOUBLE AS rent_index
  FROM range(10) a(y), range(1, 7) b(k)`

it('an average that rose in all but one is drawn over the courses of all, that one told apart', async () => {
  const drawing = await pictureOf('change_decomposition', cities, { form: 'average' })
  const tones = Object.fromEntries((drawing?.spec.series ?? []).map(({ label, tone }) => [label, tone]))
  expect(tones).toMatchObject({ average: 'accent', Jena: 'second', Ulm: 'quiet' })
  expect(Object.keys(tones)).toHaveLength(7)
  expect(drawing?.rows).toHaveLength(10)
  expect(drawing?.columns).toEqual(['period', ...(drawing?.spec.series ?? []).map(({ field }) => field)])
})

it('a gap that depends on a level is drawn as both means in each level, with their intervals', async () => {
  const drawing = await pictureOf(
    'interaction',
    `SELECT ['old', 'new'][1 + (i % 2)] AS plan, ['North', 'South', 'East'][1 + ((i // 2) % 3)] AS region,
      50 + CASE WHEN (i // 2) % 3 = 1 AND i % 2 = 1 THEN 20 ELSE 0 END + (hash(i) % 1000) / 100.0 AS yield FROM range(600) t(i)`,
    { form: 'means' },
  )
  expect(drawing?.spec).toMatchObject({ kind: 'bar', mark: 'dot', highlight: ['South'] })
  expect(drawing?.spec.series).toHaveLength(2)
  const at = (name: string): number => drawing?.columns.indexOf(name) ?? -1
  for (const row of drawing?.rows ?? []) {
    expect(Number(row[at('own_low')])).toBeLessThan(Number(row[at('own')]))
    expect(Number(row[at('own_high')])).toBeGreaterThan(Number(row[at('own')]))
  }
})

it('a slope that depends on a group is drawn as points, each with the line of its own group', async () => {
  const drawing = await pictureOf(
    'interaction',
    `SELECT 'feed ' || (i % 3) AS feed, age, 40 + (8 - 3 * (i % 3 = 1)::INTEGER) * age + 12 * normal(4, i, 1) AS weight
      FROM (SELECT i, round(20 * uniform(4, i, 2), 1) AS age FROM range(900) t(i))`,
    { form: 'slopes' },
  )
  expect(drawing?.spec).toMatchObject({ kind: 'scatter', groups: { tones: [{ value: 'feed 1', tone: 'accent' }] } })
  const slope = (level: string): number => {
    const points = (drawing?.rows ?? []).filter((row) => (row[2] === 'feed 1') === (level === 'feed 1'))
    const [first, last] = [points[0], points.at(-1)]
    return (Number(last?.[3]) - Number(first?.[3])) / (Number(last?.[0]) - Number(first?.[0]))
  }
  expect(Math.abs(slope('feed 1') - 5)).toBeLessThan(0.5)
  expect(Math.abs(slope('feed 0') - 8)).toBeLessThan(0.5)
})

it('what is to be expected is drawn on from the last value, with an interval about it and none about the past', async () => {
  const drawing = await pictureOf(
    'forecast',
    `SELECT DATE '2017-01-01' + to_months(i::INTEGER) AS month, 300 + 1.5 * i + 20 * sin(2 * pi() * i / 12) + 3 * normal(7, i, 1) AS sales
      FROM range(72) t(i)`,
  )
  const rows = drawing?.rows ?? []
  const firstAhead = rows.findIndex(([, value]) => value === null)
  expect(firstAhead).toBe(72)
  expect(rows.slice(0, 71).every((row) => row[2] === null && row[3] === null)).toBe(true)
  expect(rows[71]?.[2]).toBeCloseTo(Number(rows[71]?.[1]), 8)
  for (const [, , expected, low, high] of rows.slice(firstAhead)) {
    expect(Number(low)).toBeLessThan(Number(expected))
    expect(Number(high)).toBeGreaterThan(Number(expected))
  }
})

describe('what moved most', () => {
  const course = (
    factor: number,
  ): string => `SELECT DATE '2019-01-01' + to_months(m::INTEGER) AS month, ['A', 'B', 'C', 'D'][k] AS symbol,
    (20 + k + m * CASE k WHEN 2 THEN 5 ELSE 0.3 END) * CASE k WHEN 4 THEN ${factor} ELSE 1 END AS price FROM range(60) a(m), range(1, 5) b(k)`

  it('is drawn before the courses of all others', async () => {
    const drawing = await pictureOf('change_decomposition', course(1), { form: 'mover' })
    const tones = (drawing?.spec.series ?? []).map(({ label, tone }) => [label, tone])
    expect(tones).toEqual([
      ['A', 'quiet'],
      ['B', 'accent'],
      ['C', 'quiet'],
      ['D', 'quiet'],
    ])
    expect(drawing?.rows).toHaveLength(60)
    expect(drawing?.spec.y).toMatchObject({ field: 'B' })
    expect(drawing?.spec.y.scale).toBeUndefined()
  })

  it('is drawn on a logarithmic scale where the values range far, and that is said', async () => {
    const drawing = await pictureOf('change_decomposition', course(60), { form: 'mover' })
    expect(drawing?.spec.y.scale).toBe('log')
    expect(drawing?.spec.subtitle).toContain('logarithmic')
  })
})

it('the interval of a month stops at zero for an amount, and not for a temperature', async () => {
  const lowest = async (name: string): Promise<number> => {
    const drawing = await pictureOf(
      'seasonality',
      `SELECT DATE '2012-01-01' + INTERVAL (i) MONTH AS month,
        greatest(0, 40 * (1 + cos(2 * pi() * (i + 5.5) / 12)) + 20 * normal(7, i, 1)) AS ${name} FROM range(120) t(i)`,
    )
    const low = drawing?.columns.indexOf('low') ?? -1
    return Math.min(...(drawing?.rows ?? []).map((row) => Number(row[low])))
  }
  expect(await lowest('rain_mm')).toBe(0)
  expect(await lowest('temperature')).toBeLessThan(0)
})

it('the interval of a group stops at zero for an amount, and not for a temperature', async () => {
  const lowest = async (name: string): Promise<number> => {
    const drawing = await pictureOf(
      'group_difference',
      // One group in two is almost nothing, with a few large values.
      `SELECT ['calm', 'wild'][1 + i % 2] AS place, CASE WHEN i % 2 = 1 THEN 60 + 10 * normal(7, i, 1)
        WHEN i % 40 = 0 THEN 20 ELSE 0 END AS ${name} FROM range(60) t(i)`,
    )
    const low = drawing?.columns.indexOf('low') ?? -1
    return Math.min(...(drawing?.rows ?? []).map((row) => Number(row[low])))
  }
  expect(await lowest('rain_mm')).toBe(0)
  expect(await lowest('temperature')).toBeLessThan(0)
})
