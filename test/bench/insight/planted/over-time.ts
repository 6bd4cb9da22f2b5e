/** Patterns planted in a course over time: one series, several beside each other, or the parts of a sum. */

import type { InsightType } from '../../../../src/shared/story/insight.ts'
import { normalLowerP, normalQuantile } from '../../../../src/workers/analysis/statistics/normal-distribution.ts'
import type { SeededRandom } from '../../../../src/workers/analysis/statistics/seeded-random.ts'
import {
  days,
  drawn,
  graded,
  lengths,
  made,
  months,
  type Noise,
  noises,
  type PlantedKind,
  type PlantedTable,
  type Planting,
  sign,
  spelled,
  thereOrNot,
  written,
} from './plant.ts'

function inSeries(
  random: SeededRandom,
  n: number,
  noise: Noise,
  types: readonly InsightType[],
  shape: (index: number, place: number, value: number) => number,
  within = 0,
): PlantedTable {
  const direction = sign(random)
  const place = Math.round(n * (0.3 + 0.4 * random.uniform()))
  const around = drawn(random, n, noise)
  const load = around.map((value, index) => 300 + 8 * shape(index, place, direction * value) * direction)
  return {
    columns: {
      date: days(n),
      load: written(load),
      height: written(drawn(random, n, 'normal').map((v) => 170 + 9 * v)),
    },
    types,
    about: ['load'],
    direction: spelled(direction),
    ...(within > 0 ? { place: { day: place, within } } : {}),
  }
}
/** Two-sided level that is left of 5 % where about five families share it, as in a table of one series. */
const levelInFamily = 0.01

/**
 * Power of the slope's z test for someone who knows the variance and the autocorrelation of the noise, and that it is a
 * line: no test that has to estimate them, and to tell the line from a step, can do better in normal noise. Heavier tails leave
 * more to a test of ranks.
 */
function provableTrend({ effect, n, noise }: Planting): number {
  const phi = noise === 'AR(.6)' ? 0.6 : 0
  const standardError = Math.sqrt(((12 / n) * (1 + phi)) / (1 - phi))
  return normalLowerP((1.5 * effect) / standardError - normalQuantile(1 - levelInFamily / 2))
}

export const overTime = {
  trend: {
    effects: graded,
    sizes: lengths,
    noises,
    provable: provableTrend,
    plant: (random, effect, n, noise) =>
      inSeries(random, n, noise, ['trend'], (index, _, value) => value + (1.5 * effect * index) / (n - 1)),
  },

  level_shift: {
    effects: graded,
    sizes: lengths,
    noises,
    plant: (random, effect, n, noise) =>
      inSeries(random, n, noise, ['level_shift'], (index, place, value) => value + (index >= place ? effect : 0), 6),
  },

  slope_break: {
    effects: thereOrNot,
    sizes: lengths,
    noises,
    plant: (random, effect, n, noise) =>
      inSeries(
        random,
        n,
        noise,
        ['slope_break'],
        (index, place, value) => value + (2.5 * effect * Math.max(0, index - place)) / (n - 1 - place),
        Math.round(n / 12),
      ),
  },

  seasonality: {
    effects: graded,
    sizes: [180, 365],
    noises,
    plant(random, effect, n, noise) {
      // A strength of .3 is an amplitude at which the season has .43 of the remainder's variance.
      const size = Math.sqrt(2 * (0.3 / 0.7)) * effect
      const load = drawn(random, n, noise).map(
        (value, index) => 300 + 8 * (value + size * Math.sin((2 * Math.PI * index) / 7)),
      )
      return { columns: { date: days(n), load: written(load) }, types: ['seasonality'], about: ['load'] }
    },
  },

  time_outlier: {
    effects: [2],
    sizes: lengths,
    noises: ['normal', 'AR(.6)'],
    plant(random, effect, n, noise) {
      const direction = sign(random)
      const day = Math.round(n * (0.2 + 0.6 * random.uniform()))
      const load = drawn(random, n, noise).map(
        (value, index) => 300 + 8 * (value + (index === day ? 3.5 * effect * direction : 0)),
      )
      return {
        columns: { date: days(n), load: written(load) },
        types: ['time_outlier'],
        about: ['load'],
        direction: spelled(direction),
        place: { day, within: 1 },
      }
    },
  },

  variance_change: {
    effects: thereOrNot,
    sizes: lengths.slice(1),
    noises: ['normal', 'AR(.6)'],
    plant: (random, effect, n, noise) => ({
      ...inSeries(
        random,
        n,
        noise,
        ['variance_change'],
        (index, place, value) => value * (index >= place ? 1.5 ** effect : 1),
        Math.round(n / 12),
      ),
      direction: 'up',
    }),
  },
  latest_vs_expected: {
    effects: thereOrNot,
    sizes: lengths,
    noises: ['normal', 'AR(.6)'],
    plant(random, effect, n, noise) {
      const direction = sign(random)
      const load = drawn(random, n, noise).map(
        (value, index) => 300 + 8 * (value + (index === n - 1 ? 3.5 * effect * direction : 0)),
      )
      return {
        columns: { date: days(n), load: written(load) },
        types: ['latest_vs_expected', 'time_outlier', 'record'],
        about: ['load'],
        ...(effect > 0 ? { direction: spelled(direction), place: { day: n - 1, within: 0 } } : {}),
      }
    },
  },
  record: {
    effects: [2],
    sizes: lengths,
    noises: ['normal', 'AR(.6)'],
    fact: true,
    plant(random, effect, n, noise) {
      const day = Math.round(n * (0.2 + 0.6 * random.uniform()))
      const load = drawn(random, n, noise).map(
        (value, index) => 100 + 4 * (Math.max(-2.5, Math.min(2.5, value)) + (index === day ? 5 * effect : 0)),
      )
      return {
        columns: { date: days(n), load: written(load) },
        types: ['record', 'time_outlier'],
        about: ['load'],
        direction: 'up',
        place: { day, within: 1 },
      }
    },
  },
  time_gaps: {
    effects: thereOrNot,
    sizes: [180, 365],
    noises: ['normal'],
    fact: true,
    plant(random, effect, n, noise) {
      const [from, length] = [Math.round(n * 0.4), effect > 0 ? Math.round(n / 12) : 0]
      const load = written(drawn(random, n, noise).map((value) => 300 + 8 * value))
      const kept = (_: unknown, index: number): boolean => index < from || index >= from + length
      return {
        columns: { date: days(n).filter(kept), load: load.filter(kept) },
        types: ['time_gaps'],
        about: ['date'],
      }
    },
  },
  co_movement: {
    effects: thereOrNot,
    sizes: lengths,
    noises: ['normal', 'AR(.6)'],
    plant(random, effect, n, noise) {
      const lag = 3
      const shocks = drawn(random, n + lag, noise)
      const own = drawn(random, n, 'normal')
      const orders = own.map((value, index) => 180 + 9 * (0.6 * value + 0.4 * effect * (shocks[index] ?? 0)))
      return {
        columns: {
          date: days(n),
          adverts: written(made(n, (index) => 60 + 6 * (shocks[index + lag] ?? 0))),
          orders: written(orders),
        },
        types: ['co_movement'],
        about: ['adverts', 'orders'],
      }
    },
  },
  change_decomposition: {
    effects: [2],
    sizes: [24, 36, 60],
    noises: ['normal'],
    fact: true,
    plant(random, effect, n, noise) {
      const regions = ['North', 'South', 'East', 'West']
      const at = regions[random.integer(regions.length)] ?? ''
      const direction = sign(random)
      const rows = regions.flatMap((region) => {
        const around = drawn(random, n, noise)
        return months(n).map((month, index) => ({
          month,
          region,
          revenue: 100 + 1.5 * (around[index] ?? 0) + (region === at ? (20 * effect * direction * index) / (n - 1) : 0),
        }))
      })
      return {
        columns: {
          month: rows.map(({ month }) => month),
          region: rows.map(({ region }) => region),
          revenue: written(rows.map(({ revenue }) => revenue)),
        },
        types: ['change_decomposition'],
        about: ['revenue', 'region'],
        direction: spelled(direction),
        place: at,
      }
    },
  },
  forecast: {
    effects: thereOrNot,
    sizes: [60, 120],
    noises: ['normal'],
    fact: true,
    plant(random, effect, n, noise) {
      const around = drawn(random, n, noise)
      const sales = made(
        n,
        (index) => 300 + 5 * (around[index] ?? 0) + effect * (0.9 * index + 20 * Math.sin((2 * Math.PI * index) / 12)),
      )
      return { columns: { month: months(n), sales: written(sales) }, types: ['forecast'], about: ['sales'] }
    },
  },
} as const satisfies Record<string, PlantedKind>
