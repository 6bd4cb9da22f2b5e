/** Season, trend and outliers in time: what is planted is found and measured, what is not is not. */
import { describe, expect, it } from 'vitest'
import { type SeededRandom, seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { seasonality } from '../../../../../src/workers/analysis/time/seasonality.ts'
import type { RegularSeries, SeriesUnit } from '../../../../../src/workers/analysis/time/series.ts'
import { timeOutliers } from '../../../../../src/workers/analysis/time/time-outliers.ts'
import { trend } from '../../../../../src/workers/analysis/time/trend.ts'

function series(
  unit: SeriesUnit,
  length: number,
  value: (index: number, random: SeededRandom) => number,
  seed = 1,
): RegularSeries {
  const random = seededRandom(seed)
  return { starts: [], values: Float64Array.from({ length }, (_, index) => value(index, random)), unit }
}

describe('seasonality', () => {
  it('a yearly season in months is found with its peak, trough and amplitude', () => {
    const wave = series(
      'month',
      72,
      (index, random) => 100 + 20 * Math.cos((2 * Math.PI * (index - 6)) / 12) + 2 * random.normal(),
    )
    const { found, p } = seasonality(wave)
    expect(found?.period).toBe(12)
    expect([found?.peakIndex, found?.troughIndex]).toEqual([6, 0])
    expect(found?.amplitude).toBeGreaterThan(37)
    expect(found?.amplitude).toBeLessThan(44)
    expect(found?.strength).toBeGreaterThan(0.9)
    expect(p).toBeLessThan(1e-12)
  })

  it('a weekly season survives a steep trend and autocorrelated noise', () => {
    let past = 0
    const weekly = series('day', 140, (index, random) => {
      past = 0.6 * past + random.normal()
      return 2 * index + (index % 7 >= 5 ? 8 : 0) + past
    })
    expect(seasonality(weekly).found?.period).toBe(7)
  })

  it('a period that no calendar has is found by the periodogram', () => {
    const tenth = series('month', 100, (index, random) => 5 * Math.sin((2 * Math.PI * index) / 10) + random.normal())
    const { found, tests } = seasonality(tenth)
    expect(found?.period).toBe(10)
    expect(found?.source).toBe('periodogram')
    expect(tests.some((test) => test.period === 12 && test.source === 'calendar')).toBe(true)
  })

  it('swings of about one length and none like the next are swings, and no season', () => {
    // A wave of eleven periods whose phase wanders by more than a turn in all.
    let phase = 0
    const years = series('year', 280, (_index, random) => {
      phase += (2 * Math.PI) / 11 + 0.17 * random.normal()
      return 50 + 20 * Math.sin(phase) + 4 * random.normal()
    })
    const { found, swings } = seasonality(years)
    expect(found).toBeNull()
    expect(Math.abs((swings?.period ?? 0) - 11)).toBeLessThanOrEqual(1)
    expect(swings?.together).toBeGreaterThan(0.35)
    expect(swings?.opposed).toBeLessThan(-0.2)
  })

  it('a wandering series does not swing', () => {
    const swung = Array.from({ length: 60 }, (_, seed) => {
      let past = 0
      const walk = series('year', 120, (_index, random) => (past = 0.9 * past + random.normal()), seed + 1)
      return seasonality(walk).swings
    })
    expect(swung.filter((swings) => swings !== null).length).toBeLessThanOrEqual(1)
  })

  it('a season in proportion to the level is as strong as one that adds to it', () => {
    const quarter = [1, 1.1, 1.15, 0.8]
    const growing = series(
      'quarter',
      84,
      (index, random) => 0.6 * 1.04 ** index * (quarter[index % 4] ?? 1) * Math.exp(0.05 * random.normal()),
    )
    expect(seasonality(growing).found).toMatchObject({ period: 4, troughIndex: 3 })
  })

  it('a daily season in hours is not taken for the weekly one that fits it as well', () => {
    const daily = series('hour', 600, (index, random) => 3 * Math.sin((2 * Math.PI * index) / 24) + random.normal())
    expect(seasonality(daily).found?.period).toBe(24)
  })

  it('two cycles are not enough, and a series that never changes has none', () => {
    const short = series('month', 30, (index) => Math.cos((2 * Math.PI * index) / 12))
    expect(seasonality(short).tests.some((test) => test.period === 12)).toBe(false)
    expect(seasonality(series('month', 60, () => 4))).toEqual({ found: null, swings: null, p: 1, tests: [] })
    expect(seasonality(series('year', 0, () => 0))).toEqual({ found: null, swings: null, p: 1, tests: [] })
  })
})

describe('trend', () => {
  it('a rise is found with its size, also under a season', () => {
    const rising = series(
      'month',
      60,
      (index, random) => 100 + index + 15 * Math.sin((2 * Math.PI * index) / 12) + 3 * random.normal(),
    )
    const result = trend(rising, 12)
    expect(result.gate).toBe(true)
    expect(result.direction).toBe('up')
    expect(result.p).toBeLessThan(1e-8)
    expect(result.slopeLow).toBeLessThan(1)
    expect(result.slopeHigh).toBeGreaterThan(1)
    expect(result.rise).toBeCloseTo(result.fittedLast - result.fittedFirst, 9)
  })

  it('a perfect line is a trend', () => {
    const line = trend(
      series('quarter', 20, (index) => 50 - 2 * index),
      null,
    )
    expect(line).toMatchObject({ direction: 'down', slope: -2, slopeLow: -2, slopeHigh: -2, rise: -38, gate: true })
    expect(line.p).toBeLessThan(1e-6)
  })

  it('a rise that is certain but below 5 % of the level is no trend to tell, and its test still counts', () => {
    const slight = trend(
      series('month', 48, (index, random) => 1000 + 0.5 * index + random.normal()),
      null,
    )
    expect(slight.p).toBeLessThan(1e-6)
    expect(slight.gate).toBe(false)
  })

  it('an odometer is a trend, however little it adds to where it began', () => {
    const odometer = trend(
      series('day', 365, (index) => Number((1000 + 0.07 * index).toFixed(1))),
      null,
    )
    expect(odometer.gate).toBe(true)
    expect(odometer.p).toBeLessThan(1e-6)
  })

  it('growth by the same share is a trend, although its steps could be those of a walk', () => {
    let level = 100
    const growing = series('year', 58, (_index, random) => {
      level *= 1.045 + 0.02 * random.normal()
      return level
    })
    const result = trend(growing, null, true)
    expect(result.couldBeRandomWalk).toBe(true)
    expect(result.p).toBeLessThan(1e-6)
  })

  it('eleven periods, none, or no change have p = 1', () => {
    for (const [length, slope] of [
      [11, 3],
      [0, 3],
      [30, 0],
    ] as const) {
      const result = trend(
        series('month', length, (index) => slope * index),
        null,
      )
      expect([result.p, result.gate]).toEqual([1, false])
    }
  })

  it('at most ten of a hundred random walks are called trends', () => {
    let called = 0
    for (let seed = 0; seed < 100; seed++) {
      let position = 50
      const walk = series(
        'month',
        60,
        (_index, random) => {
          position += random.normal()
          return position
        },
        900 + seed,
      )
      const result = trend(walk, null)
      if (result.p <= 0.05 && result.gate) called++
    }
    expect(called).toBeLessThanOrEqual(10)
  })
})

describe('outliers in time', () => {
  const calm = (index: number, random: SeededRandom) => 50 + 10 * Math.sin((2 * Math.PI * index) / 12) + random.normal()

  it('one far period under a season is named, with what was expected there', () => {
    const spiked = series('month', 96, (index, random) => calm(index, random) + (index === 40 ? 15 : 0))
    const { outliers, p } = timeOutliers(spiked, 12)
    expect(outliers.map((outlier) => outlier.index)).toEqual([40])
    expect(outliers[0]?.expected).toBeCloseTo(50 + 10 * Math.sin((2 * Math.PI * 40) / 12), -0.5)
    expect(outliers[0]?.residual).toBeCloseTo((outliers[0]?.value ?? 0) - (outliers[0]?.expected ?? 0), 9)
    expect(outliers[0]?.z).toBeGreaterThan(8)
    expect(p).toBeLessThan(0.01)
  })

  it('a drop and a spike do not mask each other', () => {
    const two = series(
      'day',
      120,
      (index, random) => 20 + random.normal() + (index === 30 ? -14 : index === 80 ? 14 : 0),
    )
    expect(
      timeOutliers(two, null)
        .outliers.map((outlier) => outlier.index)
        .sort(),
    ).toEqual([30, 80])
  })

  it('a single day that leaves a slow wave is found, and not the days beside it', () => {
    const found = Array.from({ length: 20 }, (_, seed) => {
      let past = 0
      const wave = series(
        'day',
        120,
        (index, random) => {
          past = 0.7 * past + 0.71 * random.normal()
          return past + (index === 70 ? 6 : 0)
        },
        seed,
      )
      return timeOutliers(wave, null).outliers.map((outlier) => outlier.index)
    })
    expect(found.filter((indexes) => indexes.join() === '70').length).toBeGreaterThanOrEqual(17)
    expect(found.flat().filter((index) => index === 69 || index === 71)).toEqual([])
  })

  it('a day seven standard deviations away is found in a short series too, unless its tail is heavy', () => {
    const foundIn = (autoregression: number): number =>
      Array.from({ length: 60 }, (_, seed) => {
        let past = 0
        const short = series(
          'day',
          72,
          (index, random) => {
            past = autoregression * past + Math.sqrt(1 - autoregression ** 2) * random.normal()
            return past + (index === 40 ? 7 : 0)
          },
          seed,
        )
        return timeOutliers(short, null).outliers.map((outlier) => outlier.index)
      }).filter((indexes) => indexes.join() === '40').length
    expect(foundIn(0)).toBeGreaterThanOrEqual(48)
    expect(foundIn(0.6)).toBeGreaterThanOrEqual(54)
  })

  it('the edge of a step is not an outlier', () => {
    for (let seed = 0; seed < 20; seed++) {
      const step = series('month', 96, (index, random) => random.normal() + (index >= 50 ? 12 : 0), seed)
      expect(timeOutliers(step, null).outliers).toEqual([])
    }
  })

  it('quiet, heavy-tailed and autocorrelated noise is not full of outliers', () => {
    const kinds = {
      normal: (_past: number, random: SeededRandom) => random.normal(),
      autoregressive: (past: number, random: SeededRandom) => 0.6 * past + random.normal(),
      heavy: (_past: number, random: SeededRandom) =>
        random.normal() / Math.sqrt((random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2) / 3),
    }
    for (const next of Object.values(kinds)) {
      let named = 0
      for (let seed = 0; seed < 60; seed++) {
        let past = 0
        const noise = series(
          'day',
          100,
          (_index, random) => {
            past = next(past, random)
            return past
          },
          seed,
        )
        if (timeOutliers(noise, null).outliers.length > 0) named++
      }
      // 5 % of 60, and three standard errors.
      expect(named).toBeLessThanOrEqual(8)
    }
  })

  it('a short, constant or empty series has none', () => {
    for (const length of [0, 11, 40]) {
      const none = timeOutliers(
        series('month', length, () => 3),
        null,
      )
      expect([none.p, none.outliers.length]).toEqual([1, 0])
    }
  })
})
