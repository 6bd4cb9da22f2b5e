/** Tables with one pattern planted in noise, from a seed: what should be said of them, and whether anything should. */

import type { InsightType } from '../../../src/shared/story/insight.ts'
import { type SeededRandom, seededRandom } from '../../../src/workers/analysis/statistics/seeded-random.ts'

export const noises = ['normal', 'lognormal', 't3', 'AR(.6)'] as const
export type Noise = (typeof noises)[number]

type Values = readonly (number | string | null)[]

export interface PlantedTable {
  readonly columns: Readonly<Record<string, Values>>
  /** Any of these types says it. */
  readonly types: readonly InsightType[]
  readonly about: readonly string[]
  readonly direction?: 'up' | 'down'
  /** A category, or the index of a day with how many days off is still right. */
  readonly place?: string | { readonly day: number; readonly within: number }
}

export interface PlantedKind {
  /** Sizes as multiples of the gate that mean anything for the kind: facts are there or not. */
  readonly effects: readonly number[]
  readonly sizes: readonly number[]
  readonly noises: readonly Noise[]
  plant(random: SeededRandom, effect: number, n: number, noise: Noise): PlantedTable
}

/** Draws of mean 0 and standard deviation 1, in the order of the rows. */
function drawn(random: SeededRandom, n: number, noise: Noise): Float64Array {
  const shock = (): number => {
    switch (noise) {
      case 'lognormal': {
        const scale = Math.sqrt((Math.E - 1) * Math.E)
        return (Math.exp(random.normal()) - Math.exp(0.5)) / scale
      }
      case 't3': {
        const squares = random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2
        return random.normal() / Math.sqrt(squares)
      }
      default:
        return random.normal()
    }
  }
  let previous = shock()
  return new Float64Array(n).map(() => {
    previous = noise === 'AR(.6)' ? 0.6 * previous + 0.8 * shock() : shock()
    return previous
  })
}

const groups = ['Ash', 'Birch', 'Cedar', 'Doum', 'Elm'] as const
const sized = [400, 2000, 10_000] as const
const lengths = [72, 180, 365] as const
const graded = [0.5, 1, 2] as const
const inRows = ['normal', 'lognormal', 't3'] as const

const pick = (random: SeededRandom, n: number, of: readonly string[]): string[] =>
  Array.from({ length: n }, () => of[random.integer(of.length)] ?? '')
const sign = (random: SeededRandom): 1 | -1 => (random.uniform() < 0.5 ? -1 : 1)
const spelled = (direction: 1 | -1): 'up' | 'down' => (direction > 0 ? 'up' : 'down')
const written = (values: Iterable<number>, digits = 2): number[] =>
  [...values].map((value) => Number(value.toFixed(digits)))
/** Rows that say nothing beside what is planted. */
const beside = (random: SeededRandom, n: number): Record<string, Values> => ({
  colour: pick(random, n, ['red', 'green', 'blue']),
  height: written(drawn(random, n, 'normal').map((value) => 170 + 9 * value)),
})
const days = (n: number): string[] =>
  Array.from({ length: n }, (_, index) => new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10))

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

export const planted = {
  group_difference: {
    effects: graded,
    sizes: sized,
    noises: inRows,
    plant(random, effect, n, noise) {
      const [branch, direction] = [pick(random, n, groups), sign(random)]
      const at = groups[random.integer(groups.length)] ?? ''
      const score = drawn(random, n, noise).map(
        (value, index) => 60 + 7 * (value + (branch[index] === at ? 0.3 * effect * direction : 0)),
      )
      const columns = { branch, score: written(score), ...beside(random, n) }
      return {
        columns,
        types: ['group_difference'],
        about: ['branch', 'score'],
        direction: spelled(direction),
        place: at,
      }
    },
  },
  rate_difference: {
    effects: graded,
    sizes: sized.slice(1),
    noises: ['normal'],
    plant(random, effect, n) {
      const [branch, direction] = [pick(random, n, groups), sign(random)]
      const at = groups[random.integer(groups.length)] ?? ''
      const returned = branch.map((one) =>
        random.uniform() < 0.4 + (one === at ? 0.05 * effect * direction : 0) ? 'yes' : 'no',
      )
      const columns = { branch, returned, ...beside(random, n) }
      return {
        columns,
        types: ['rate_difference'],
        about: ['branch', 'returned'],
        direction: spelled(direction),
        place: at,
      }
    },
  },
  spread_difference: {
    effects: graded,
    sizes: sized.slice(1),
    noises: inRows,
    plant(random, effect, n, noise) {
      const branch = pick(random, n, groups)
      const at = groups[random.integer(groups.length)] ?? ''
      const delay = drawn(random, n, noise).map(
        (value, index) => 90 + 8 * value * (branch[index] === at ? 1.5 ** effect : 1),
      )
      const columns = { branch, delay: written(delay), ...beside(random, n) }
      return { columns, types: ['spread_difference'], about: ['branch', 'delay'], direction: 'up', place: at }
    },
  },
  correlation: {
    effects: graded,
    sizes: sized,
    noises: inRows,
    plant(random, effect, n, noise) {
      const direction = sign(random)
      const rho = Math.min(0.95, 0.3 * effect)
      const x = drawn(random, n, noise)
      const y = drawn(random, n, noise).map(
        (value, index) => direction * rho * (x[index] ?? 0) + Math.sqrt(1 - rho * rho) * value,
      )
      const columns = { dose: written(x.map((v) => 50 + 6 * v)), response: written(y.map((v) => 80 + 9 * v)) }
      return {
        columns: { ...columns, ...beside(random, n) },
        types: ['correlation', 'nonlinear_dependence'],
        about: ['dose', 'response'],
        direction: spelled(direction),
      }
    },
  },
  association: {
    effects: graded,
    sizes: sized.slice(1),
    noises: ['normal'],
    plant(random, effect, n) {
      const branch = pick(random, n, groups)
      const paints = ['red', 'green', 'blue', 'white']
      const paint = branch.map((one) => {
        const own = paints[groups.indexOf(one as (typeof groups)[number]) % paints.length] ?? 'red'
        return random.uniform() < 0.15 * effect ? own : (paints[random.integer(paints.length)] ?? 'red')
      })
      const { height } = beside(random, n)
      return { columns: { branch, paint, height: height ?? [] }, types: ['association'], about: ['branch', 'paint'] }
    },
  },
  multimodal: {
    effects: [0, 2],
    sizes: sized.slice(0, 2),
    noises: ['normal'],
    plant(random, effect, n, noise) {
      const pulse = drawn(random, n, noise).map(
        (value) => 60 + 4 * (value + (random.uniform() < 0.5 ? 0 : 2.5 * effect)),
      )
      return {
        columns: { pulse: written(pulse, 1), ...beside(random, n) },
        types: ['multimodal', 'cluster'],
        about: ['pulse'],
      }
    },
  },
  trend: {
    effects: graded,
    sizes: lengths,
    noises,
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
    effects: [0, 2],
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
    effects: [0, 2],
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
} as const satisfies Record<string, PlantedKind>

export type PlantedName = keyof typeof planted

/** The `repeat`-th table of its kind, size, effect and noise: the same for the same `seed`. */
export function plantedTable(
  name: PlantedName,
  effect: number,
  n: number,
  noise: Noise,
  repeat: number,
  seed: number,
): PlantedTable {
  const key = [...`${name}/${effect}/${n}/${noise}/${repeat}`].reduce(
    (sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0,
    seed,
  )
  const kind: PlantedKind = planted[name]
  return kind.plant(seededRandom(key), effect, n, noise)
}
