/** The last period against what the past let one expect, and what may come next: said where the past bears it out. */
import { describe, expect, it } from 'vitest'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function told(query: string, type: 'latest_vs_expected' | 'forecast') {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights.filter((insight) => insight.type === type && insight.class !== 'lead')
}

const day = `DATE '2023-01-01' + i::INTEGER AS date`
const month = `DATE '2017-01-01' + INTERVAL (i) MONTH AS month`

describe('a last day that stands apart', () => {
  it('is told with its direction, or as a day out of line', async () => {
    for (const [sign, direction] of [
      ['+', 'up'],
      ['-', 'down'],
    ] as const) {
      const { output } = await analyzeQueries(
        {
          t: `SELECT ${day}, 200 + 4 * normal(5, i, 1) ${sign} CASE WHEN i = 119 THEN 26 ELSE 0 END AS load FROM range(120) t(i)`,
        },
        noiseSetup,
      )
      const last = output.insights.filter(({ location }) => location === '2023-04-30')
      expect(last.map((insight) => insight.direction)).toContain(direction)
      const of = last.filter(({ type }) => type === 'latest_vs_expected' || type === 'time_outlier')
      expect(of.length).toBe(1)
    }
  })

  it('is not told of a day that is as expected, whatever the noise', async () => {
    const noises = [
      'normal(SEED, i, 1)',
      'normal(SEED, i, 1) / sqrt(-ln(uniform(SEED, i, 33)))',
      'exp(normal(SEED, i, 1))',
    ]
    let found = 0
    for (let seed = 1; seed <= 4; seed += 1) {
      for (const noise of noises) {
        const query = `SELECT ${day}, 100 + 5 * ${noise} AS load FROM range(90) t(i)`.replaceAll('SEED', String(seed))
        found += (await told(query, 'latest_vs_expected')).length
      }
    }
    expect(found).toBeLessThanOrEqual(1)
  })
})

describe('a series with a trend and a season', () => {
  it('is looked ahead a season, with an interval and how good such forecasts were', async () => {
    const [forecast] = await told(
      `SELECT ${month}, 300 + 1.5 * i + 20 * sin(2 * pi() * i / 12) + 3 * normal(7, i, 1) AS sales FROM range(84) t(i)`,
      'forecast',
    )
    expect(forecast).toMatchObject({
      class: 'fact',
      direction: 'up',
      details: { next_period: '2024-01-01', season: 12 },
    })
    const { next, next_low, next_high, relative_error, coverage } = forecast?.evidence.values ?? {}
    const truth = 300 + 1.5 * 84
    expect(Number(next_low)).toBeLessThan(truth)
    expect(Number(next_high)).toBeGreaterThan(truth)
    expect(Math.abs(Number(next) - truth)).toBeLessThan(10)
    expect(Number(relative_error)).toBeLessThan(0.85)
    expect(Number(coverage)).toBeGreaterThanOrEqual(0.95)
  })

  it('is not looked ahead where the past says no more than the usual level, or the last value', async () => {
    const noise = await told(`SELECT ${month}, 100 + 5 * normal(3, i, 1) AS sales FROM range(84) t(i)`, 'forecast')
    expect(noise).toEqual([])
    const walk = `list_sum(list_transform(range(i + 1), lambda j: normal(4, j, 1)))`
    expect(await told(`SELECT ${day}, 100 + ${walk} AS price FROM range(120) t(i)`, 'forecast')).toEqual([])
  })
})

/** Wet winters and dry summers: close to nothing for months, and never less. */
const rain = (name: string) =>
  `SELECT ${month}, greatest(0, 40 * (1 + cos(2 * pi() * (i + 5.5) / 12)) + 20 * normal(7, i, 1)) AS ${name} FROM range(120) t(i)`

describe('an amount that cannot be less than nothing', () => {
  it('is never expected to be, and the sentence says where its interval stops', async () => {
    const [forecast] = await told(rain('rain_mm'), 'forecast')
    expect(forecast?.details.cut).toBe(true)
    const ends = ['next', 'next_low', 'later', 'later_low'].map((name) => Number(forecast?.evidence.values[name]))
    expect(Math.min(...ends)).toBe(0)
  })

  it('is looked ahead below zero where zero is a degree among others', async () => {
    const [forecast] = await told(rain('temperature'), 'forecast')
    expect(forecast?.details.cut).toBe(false)
    expect(Number(forecast?.evidence.values.next_low)).toBeLessThan(0)
  })
})
